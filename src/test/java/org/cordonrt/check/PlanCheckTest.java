package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.JsonReport;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
    private static final TreatmentCase SMALL = Cases.small();
    private static final CheckOptions OPTIONS = CheckOptions.defaults();

    private static State verdict(TreatmentCase plan) {
        return PlanCheck.assess(plan, OPTIONS).verdict().state();
    }

    @Test
    void aPlanBelowItsLimitsPassesWithEveryPartInPlace() {
        Assessment a = PlanCheck.assess(SMALL, OPTIONS);
        assertThat(a.verdict().state()).isEqualTo(State.PASS);
        AssessedStructure cord = a.cord().orElseThrow();
        assertThat(cord.name()).isEqualTo("SpinalCord");
        assertThat(cord.coveredFraction()).hasValue(1);
        assertThat(cord.metrics())
                .extracting(v -> v.metric().expression())
                .contains(
                        "Max[Gy]",
                        "Mean[Gy]",
                        "D0.03cc[Gy]",
                        "D0.035cc[Gy]",
                        "D0.1cc[Gy]",
                        "D0.35cc[Gy]",
                        "D1.2cc[Gy]",
                        "D10%[Gy]",
                        "V10Gy[cc]");
        assertThat(a.margins()).extracting(m -> m.to().structure().name()).containsExactly("GTV", "CTV", "PTV");
        assertThat(a.structures())
                .extracting(AssessedStructure::name)
                .containsExactlyElementsOf(Stream.concat(
                                SMALL.structures().structures().stream().map(Structure::name),
                                Stream.of("Derived partial cord"))
                        .toList());
    }

    @Test
    void metricsOfACheckAreThoseOfAQuery() {
        MetricValue checked =
                PlanCheck.assess(SMALL, OPTIONS).cord().orElseThrow().metrics().get(0);
        DoseVolumes asked = PlanCheck.doseVolumes(
                SMALL,
                DoseVolumes.Request.of(List.of("SpinalCord"), List.of(checked.metric()), OptionalDouble.empty()),
                ModelOptions.defaults());
        assertThat(asked.structures().get(0).metrics().get(0)).isEqualTo(checked);
    }

    @Test
    void aHotCordFails() {
        assertThat(verdict(Cases.phantom(SpineOptions.defaults().toBuilder().cordMaxGy(17))))
                .isEqualTo(State.FAIL);
    }

    @Test
    void theNumberOfThreadsChangesNoByte() {
        byte[] one = JsonReport.of(PlanCheck.assess(
                SMALL, OPTIONS.withModel(ModelOptions.defaults().withThreads(1))));
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(JsonReport.of(PlanCheck.assess(
                            SMALL, OPTIONS.withModel(ModelOptions.defaults().withThreads(threads)))))
                    .isEqualTo(one);
        }
    }

    @Test
    void withoutACordNothingPasses() {
        Assessment a = PlanCheck.assess(Cases.without(SMALL, "SpinalCord"), OPTIONS);
        assertThat(a.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(a.verdict().reason()).contains("no spinal cord");
        assertThat(a.margins()).isEmpty();
    }

    @Test
    void theUserMayNameTheCord() {
        TreatmentCase c = Cases.replacing(
                SMALL,
                "SpinalCord",
                Structure.of(1, "Medulla X", Cases.named(SMALL, "SpinalCord").contours()));
        assertThat(verdict(c)).isEqualTo(State.NOT_EVALUABLE);
        assertThat(PlanCheck.assess(c, OPTIONS.withCord("medulla x")).verdict().state())
                .isEqualTo(State.PASS);
        assertThatThrownBy(() -> PlanCheck.assess(c, OPTIONS.withCord("Medula")))
                .isInstanceOfSatisfying(
                        CordonException.class, e -> assertThat(e.code()).isEqualTo(IssueCode.STRUCTURE_NOT_FOUND));
    }

    @Test
    void targetsMayBeNamed() {
        Assessment a = PlanCheck.assess(SMALL, OPTIONS.withTargets(List.of("PTV")));
        assertThat(a.margins()).extracting(m -> m.to().structure().name()).containsExactly("PTV");
    }

    @Test
    void twoCordsAreNotChosenBetween() {
        TreatmentCase c = Cases.replacing(
                SMALL,
                "VB_T09",
                Structure.of(1, "spinalcord", Cases.named(SMALL, "SpinalCord").contours()));
        assertThatThrownBy(() -> PlanCheck.assess(c, OPTIONS))
                .isInstanceOfSatisfying(
                        CordonException.class, e -> assertThat(e.code()).isEqualTo(IssueCode.STRUCTURE_AMBIGUOUS));
    }

    @Test
    void aCordThatLeavesTheDoseGridIsNotEvaluable() {
        Assessment a = PlanCheck.assess(Cases.withDose(SMALL, Optional.of(lowerHalf(SMALL))), OPTIONS);
        assertThat(a.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        AssessedStructure cord = a.cord().orElseThrow();
        assertThat(cord.coveredFraction().orElseThrow()).isBetween(0.2, 0.8);
        assertThat(cord.metrics()).noneMatch(MetricValue::isEvaluable);
        assertThat(a.issues())
                .anyMatch(i -> i.code() == IssueCode.STRUCTURE_NOT_COVERED && i.severity() == Severity.ERROR);
        assertThat(a.constraints()).noneMatch(r -> r.state() == State.PASS && isCord(r));
    }

    private static boolean isCord(ConstraintResult r) {
        return r.constraint().structureKind() == StructureKind.SPINAL_CORD;
    }

    /** The same dose without its upper frames. */
    private static DoseGrid lowerHalf(TreatmentCase c) {
        DoseGrid dose = c.dose().orElseThrow();
        GridGeometry g = dose.geometry();
        int frames = g.frames() / 2;
        double[] offsets = new double[frames];
        double[] gy = new double[g.columns() * g.rows() * frames];
        for (int k = 0; k < frames; k++) {
            offsets[k] = g.frameOffsetMm(k);
            for (int j = 0; j < g.rows(); j++) {
                dose.copyRowGy(j, k, 0, g.columns(), gy, (k * g.rows() + j) * g.columns());
            }
        }
        return DoseGrid.of(
                new GridGeometry(
                        g.columns(), g.rows(), g.origin(), g.columnStep(), g.rowStep(), g.frameDirection(), offsets),
                gy);
    }

    @Test
    void withoutADoseNothingPasses() {
        Assessment a = PlanCheck.assess(Cases.withDose(SMALL, Optional.empty()), OPTIONS);
        assertThat(a.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(a.margins()).as("separation needs no dose").hasSize(3);
    }

    @Test
    void withoutFractionsNothingPasses() {
        assertThat(verdict(Cases.withPlan(SMALL, PlanSummary.unknown()))).isEqualTo(State.NOT_EVALUABLE);
        assertThat(verdict(Cases.withPlan(SMALL, PlanSummary.unknown().withFractions(1))))
                .isEqualTo(State.PASS);
    }

    @Test
    void fractionsThatNoSetKnowsAreNotEvaluable() {
        Assessment a = PlanCheck.assess(Cases.withPlan(SMALL, SMALL.plan().withFractions(7)), OPTIONS);
        assertThat(a.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(a.constraints()).allMatch(r -> r.state() == State.SKIPPED);
        assertThat(a.issues()).anyMatch(i -> i.code() == IssueCode.NO_LIMIT_APPLIES);
    }

    @Test
    void aCordThatIsNoSolidIsNotEvaluableAndSaysWhy() {
        Contour tilted = Contour.of(
                ContourGeometricType.CLOSED_PLANAR, new double[] {0, 0, 0, 9, 0, 5, 9, 9, -5, 0, 9, 8, 4, 4, 30});
        Assessment a = PlanCheck.assess(
                Cases.replacing(SMALL, "SpinalCord", Structure.of(1, "SpinalCord", List.of(tilted))), OPTIONS);
        assertThat(a.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(a.issues()).extracting(Issue::code).contains(IssueCode.CONTOUR_GEOMETRY);
        AssessedStructure cord = a.structures().stream()
                .filter(s -> s.name().equals("SpinalCord"))
                .findFirst()
                .orElseThrow();
        assertThat(cord.reason()).isNotNull();
        assertThat(cord.metrics()).isNotEmpty().noneMatch(MetricValue::isEvaluable);
    }

    @Test
    void aStructureOnOnePlaneIsAsThickAsTheOthersAreSpaced() {
        Structure slice = Structure.of(
                99,
                "Slice",
                List.of(Cases.square(Cases.named(SMALL, "GTV").contours().get(0).point(0), 5)));
        List<Structure> all = new ArrayList<>(SMALL.structures().structures());
        all.add(slice);
        DoseVolumes v = PlanCheck.doseVolumes(
                Cases.withStructures(SMALL, all),
                DoseVolumes.Request.of(List.of("Slice"), List.of(), OptionalDouble.empty()),
                ModelOptions.defaults());
        assertThat(v.structures().get(0).volumeCc().orElseThrow()).isCloseTo(10 * 10 * 3 / 1000.0, within(1e-9));
        assertThat(v.issues()).anyMatch(i -> i.code() == IssueCode.CONTOUR_SINGLE_PLANE);
    }

    @Test
    void volumesNeedNoDose() {
        DoseVolumes v = PlanCheck.doseVolumes(
                Cases.withDose(SMALL, Optional.empty()),
                DoseVolumes.Request.of(List.of(), List.of(), OptionalDouble.empty()),
                ModelOptions.defaults());
        assertThat(v.structures())
                .allMatch(s -> s.volumeCc().isPresent() && s.metrics().isEmpty());
        DoseVolumes asked = PlanCheck.doseVolumes(
                Cases.withDose(SMALL, Optional.empty()),
                DoseVolumes.Request.of(List.of("GTV"), List.of(Metric.parse("Max[Gy]")), OptionalDouble.of(1)),
                ModelOptions.defaults());
        assertThat(asked.structures().get(0).metrics().get(0).notEvaluable()).isEqualTo("there is no dose");
        assertThat(asked.structures().get(0).curve()).isEmpty();
    }

    @Test
    void aCurveFallsFromTheWholeVolumeToNothing() {
        Curve curve = PlanCheck.doseVolumes(
                        SMALL,
                        DoseVolumes.Request.of(List.of("GTV"), List.of(), OptionalDouble.of(0.5)),
                        ModelOptions.defaults())
                .structures()
                .get(0)
                .curve()
                .orElseThrow();
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.volumeCc(i)).isLessThanOrEqualTo(curve.volumeCc(i - 1));
            assertThat(curve.doseGy(i) - curve.doseGy(i - 1)).isCloseTo(0.5, within(1e-9));
        }
        assertThat(curve.volumeCc(curve.size() - 1)).isCloseTo(0, within(1e-9));
    }

    @Test
    void namesThatLeadNowhereAreRefusedWithSuggestions() {
        assertThatThrownBy(() -> PlanCheck.margins(SMALL, List.of("Cord"), List.of("GTV"), ModelOptions.defaults()))
                .hasMessageContaining("'Cord'")
                .hasMessageContaining("SpinalCord");
        assertThatThrownBy(
                        () -> PlanCheck.margins(SMALL, List.of("SpinalCord"), List.of("zzz"), ModelOptions.defaults()))
                .hasMessageContaining("cordon list");
    }

    @Test
    void marginsAreMeasuredFromEachToEach() {
        Margins m = PlanCheck.margins(
                SMALL, List.of("SpinalCord", "ThecalSac"), List.of("GTV", "gtv", "PTV"), ModelOptions.defaults());
        assertThat(m.margins())
                .extracting(x ->
                        x.from().structure().name() + "-" + x.to().structure().name())
                .containsExactly("SpinalCord-GTV", "SpinalCord-PTV", "ThecalSac-GTV", "ThecalSac-PTV");
        assertThat(m.margins())
                .allMatch(x -> x.slabMm() <= x.planesMm() && Math.abs(x.slabMm() - x.distanceMm()) < 0.1);
    }

    @Test
    void aMarginOfNothingIsRefused() {
        List<Structure> all = new ArrayList<>(SMALL.structures().structures());
        all.add(Structure.of(99, "Empty", List.of()));
        assertThatThrownBy(() -> PlanCheck.margins(
                        Cases.withStructures(SMALL, all), List.of("Empty"), List.of("GTV"), ModelOptions.defaults()))
                .isInstanceOfSatisfying(
                        CordonException.class, e -> assertThat(e.code()).isEqualTo(IssueCode.STRUCTURE_EMPTY));
    }

    @Test
    void optionsRefuseNonsense() {
        assertThatThrownBy(() -> ModelOptions.defaults().withThreads(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelOptions.defaults().withToleranceGy(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
