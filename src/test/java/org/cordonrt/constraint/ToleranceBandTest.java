package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.MetricValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceBandTest {

    private static ConstraintResult judged(Constraint c, double value, String band) {
        StructureMatch cord = StructureNaming.recognise(Structures.drawn(1, "SpinalCord"));
        return ConstraintResult.judge("SET", c, cord, Limits.exactly(c, value), ToleranceBand.parse(band));
    }

    /** In the band a limit is ACCEPTABLE, never PASS; a goal in it is what it always was. */
    @ParameterizedTest
    @CsvSource({
        "SPINAL_CORD Max[Gy] <= 14,        14.0,  0.1Gy, PASS",
        "SPINAL_CORD Max[Gy] <= 14,        14.05, 0.1Gy, ACCEPTABLE",
        "SPINAL_CORD Max[Gy] <= 14,        14.11, 0.1Gy, FAIL",
        "SPINAL_CORD Max[cGy] <= 1400,     1405,  0.1Gy, ACCEPTABLE",
        "SPINAL_CORD Max[cGy] <= 1400,     1411,  0.1Gy, FAIL",
        "SPINAL_CORD Max[Gy] < 14,         14.0,  1%,    ACCEPTABLE",
        "SPINAL_CORD Max[Gy] < 14,         14.14, 1%,    FAIL",
        "SPINAL_CORD Max[Gy] <= 14,        14.14, 1%,    ACCEPTABLE",
        "SPINAL_CORD V10Gy[cc] < 0.35,     0.36,  5%,    ACCEPTABLE",
        "SPINAL_CORD V10Gy[cc] < 0.35,     0.351, 0.1Gy, FAIL"
    })
    void widensALimitToAcceptableOnly(String limit, double value, String band, State state) {
        ConstraintResult r = judged(Limits.limit(limit), value, band);
        assertThat(r.state()).isEqualTo(state);
        if (state == State.ACCEPTABLE) {
            assertThat(r.reason()).contains("tolerance band of", "that you set");
        }
    }

    @Test
    void theWholeIntervalMustLieInside() {
        Constraint c = Limits.limit("SPINAL_CORD Max[Gy] <= 14");
        StructureMatch cord = StructureNaming.recognise(Structures.drawn(1, "SpinalCord"));
        ToleranceBand band = ToleranceBand.parse("0.1 Gy");
        assertThat(ConstraintResult.judge("SET", c, cord, MetricValue.of(c.metric(), 14.05, 14.0, 14.1), band)
                        .state())
                .isEqualTo(State.ACCEPTABLE);
        assertThat(ConstraintResult.judge("SET", c, cord, MetricValue.of(c.metric(), 14.05, 14.0, 14.11), band)
                        .state())
                .isEqualTo(State.FAIL);
    }

    @Test
    void aVerdictInTheBandIsAcceptable() {
        ConstraintResult inBand = judged(Limits.limit("SPINAL_CORD Max[Gy] <= 14"), 14.05, "0.1Gy");
        assertThat(Verdict.of(List.of(inBand)).state()).isEqualTo(State.ACCEPTABLE);
        ConstraintResult met = judged(Limits.limit("SPINAL_CORD D0.35cc[Gy] <= 14"), 10, "0.1Gy");
        assertThat(Verdict.of(List.of(met, inBand)).state()).isEqualTo(State.ACCEPTABLE);
    }

    /** Priority decides which broken limit the verdict names; room decides among equals. */
    @Test
    void theVerdictNamesTheLimitOfHighestPriority() {
        ConstraintResult far = judged(Limits.limit("SPINAL_CORD Max[Gy] <= 10"), 20, "1%");
        ConstraintResult first =
                judged(Limits.withPriority(1, Limits.limit("SPINAL_CORD D0.35cc[Gy] <= 14")), 15, "1%");
        ConstraintResult second = judged(Limits.withPriority(2, Limits.limit("SPINAL_CORD D1.2cc[Gy] <= 7")), 20, "1%");
        assertThat(Verdict.of(List.of(far, second, first)).decidedBy()).isEqualTo(first);
        assertThat(Verdict.of(List.of(far, second)).decidedBy()).isEqualTo(second);
        assertThat(Verdict.of(List.of(far)).decidedBy()).isEqualTo(far);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.1", "Gy", "0Gy", "-1Gy", "1.1Gy", "5.1%", "1e1%", "0.1cGy", "1 % of it", "NaNGy"})
    void refusesWhatIsNoBand(String text) {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> ToleranceBand.parse(text))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.USAGE))
                .withMessageContaining("0.1Gy or 1%");
    }
}
