package org.cordonrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.State;
import org.cordonrt.dicom.LengthFields;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of every case, cut at every 64th byte and with every length in it replaced by six wrong ones: what comes
 * out is a refusal in words or the verdict of the intact file, in under a second.
 *
 * <p>In the normal run every {@value #SAMPLE}th damage is tried; all of them with {@code mvn test
 * -Dtest=DamageSweepTest -Dcordon.sweep=full}, which prints its figures.
 */
class DamageSweepTest {
    private static final boolean FULL = "full".equals(System.getProperty("cordon.sweep"));
    private static final int SAMPLE = 97;
    private static final int CUT_BYTES = 64;
    private static final int LIES = 6;
    private static final double LONGEST_SECONDS = 1;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    /** A case with what its check needs to be told. */
    record Case(String name, Path from, CheckOptions options, Optional<Integer> fractions) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One file of a case, made worse. */
    record Damage(String what, byte[] bytes) {}

    static Stream<Case> cases() {
        CheckOptions defaults = CheckOptions.defaults();
        Stream<Case> spine = Stream.of("1fx-pass", "1fx-fail", "1fx-abutting", "3fx-pass", "5fx-pass", "5fx-slanted")
                .map(n -> new Case(n, Path.of("testdata/spine", n), defaults, Optional.empty()));
        // Organs of the trunk stand in for a cord: what counts is that the verdict does not move.
        Path real = Path.of("testdata/real");
        return Stream.concat(
                spine,
                Stream.of(
                        new Case(
                                "eclipse-prostate",
                                real.resolve("eclipse-prostate-phantom"),
                                defaults.withCord("Rectum"),
                                Optional.of(5)),
                        new Case(
                                "raystation",
                                real.resolve("raystation-ramp-phantom"),
                                defaults.withCord("PMMA"),
                                Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aDamagedFileIsRefusedOrChangesNothing(Case c) throws IOException {
        List<Path> files = copy(c);
        Outcome intact = outcome(c);
        assertThat(intact.state()).as(intact.words()).isNotNull();
        Map<String, Integer> figures = new TreeMap<>();
        double slowest = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (long k = 0, all = damages(bytes); k < all; k += FULL ? 1 : SAMPLE) {
                Damage damage = damage(bytes, k);
                Files.write(file, damage.bytes());
                Outcome o = outcome(c, intact);
                String what = file.getFileName() + " " + damage.what();
                slowest = Math.max(slowest, o.seconds());
                figures.merge(o.kind(intact), 1, Integer::sum);
                if (FULL && o.kind(intact).startsWith("read")) {
                    System.out.println(what + ": " + o.kind(intact) + " " + o.words());
                }
                assertThat(o.verdict()).as(what + ": " + o.words()).isIn(allowed(intact));
                assertThat(o.seconds()).as(what).isLessThan(LONGEST_SECONDS);
            }
            Files.write(file, bytes);
        }
        if (FULL) {
            System.out.printf(Locale.ROOT, "%s: %s, slowest %.3f s%n", c, figures, slowest);
        }
    }

    /** A refusal, the same verdict, or none; a broken limit may not go unseen for want of another file. */
    private static List<Optional<State>> allowed(Outcome intact) {
        return List.of(Optional.empty(), intact.verdict(), Optional.of(State.NOT_EVALUABLE));
    }

    private List<LengthFields.Field> fields = List.of();
    private byte[] plain = new byte[0];

    private long damages(byte[] bytes) {
        plain = LengthFields.inflated(bytes);
        fields = LengthFields.of(plain);
        return (bytes.length - 1) / CUT_BYTES + 1 + (long) LIES * fields.size();
    }

    private Damage damage(byte[] bytes, long k) {
        int cuts = (bytes.length - 1) / CUT_BYTES + 1;
        if (k < cuts) {
            int at = (int) k * CUT_BYTES;
            return new Damage("cut at byte " + at, Arrays.copyOf(bytes, at));
        }
        LengthFields.Field field = fields.get((int) ((k - cuts) / LIES));
        long lie = field.lies()[(int) ((k - cuts) % LIES)];
        return new Damage(
                "length at byte " + field.at() + " is " + lie + " for " + field.value(), field.in(plain, lie));
    }

    /**
     * What came of a case: a refusal, or a verdict on what was read.
     *
     * @param seconds of the processor until it was read or refused
     */
    record Outcome(Optional<State> verdict, String reading, String words, double seconds) {
        State state() {
            return verdict.orElse(null);
        }

        String kind(Outcome intact) {
            if (verdict.isEmpty()) {
                return "refused";
            }
            if (reading.equals(intact.reading())) {
                return "same";
            }
            return verdict.equals(intact.verdict())
                    ? "read otherwise, same verdict"
                    : "read otherwise, " + verdict.get();
        }
    }

    private Outcome outcome(Case c, Outcome... known) {
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            CaseRequest request = CaseRequest.of(folder).withoutDigests();
            TreatmentCase read = CaseReader.read(
                    c.fractions().isPresent()
                            ? request.withFractions(c.fractions().get())
                            : request);
            double seconds = seconds(begun);
            String reading = reading(read);
            for (Outcome k : known) {
                if (k.reading().equals(reading)) {
                    return new Outcome(k.verdict(), reading, k.words(), seconds);
                }
            }
            var verdict = PlanCheck.assess(read, c.options()).verdict();
            return new Outcome(Optional.of(verdict.state()), reading, verdict.reason(), seconds);
        } catch (CordonException e) {
            return new Outcome(Optional.empty(), "", e.code() + " " + e.getMessage(), seconds(begun));
        }
    }

    private static double seconds(long begun) {
        return (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
    }

    /** Everything that a verdict can depend on. */
    private static String reading(TreatmentCase c) {
        StringBuilder all = new StringBuilder();
        all.append(c.structures().frameOfReferenceUid()).append('\n');
        for (Structure s : c.structures().structures()) {
            all.append(s.roiNumber()).append(s.name()).append(s.interpretedType());
            for (Contour contour : s.contours()) {
                all.append(contour.type()).append(Arrays.hashCode(contour.toArray()));
            }
            all.append('\n');
        }
        DoseGrid dose = c.dose().orElseThrow();
        var g = dose.geometry();
        all.append(g.origin()).append(g.columnStep()).append(g.rowStep()).append(g.frameDirection());
        double[] row = new double[g.columns()];
        long hash = 0;
        for (int k = 0; k < g.frames(); k++) {
            all.append(g.frameOffsetMm(k));
            for (int j = 0; j < g.rows(); j++) {
                dose.copyRowGy(j, k, 0, row.length, row, 0);
                hash = hash * 31 + Arrays.hashCode(row);
            }
        }
        all.append(hash).append(c.plan().fractions()).append(c.plan().prescriptionGy());
        all.append(c.issues().stream()
                .filter(i -> i.severity() != Severity.INFO)
                .map(Issue::toString)
                .collect(Collectors.joining()));
        return all.toString();
    }

    private List<Path> copy(Case c) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(c.from())) {
            for (Path file :
                    found.filter(f -> f.toString().endsWith(".dcm")).sorted().toList()) {
                files.add(Files.copy(file, folder.resolve(file.getFileName().toString())));
            }
        }
        return files;
    }
}
