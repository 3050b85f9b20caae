package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.TargetShape;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;

class HotSpotTest {
    private static HotSpot of(TreatmentCase plan) {
        return PlanCheck.assess(plan, CheckOptions.defaults())
                .derived()
                .hottest()
                .orElseThrow();
    }

    private static TreatmentCase withTarget(TargetShape shape) {
        return Cases.phantom(SpineOptions.defaults().toBuilder().target(shape).bends(0));
    }

    @Test
    void aCordIsHottestWhereItsTargetLies() {
        HotSpot.Cluster left = of(withTarget(TargetShape.BESIDE)).clusters().get(0);
        assertThat(left.side()).isEqualTo("left");
        assertThat(left.planeMm()).isEqualTo(-200);
        assertThat(left.target().orElseThrow().match().structure().name()).isIn("GTV", "CTV", "PTV");
        assertThat(left.target().orElseThrow().distanceMm()).isBetween(3.0, 4.5);
        HotSpot.Cluster front = of(withTarget(TargetShape.FRONT)).clusters().get(0);
        assertThat(front.clock()).isEqualTo("12");
        assertThat(front.fromCentreMm()).isBetween(3.0, 5.0);
    }

    @Test
    void thePartHasTheVolumeOfTheMetricAndItsDose() {
        Assessment a = PlanCheck.assess(withTarget(TargetShape.BESIDE), CheckOptions.defaults());
        HotSpot hot = a.derived().hottest().orElseThrow();
        assertThat(hot.clusters().stream()
                        .mapToDouble(HotSpot.Cluster::volumeCc)
                        .sum())
                .isCloseTo(0.035, within(0.002));
        assertThat(a.cord().orElseThrow().metrics())
                .anyMatch(v -> v.metric().equals(HotSpots.NEAR_MAXIMUM) && v.value() == hot.doseGy());
    }

    @Test
    void withoutADoseOrACordThereIsNone() {
        TreatmentCase plan = Cases.small();
        assertThat(PlanCheck.assess(Cases.withDose(plan, Optional.empty()), CheckOptions.defaults())
                        .derived()
                        .hottest())
                .isEmpty();
        assertThat(PlanCheck.assess(Cases.without(plan, "SpinalCord"), CheckOptions.defaults())
                        .derived()
                        .hottest())
                .isEmpty();
    }
}
