package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interrupting the thread that checks ends the check; nothing half done comes out. */
class CancellationTest {
    private final TreatmentCase plan = Cases.small();

    @AfterEach
    void forgetTheInterruption() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @CsvSource({"MEASURING,1", "SEPARATIONS,1", "LIMITS,1", "REVIEW,1", "STABILITY,1", "MEASURING,3", "STABILITY,3"})
    void endsInWhateverStageItIs(CheckStage cancelled, int threads) {
        CheckOptions options =
                CheckOptions.defaults().withModel(ModelOptions.defaults().withThreads(threads));
        List<CheckStage> begun = new ArrayList<>();
        assertThatThrownBy(() -> PlanCheck.assess(plan, options, stage -> {
                    begun.add(stage);
                    if (stage == cancelled) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(begun).last().isEqualTo(cancelled);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void isNoRefusalThatAStructureCouldKeepAsItsReason() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> PlanCheck.doseVolumes(
                        plan,
                        new DoseVolumes.Request(
                                List.of(), List.of(Metric.parse("Max[Gy]")), true, OptionalDouble.empty()),
                        ModelOptions.defaults()))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void endsTheHistogramOfOneStructure() {
        SlabSolid cord = SlabSolid.of(Cases.named(plan, "SpinalCord"), SolidOptions.defaults());
        Dvh dvh = Dvh.of(cord, plan.dose().orElseThrow(), DvhOptions.defaults());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> dvh.evaluate(Metric.parse("D0.035cc[Gy]"))).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> dvh.evaluate(Metric.parse("Max[Gy]"))).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> dvh.curve(0.1)).isInstanceOf(CancellationException.class);
    }
}
