package org.cordonrt.constraint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cordonrt.issue.Severity;

/** Reads the text files that users write. */
public final class ConstraintFuzz {
    private static final List<ConstraintSet> BASES = List.of(ConstraintSets.load("TG101"));
    private static final Path FILE = Path.of("input.yaml");

    private ConstraintFuzz() {}

    public static void constraintFile(byte[] input) {
        ConstraintFileReader.Outcome outcome = ConstraintFileReader.read(text(input), BASES);
        boolean errors = outcome.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        require(errors == (outcome.set() == null), "a set in spite of errors, or none without");
        if (outcome.set() != null) {
            for (Constraint c : outcome.set().constraints()) {
                require(c.limit() >= 0 && c.limit() < 1e6, "a limit of " + c.limit());
            }
        }
        for (LintFinding f : outcome.findings()) {
            require(f.message().codePoints().allMatch(Quoted::isPrintable), "unprintable: " + f.message());
            require(f.message().length() < 2_000, "a long message");
            require(f.line() > 0 && f.column() > 0, "a place of no sense");
        }
    }

    /** What is taken from a template must be a document that reads back. */
    public static void template(byte[] input) {
        TemplateImport made = TemplateImport.unchecked(new TextFile(text(input), "0"), "input.csv", 3, "X");
        if (made.limits() > 0) {
            ConstraintFileReader.Outcome outcome = ConstraintFileReader.read(made.yaml(), BASES);
            for (LintFinding f : outcome.findings()) {
                require(!f.rule().equals("yaml") && !f.rule().equals("unknown-key"), "wrote " + f.message());
            }
        }
        for (TemplateImport.NotTaken row : made.notTaken()) {
            require(row.row().codePoints().allMatch(Quoted::isPrintable), "unprintable");
            require(row.reason().codePoints().allMatch(Quoted::isPrintable), "unprintable");
        }
    }

    public static void aliases(byte[] input) {
        StructureAliases.of(new TextFile(text(input), "0"), FILE).kindOf("RM");
    }

    public static List<byte[]> constraintFileSeeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(ConstraintFiles.VALID.getBytes(StandardCharsets.UTF_8));
        seeds.addAll(files(Path.of("testdata/constraints/lint")));
        return seeds;
    }

    public static List<byte[]> templateSeeds() {
        List<byte[]> seeds = new ArrayList<>(files(Path.of("testdata/constraints/templates")));
        seeds.add("structure;metric;goal\n\"Spinal \"\"Cord\"\"\";D0.03cc[Gy];<= 14 Gy\nCord,Max[Gy],<14"
                .getBytes(StandardCharsets.UTF_8));
        return seeds;
    }

    public static List<byte[]> aliasesSeeds() {
        return List.of(
                "schema: cordon/aliases/1\naliases:\n  SPINAL_CORD: [RM, Myelon neu]\n  SPINAL_CANAL:\n  - Kanal\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> files(Path folder) {
        try (var files = Files.list(folder)) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
