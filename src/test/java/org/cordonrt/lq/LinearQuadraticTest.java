package org.cordonrt.lq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearQuadraticTest {

    /** Worked out from the formula with alpha/beta 2 Gy: total dose, fractions, EQD2. */
    @ParameterizedTest
    @CsvSource({
        "12.4, 1, 44.64",
        "17.0, 2, 44.625",
        "20.3, 3, 44.491",
        "23.0, 4, 44.5625",
        "25.3, 5, 44.6545",
        "14, 1, 56.00",
        "19.3, 2, 56.211",
        "23.1, 3, 56.0175",
        "26.2, 4, 56.0025",
        "28.8, 5, 55.872",
        "30, 5, 60.00",
        "21.9, 3, 50.9175",
        "18, 5, 25.20",
        "30, 10, 37.50",
        "50, 25, 50.00"
    })
    void equivalentDoses(double doseGy, int fractions, double eqd2Gy) {
        LinearQuadratic cord = LinearQuadratic.ofCord();
        assertThat(cord.eqd2Gy(doseGy, fractions)).isCloseTo(eqd2Gy, within(0.0005));
        // BED = EQD2 (1 + 2 / (alpha/beta)).
        assertThat(cord.bedGy(doseGy, fractions)).isCloseTo(2 * eqd2Gy, within(0.001));
    }

    /** QUANTEC's alpha/beta of 0.87 Gy raises the same doses by 17 to 30 %. */
    @ParameterizedTest
    @CsvSource({"25.3, 5, 52.3", "14, 1, 72.5"})
    void aSmallerAlphaBetaRaisesTheEquivalent(double doseGy, int fractions, double eqd2Gy) {
        assertThat(new LinearQuadratic(0.87).eqd2Gy(doseGy, fractions)).isCloseTo(eqd2Gy, within(0.05));
    }

    @Test
    void theInverseLeadsBack() {
        Property.forAll(
                500,
                random -> new double[] {random.nextDouble(0, 80), random.nextInt(1, 40), random.nextDouble(0.5, 10)},
                v -> {
                    LinearQuadratic model = new LinearQuadratic(v[2]);
                    int n = (int) v[1];
                    assertThat(model.doseGy(model.eqd2Gy(v[0], n), n)).isCloseTo(v[0], within(1e-9));
                });
    }

    /** Fractions of 2 Gy are what EQD2 is counted in. */
    @Test
    void fractionsOfTwoGrayAreTheirOwnEquivalent() {
        Property.forAll(
                100,
                random -> new double[] {random.nextInt(1, 40), random.nextDouble(0.5, 10)},
                v -> assertThat(new LinearQuadratic(v[1]).eqd2Gy(2 * v[0], (int) v[0]))
                        .isCloseTo(2 * v[0], within(1e-12 * v[0])));
    }

    @Test
    void refusesWhatIsNoCourse() {
        LinearQuadratic cord = LinearQuadratic.ofCord();
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearQuadratic(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearQuadratic(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> cord.eqd2Gy(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> cord.eqd2Gy(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> cord.bedGy(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> cord.doseGy(Double.POSITIVE_INFINITY, 1));
    }
}
