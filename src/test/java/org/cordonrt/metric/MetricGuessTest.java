package org.cordonrt.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordonrt.issue.CordonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricGuessTest {

    @ParameterizedTest
    @CsvSource({
        "Dmax, Max[Gy]",
        "mean, Mean[Gy]",
        "D_mean[cGy], Mean[cGy]",
        "D0.035, D0.035cc[Gy]",
        "d95, D95%[Gy]",
        "D0.035cc, D0.035cc[Gy]",
        "D 2 %, D2%[Gy]",
        "D_2%[Gy], D2%[Gy]",
        "D0.1cm3[Gy], D0.1cc[Gy]",
        "V10, V10Gy[cc]",
        "V20Gy, V20Gy[cc]",
        "v20Gy(%), V20Gy[%]"
    })
    void whatWasMeantIsSaidAndIsAMetric(String written, String meant) {
        assertThatThrownBy(() -> Metric.parse(written))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining("did you mean " + meant + "?");
        assertThat(Metric.parse(meant).expression()).isEqualTo(meant);
    }

    @Test
    void otherwiseThereAreExamples() {
        assertThatThrownBy(() -> Metric.parse("xyz")).hasMessageContaining("examples: D0.035cc[Gy]");
        assertThatThrownBy(() -> Metric.parse("D".repeat(10_000))).hasMessageContaining("examples");
    }
}
