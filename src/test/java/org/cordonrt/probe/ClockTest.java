package org.cordonrt.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordonrt.plan.Point3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DICOM x runs to the patient's left, y to the back. */
class ClockTest {
    @ParameterizedTest
    @CsvSource({
        "0, -5, 0, 12, anterior",
        "5, 0, 3, 3, left",
        "0, 5, 6, 6, posterior",
        "-5, 0, 9, 9, right",
        "3, -3, 1.5, 1:30, anterior left",
        "-3, 3, 7.5, 7:30, posterior right",
        "-0.1, -5, 11.9618, 12, anterior",
        "0, 0, NaN, -, above or below"
    })
    void twelveIsAnteriorAndThreeThePatientsLeft(double x, double y, double hours, String words, String side) {
        double h = Clock.hours(new Point3(10, 20, 0), new Point3(10 + x, 20 + y, 7));
        if (Double.isNaN(hours)) {
            assertThat(h).isNaN();
        } else {
            assertThat(h).isCloseTo(hours, org.assertj.core.api.Assertions.within(1e-4));
        }
        assertThat(Clock.words(h)).isEqualTo(words);
        assertThat(Clock.side(h)).isEqualTo(side);
    }
}
