package org.cordonrt.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D0.035cc[Gy]", "D0.5cc[Gy]", "D5cc[Gy]", "D10%[Gy]", "D100%[cGy]", "V10Gy[cc]", "V10Gy[%]",
                "V0Gy[cc]", "V25.946Gy[cc]", "V1050cGy[cc]", "CV10Gy[cc]", "Max[Gy]", "Mean[Gy]", "Min[cGy]"
            })
    void readsTg263AndWritesItBack(String text) {
        assertThat(Metric.parse(text).expression()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"D0.50cc[Gy],D0.5cc[Gy]", "D10.0%[Gy],D10%[Gy]", "V012Gy[cc],V12Gy[cc]"})
    void writesNumbersCanonically(String text, String canonical) {
        assertThat(Metric.parse(text).expression()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "D0.5,5",
        "D0.5[Gy],5",
        "D0.035cc,9",
        "D0.035cc[cc],10",
        "D.5cc[Gy],2",
        "D5.cc[Gy],4",
        "D-1cc[Gy],2",
        "D1e3cc[Gy],3",
        "D0cc[Gy],2",
        "D101%[Gy],2",
        "d5cc[Gy],1",
        "D5 cc[Gy],3",
        "V10[cc],4",
        "V10Gy,6",
        "V10Gy[Gy],7",
        "V10%[cc],4",
        "max[Gy],1",
        "Dmax[Gy],2",
        "Max,4",
        "Max[gy],5",
        "Max[Gy]x,8",
        "C10Gy[cc],1",
        "D0x1cc[Gy],3",
        "DNaNcc[Gy],2",
        "D1234567890123cc[Gy],2"
    })
    void refusesAnythingElseWithItsPosition(String text, int position) {
        assertThatThrownBy(() -> Metric.parse(text))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining("at position " + position + ",")
                .extracting(e -> ((CordonException) e).code())
                .isEqualTo(IssueCode.METRIC_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Max[Gy]", "Max[Gy] ", "١٠"})
    void refusesBlanksAndForeignDigits(String text) {
        assertThatThrownBy(() -> Metric.parse(text)).isInstanceOf(CordonException.class);
    }
}
