package org.cordonrt.constraint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;

/**
 * Finds constraint sets: those built in, and files of the user. Every call reads anew; nothing is kept. Thread-safe.
 *
 * <p>The format is YAML of the shape given by the JSON schema {@value #SCHEMA_RESOURCE} beside this class.
 */
public final class ConstraintSets {
    /** Name of the JSON schema (draft 2020-12) of constraint files, a resource of this class. */
    public static final String SCHEMA_RESOURCE = "constraint-set.schema.json";

    private static final List<String> BUILT_IN = List.of(
            "TG101",
            "HYTEC",
            "QUANTEC",
            "TIMMERMAN2022",
            "SAFRON2",
            "FASTRACK2",
            "SPINE2025",
            "LOVELOCK2010",
            "REDMOND2017",
            "REDMOND2017-RETREATMENT",
            "SEPARATION");

    private static final List<String> DEFAULT = List.of("TG101", "HYTEC", "QUANTEC");

    private ConstraintSets() {}

    /** Ids of the built-in sets, in the order they are listed. */
    public static List<String> builtInIds() {
        return BUILT_IN;
    }

    /**
     * Ids of the sets that a check uses when none is named: those whose limits are published for the cord as it is drawn,
     * side by side. What they leave open stays open: 2 and 4 fractions without a thecal sac. TIMMERMAN2022 must be
     * chosen, since its cord is the bony canal.
     */
    public static List<String> defaultIds() {
        return DEFAULT;
    }

    /**
     * A built-in set by its id, whatever the case, or else the file of that name.
     *
     * @throws CordonException CONSTRAINT_SET_UNKNOWN when it is neither, CONSTRAINT_FILE when the file is invalid
     */
    public static ConstraintSet load(String idOrFile) {
        Optional<String> id = builtInId(idOrFile);
        if (id.isPresent()) {
            return builtIn(id.get());
        }
        Path file = path(idOrFile).filter(Files::exists).orElseThrow(() -> unknown(idOrFile));
        TextFile text = text(file);
        return valid(file.toString(), readFile(text)).withSha256(text.sha256());
    }

    /**
     * Several sets for one check. A set named twice is taken once; two different ones with one id are refused, because
     * a report could not tell them apart.
     *
     * @throws CordonException as {@link #load}
     */
    public static List<ConstraintSet> loadAll(List<String> idsOrFiles) {
        List<ConstraintSet> sets = new ArrayList<>();
        for (String name : idsOrFiles) {
            ConstraintSet set = load(name);
            Optional<ConstraintSet> same =
                    sets.stream().filter(s -> s.id().equalsIgnoreCase(set.id())).findFirst();
            if (same.isEmpty()) {
                sets.add(set);
            } else if (!same.get().equals(set)) {
                throw new CordonException(
                        IssueCode.CONSTRAINT_FILE,
                        Quoted.text(name) + ": another of the chosen sets has the id " + set.id() + "; rename one");
            }
        }
        return List.copyOf(sets);
    }

    /**
     * Everything that is wrong or doubtful in a file, in the order of its lines; empty for a clean one.
     *
     * @throws CordonException CONSTRAINT_FILE when the file cannot be read at all
     */
    public static List<LintFinding> lint(Path file) {
        return readFile(text(file)).findings();
    }

    private static Optional<String> builtInId(String id) {
        return BUILT_IN.stream().filter(b -> b.equalsIgnoreCase(id.strip())).findFirst();
    }

    private static ConstraintSet builtIn(String id) {
        String resource = resource(id);
        try (InputStream in = Objects.requireNonNull(ConstraintSets.class.getResourceAsStream(resource), resource)) {
            byte[] file = in.readAllBytes();
            return PackedSet.of(resource, file).orElseGet(() -> parsed(resource, file));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Where the file of a built-in set lies, seen from this class. */
    static String resource(String id) {
        return "sets/" + id.toLowerCase(Locale.ROOT) + ".yaml";
    }

    static ConstraintSet parsed(String resource, byte[] file) {
        return valid(resource, ConstraintFileReader.read(new String(file, StandardCharsets.UTF_8)))
                .withSha256(TextFile.sha256(file));
    }

    private static ConstraintSet valid(String file, ConstraintFileReader.Outcome outcome) {
        if (outcome.set() != null) {
            return outcome.set();
        }
        List<LintFinding> errors = outcome.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
        LintFinding first = errors.get(0);
        throw new CordonException(
                IssueCode.CONSTRAINT_FILE,
                Quoted.clean(file) + ":" + first.line() + ":" + first.column() + ": " + first.message()
                        + (errors.size() == 1
                                ? ""
                                : " (and " + (errors.size() - 1) + " more; see cordon constraints lint)"));
    }

    /** As {@link #lint(Path)}, of a text that is no file yet. */
    static List<LintFinding> lint(String text) {
        return readFile(new TextFile(text, "")).findings();
    }

    private static TextFile text(Path file) {
        return TextFile.read(file, IssueCode.CONSTRAINT_FILE, "the constraint file");
    }

    /** The name of a built-in set on other numbers would put words into its authors' mouths. */
    private static ConstraintFileReader.Outcome readFile(TextFile file) {
        ConstraintFileReader.Outcome outcome = ConstraintFileReader.read(
                file.text(), BUILT_IN.stream().map(ConstraintSets::builtIn).toList());
        if (outcome.set() == null || builtInId(outcome.set().id()).isEmpty()) {
            return outcome;
        }
        List<LintFinding> findings = new ArrayList<>();
        findings.add(new LintFinding(
                Severity.ERROR, "id-taken", 1, 1, outcome.set().id() + " is a built-in set; give this one another id"));
        findings.addAll(outcome.findings());
        return new ConstraintFileReader.Outcome(null, List.copyOf(findings));
    }

    private static Optional<Path> path(String name) {
        if (name.isBlank()) {
            return Optional.empty(); // as a path it would be the working directory
        }
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty(); // then it is no file, and the caller says what there is
        }
    }

    private static CordonException unknown(String name) {
        List<String> like = Similar.to(name, BUILT_IN);
        return new CordonException(
                IssueCode.CONSTRAINT_SET_UNKNOWN,
                "constraint set " + Quoted.text(name) + ": neither a file nor built in; "
                        + (like.isEmpty() ? "" : "did you mean " + String.join(" or ", like) + "? ")
                        + "built in are " + String.join(", ", BUILT_IN));
    }
}
