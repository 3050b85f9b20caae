package org.cordonrt.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Curve;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.junit.jupiter.api.Test;

class IllustratorTest {
    private static final SmallCase USUAL = SmallCase.usual();
    private static final Illustrations SHOWN = USUAL.illustrations();

    @Test
    void curvesAreThoseOfTheCordWhatHoldsItTargetsAndJudgedOrgans() {
        assertThat(SHOWN.curves())
                .extracting(c -> c.match().structure().name())
                .containsExactly(
                        "SpinalCord",
                        "SpinalCord_PRV02",
                        "ThecalSac",
                        "SpinalCanal",
                        "GTV",
                        "CTV",
                        "PTV",
                        "Esophagus",
                        "Derived partial cord");
    }

    @Test
    void everyCurveHoldsTheMetricsOfTheAssessment() {
        for (StructureCurve c : SHOWN.curves()) {
            AssessedStructure s = USUAL.found().structures().stream()
                    .filter(a -> a.match().equals(c.match()))
                    .findFirst()
                    .orElseThrow();
            assertThat(c.volumeCc()).isEqualTo(s.volumeCc().orElseThrow());
            Curve curve = c.curve();
            assertThat(curve.volumeCc(0)).isCloseTo(c.volumeCc(), within(1e-9));
            assertThat(curve.size()).isLessThanOrEqualTo(StructureCurve.MOST_POINTS);
            double maxGy = value(s, "Max[Gy]");
            for (int i = 0; i < curve.size(); i++) {
                if (curve.doseGy(i) > maxGy + 0.01) {
                    assertThat(curve.volumeCc(i)).as(s.name()).isCloseTo(0, within(1e-6));
                }
                assertThat(curve.volumeCc(i)).isBetween(curve.lowerCc(i), curve.upperCc(i));
            }
        }
    }

    private static double value(AssessedStructure s, String metric) {
        return s.metrics().stream()
                .filter(v -> v.metric().equals(Metric.parse(metric)))
                .mapToDouble(MetricValue::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void profilesAgreeWithTheMargins() {
        assertThat(SHOWN.profiles()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(SHOWN.profiles().get(i).to())
                    .isEqualTo(USUAL.found().margins().get(i).to());
            // The profile looks at planes and half-way between them only.
            assertThat(SHOWN.profiles().get(i).nearest().distanceMm())
                    .isGreaterThanOrEqualTo(USUAL.found().margins().get(i).distanceMm() - 1e-6);
        }
    }

    @Test
    void withoutATargetThereIsNoGap() {
        Illustrations shown = USUAL.without("GTV", "CTV", "PTV").illustrations();
        assertThat(shown.profiles()).isEmpty();
        assertThat(shown.across()).isEmpty();
        assertThat(shown.curves()).isNotEmpty();
    }

    @Test
    void withoutACordThereIsNothingToLookAt() {
        Illustrations shown = USUAL.without("SpinalCord").illustrations();
        assertThat(shown.profiles()).isEmpty();
        assertThat(shown.views()).isEmpty();
        assertThat(shown.curves()).isNotEmpty();
    }

    @Test
    void withoutADoseThereAreNoCurves() {
        Illustrations shown = USUAL.withDose(Optional.empty()).illustrations();
        assertThat(shown.curves()).isEmpty();
        assertThat(shown.profiles()).hasSize(3);
        assertThat(shown.across()).isEmpty();
    }

    @Test
    void levelsAreThePrescriptionTheLimitsAndWhatFitsBetween() {
        List<DoseLevel> levels = DoseLevel.of(USUAL.found());
        assertThat(levels).extracting(DoseLevel::gy).containsExactly(18.0, 14.0, 10.0, 7.0);
        assertThat(levels).extracting(DoseLevel::isLimit).containsExactly(false, true, true, true);
    }
}
