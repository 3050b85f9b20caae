package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.State;
import org.cordonrt.metric.Metric;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadroomTest {
    /** Values are better than their intervals: their own error is a few parts in 100,000. */
    private static final double VALUE_ERROR = 3e-5;

    @TempDir
    Path folder;

    private static TreatmentCase scaled(TreatmentCase c, double factor) {
        DoseGrid dose = c.dose().orElseThrow();
        GridGeometry g = dose.geometry();
        double[] doseGy = new double[g.sampleCount()];
        int i = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int r = 0; r < g.rows(); r++) {
                for (int x = 0; x < g.columns(); x++) {
                    doseGy[i++] = dose.doseGy(x, r, k) * factor;
                }
            }
        }
        return Cases.withDose(c, Optional.of(DoseGrid.of(g, doseGy)));
    }

    /** All limits on the cord and around it that count. */
    private static List<ConstraintResult> cordResults(TreatmentCase c, List<ConstraintSet> sets) {
        return PlanCheck.assess(c, CheckOptions.defaults().withSets(sets)).constraints().stream()
                .filter(r -> r.counts() && r.constraint().structureKind().guardsCord())
                .toList();
    }

    private static Scaling scaling(TreatmentCase c, List<ConstraintSet> sets) {
        return PlanCheck.assess(c, CheckOptions.defaults().withSets(sets))
                .derived()
                .scaling();
    }

    /** Scaling the dose by the factor meets every limit; by a ten-thousandth more breaks the one that was named. */
    @ParameterizedTest
    @CsvSource({"1, 9, 18", "1, 16, 18", "3, 13, 27", "5, 15, 30", "2, 14, 24"})
    void theFactorIsExact(int fractions, double cordMaxGy, double prescriptionGy) {
        TreatmentCase c = Cases.phantom(SpineOptions.defaults().toBuilder()
                .fractions(fractions)
                .cordMaxGy(cordMaxGy)
                .prescriptionGy(prescriptionGy));
        List<ConstraintSet> sets = ConstraintSets.loadAll(List.of("TG101", "HYTEC", "QUANTEC", "SPINE2025"));
        Scaling s = scaling(c, sets);
        assertThat(s.isKnown()).as("%s", s.reason()).isTrue();
        assertThat(cordResults(scaled(c, s.factor()), sets))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.room().gy().orElseThrow())
                        .as("%s", r)
                        .isGreaterThan(-VALUE_ERROR * Headroom.limitGy(r.constraint())));
        ConstraintResult limit = Objects.requireNonNull(s.limitedBy());
        assertThat(s.lower()).isLessThanOrEqualTo(s.factor()).isGreaterThan(0.99 * s.factor());
        assertThat(cordResults(scaled(c, s.factor() * 1.0001), sets))
                .filteredOn(r -> r.room().gy().orElseThrow() < 0)
                .extracting(r -> r.setId() + r.constraint().id())
                .contains(limit.setId() + limit.constraint().id());
        // The certain side: no limit is broken at all.
        assertThat(cordResults(scaled(c, s.lower()), sets)).noneMatch(r -> r.state() == State.FAIL);
    }

    /** A limit on a volume is reached where the dose to that volume comes to the limit's dose. */
    @Test
    void aLimitOnAVolumeGivesTheFactorOfItsDose() throws Exception {
        TreatmentCase c = Cases.small();
        Path file = folder.resolve("v.yaml");
        Files.writeString(file, """
                schema: cordon/constraint-set/1
                id: VOLUME
                name: One limit on a volume
                version: "1"
                description: For a test.
                citation: Somebody A. 2020
                doi: 10.1000/x
                constraints:
                  - id: V
                    structure: SPINAL_CORD
                    structureInSource: Spinal cord
                    fractions: 1
                    metric: V8Gy[cc]
                    comparator: <=
                    limit: 0.2
                    unit: cc
                    level: mandatory
                    endpoint: myelopathy
                    where: nowhere
                    status: V1
                """);
        List<ConstraintSet> sets = List.of(ConstraintSets.load(file.toString()));
        ConstraintResult r = cordResults(c, sets).get(0);
        double d = measured(c, "D0.2cc[Gy]");
        assertThat(r.room().gy().orElseThrow()).isCloseTo(8 - d, within(1e-3));
        assertThat(r.room().percent().orElseThrow()).isCloseTo(100 * (8 - d) / 8, within(1e-2));
        assertThat(r.room().cc().orElseThrow()).isCloseTo(0.2 - measured(c, "V8Gy[cc]"), within(1e-3));
        assertThat(scaling(c, sets).factor()).isCloseTo(8 / d, within(1e-3));
        assertThat(cordResults(scaled(c, 8 / d * 1.01), sets).get(0).state()).isEqualTo(State.FAIL);
        assertThat(cordResults(scaled(c, 8 / d * 0.99), sets).get(0).state()).isEqualTo(State.PASS);
    }

    /** A limit on a dose has a volume left too: what is allowed to have that dose less what has it. */
    @Test
    void everyLimitHasRoomAlongBothAxes() {
        TreatmentCase c = Cases.phantom(SpineOptions.defaults().toBuilder().cordMaxGy(12));
        List<ConstraintResult> results = cordResults(c, ConstraintSets.loadAll(List.of("TG101")));
        ConstraintResult r = results.stream()
                .filter(x -> x.constraint().id().equals("T1"))
                .findFirst()
                .orElseThrow();
        Headroom room = r.room();
        double d = measured(c, "D0.35cc[Gy]");
        assertThat(room.gy().orElseThrow()).isCloseTo(10 - d, within(1e-3));
        assertThat(room.percent().orElseThrow()).isCloseTo(10 * (10 - d), within(1e-2));
        assertThat(room.cc().orElseThrow()).isCloseTo(0.35 - measured(c, "V10Gy[cc]"), within(1e-3));
        assertThat(room.factor().orElseThrow()).isCloseTo(10 / d, within(1e-3));
        assertThat(Math.signum(room.cc().orElseThrow()))
                .isEqualTo(Math.signum(room.gy().orElseThrow()));
    }

    private static double measured(TreatmentCase c, String metric) {
        return PlanCheck.doseVolumes(
                        c,
                        DoseVolumes.Request.of(
                                List.of("SpinalCord"), List.of(Metric.parse(metric)), OptionalDouble.empty()),
                        ModelOptions.defaults())
                .structures()
                .get(0)
                .metrics()
                .get(0)
                .value();
    }

    /** What cannot be evaluated could be the limit that binds, so there is no factor then. */
    @Test
    void thereIsNoFactorWhereALimitIsOpen() {
        TreatmentCase small = Cases.small();
        List<ConstraintSet> sets = ConstraintSets.loadAll(ConstraintSets.defaultIds());
        List<TreatmentCase> open = new ArrayList<>();
        open.add(Cases.without(small, "SpinalCord"));
        open.add(Cases.withPlan(small, PlanSummary.unknown()));
        open.add(Cases.withPlan(small, PlanSummary.unknown().withFractions(7)));
        for (TreatmentCase c : open) {
            Scaling s = scaling(c, sets);
            assertThat(s.isKnown()).isFalse();
            assertThat(s.factor()).isNaN();
            assertThat(s.reason()).isNotBlank();
        }
    }

    /** The equivalents are those of the measured doses, and change no verdict. */
    @Test
    void equivalentsAreInformation() {
        TreatmentCase c = Cases.small();
        Assessment a = PlanCheck.assess(c, CheckOptions.defaults());
        double maxGy = a.cord().orElseThrow().metrics().get(0).value();
        assertThat(a.derived().biological().get(0)).satisfies(b -> {
            assertThat(b.structure().structure().name()).isEqualTo("SpinalCord");
            assertThat(b.doseGy()).isEqualTo(maxGy);
            assertThat(b.model().alphaBetaGy()).isEqualTo(2);
            assertThat(b.eqd2Gy()).isCloseTo(maxGy * (maxGy + 2) / 4, within(1e-12));
            assertThat(b.bedGy()).isCloseTo(2 * b.eqd2Gy(), within(1e-12));
        });
        assertThat(PlanCheck.assess(Cases.withPlan(c, PlanSummary.unknown()), CheckOptions.defaults())
                        .derived()
                        .biological())
                .isEmpty();
    }
}
