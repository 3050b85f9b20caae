package org.cordonrt.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cordonrt.cli.CliFuzz;
import org.cordonrt.constraint.ConstraintFuzz;
import org.cordonrt.diff.DiffFuzz;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.rt.RtFuzz;

/** Everything that reads bytes from strangers, with inputs to start from. */
public enum FuzzTarget {
    DATA_SET(true, RtFuzz::dataSet, RtFuzz::seeds),
    STRUCTURE_SET(true, RtFuzz::structureSet, RtFuzz::structureSetSeeds),
    DOSE(true, RtFuzz::dose, RtFuzz::doseSeeds),
    PLAN(true, RtFuzz::plan, RtFuzz::planSeeds),
    REGISTRATION(true, RtFuzz::registration, RtFuzz::registrationSeeds),
    METRIC(false, FuzzTarget::metric, FuzzTarget::metricSeeds),
    CONSTRAINT_FILE(false, ConstraintFuzz::constraintFile, ConstraintFuzz::constraintFileSeeds),
    TEMPLATE(false, ConstraintFuzz::template, ConstraintFuzz::templateSeeds),
    ALIASES(false, ConstraintFuzz::aliases, ConstraintFuzz::aliasesSeeds),
    CONFIGURATION(false, CliFuzz::configuration, CliFuzz::configurationSeeds),
    RESULT(false, DiffFuzz::result, DiffFuzz::resultSeeds);

    private static final int LONGEST_MESSAGE = 2_000;

    private final boolean dicom;
    private final Consumer<byte[]> reader;
    private final Supplier<List<byte[]>> seeds;

    FuzzTarget(boolean dicom, Consumer<byte[]> reader, Supplier<List<byte[]>> seeds) {
        this.dicom = dicom;
        this.reader = reader;
        this.seeds = seeds;
    }

    /** Whether it reads DICOM; the others read text. */
    boolean isDicom() {
        return dicom;
    }

    /** Valid inputs, small. */
    List<byte[]> seeds() {
        return seeds.get();
    }

    /** Inputs that once did harm. */
    static Path found(FuzzTarget target) {
        return Path.of("src/test/resources/org/cordonrt/fuzz", target.folder());
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<Path> found() {
        Path folder = found(this);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the bytes.
     *
     * @throws Throwable whatever is neither a result nor a refusal in words
     */
    public void run(byte[] input) {
        try {
            reader.accept(input);
        } catch (CordonException refusal) {
            checkRefusal(refusal);
        }
    }

    private static void checkRefusal(CordonException refusal) {
        String message = refusal.getMessage();
        if (refusal.code() == IssueCode.USAGE || message == null || message.isBlank()) {
            throw new AssertionError("a refusal without words", refusal);
        }
        if (message.length() > LONGEST_MESSAGE) {
            throw new AssertionError("a message of " + message.length() + " characters", refusal);
        }
        if (message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("a message with control characters", refusal);
        }
    }

    private static void metric(byte[] input) {
        Metric metric = Metric.parse(new String(input, StandardCharsets.UTF_8));
        if (!Metric.parse(metric.expression()).equals(metric)) {
            throw new AssertionError(metric + " is written as another: " + metric.expression());
        }
    }

    private static List<byte[]> metricSeeds() {
        return Stream.of("D0.03cc[Gy]", "D95%[cGy]", "V10Gy[cc]", "CV12.5Gy[%]", "Max[Gy]", "Mean[Gy]", "Min[cGy]")
                .map(m -> m.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
