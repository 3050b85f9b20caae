package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.report.Samples.MAX;
import static org.cordonrt.report.Samples.NEAR_MAX;
import static org.cordonrt.report.Samples.limit;
import static org.cordonrt.report.Samples.match;

import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.metric.MetricValue;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    private final StructureMatch cord = match(1, "SpinalCord");

    @Test
    void saysWhatIsLeftAndHowNearTheTumourIs() {
        assertThat(Headline.of(Samples.met().build()))
                .isEqualTo("SpinalCord D0.035cc 13.10 Gy of 14 Gy (TG101, 1 fraction): 0.90 Gy left; 2.4 mm from GTV");
    }

    @Test
    void picksTheTightestOfSeveralLimits() {
        assertThat(Headline.of(Samples.met()
                        .tested(cord, "QUANTEC", limit("Q1", MAX, 13.5), 13.4)
                        .build()))
                .startsWith("SpinalCord Max 13.40 Gy of 13.5 Gy (QUANTEC, 1 fraction): 0.10 Gy left");
    }

    @Test
    void saysHowMuchIsOver() {
        assertThat(Headline.of(Samples.met()
                        .tested(cord, "QUANTEC", limit("Q1", MAX, 13), 13.4)
                        .build()))
                .isEqualTo("SpinalCord Max 13.40 Gy of 13 Gy (QUANTEC, 1 fraction): 0.40 Gy over; 2.4 mm from GTV");
    }

    @Test
    void neverRoundsAnExcessAway() {
        assertThat(Headline.of(new Samples()
                        .tested(cord, "TG101", limit("T3", NEAR_MAX, 14), 14.0004)
                        .build()))
                .startsWith("SpinalCord D0.035cc 14.0004 Gy of 14 Gy")
                .contains("0.0004 Gy over");
    }

    @Test
    void givesTheReasonWhereNothingWasMeasured() {
        assertThat(Headline.of(new Samples()
                        .tested(
                                cord,
                                "TG101",
                                limit("T3", NEAR_MAX, 14),
                                MetricValue.notEvaluable(NEAR_MAX, "3 % lies outside the dose grid"))
                        .build()))
                .contains("3 % lies outside the dose grid")
                .doesNotContain("left");
    }

    @Test
    void saysWhyALimitInsideTheIntervalIsNoPass() {
        assertThat(Headline.of(new Samples()
                        .tested(cord, "TG101", limit("T3", NEAR_MAX, 14), 13.999)
                        .build()))
                .contains("cannot be decided");
    }

    @Test
    void namesTheOverlap() {
        StructureMatch gtv = match(2, "GTV");
        Samples touching = new Samples().tested(cord, "TG101", limit("T3", NEAR_MAX, 14), 13);
        assertThat(Headline.of(touching.margin(cord, gtv, 0, 0.123).build())).endsWith("; overlaps GTV by 0.123 cc");
    }

    @Test
    void measuresFromTheTumourWhereOneIsDrawnAndNotFromItsMargins() {
        assertThat(Headline.of(
                        Samples.met().margin(cord, match(3, "PTV"), 0.5, 0).build()))
                .endsWith("2.4 mm from GTV");
    }

    @Test
    void withoutACordThereIsOnlyTheReason() {
        assertThat(Headline.of(new Samples()
                        .untested("TG101", limit("T3", NEAR_MAX, 14), State.NOT_EVALUABLE, "no spinal cord")
                        .build()))
                .contains("no spinal cord");
    }
}
