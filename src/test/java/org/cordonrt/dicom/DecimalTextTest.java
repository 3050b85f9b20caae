package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-123.45, -123.45",
        "0.1, 0.1",
        "-0.0625, -0.0625",
        "12345678901234, 12345678901234",
        "1e15, 1E15",
        "3.2e-7, 3.2E-7",
        "0.30000000000000004, 0.3",
        "-1.7976931348623157E308, -1.797693134E308",
        "4.9E-324, 5E-324"
    })
    void isShortAndReadable(double value, String text) {
        assertThat(DecimalText.of(value)).isEqualTo(text);
    }

    @Test
    void coordinatesOfAHundredthOfAMillimetreReadBackExactly() {
        Property.forAll(20_000, r -> Math.rint(r.nextDouble(-1e6, 1e6)) / 100, v -> {
            String text = DecimalText.of(v);
            assertThat(text).matches("-?[0-9]+(\\.[0-9]{1,2})?");
            assertThat(Double.parseDouble(text)).isEqualTo(v);
        });
    }

    @Test
    void anyFiniteNumberFitsAndIsTheNearestThatDoes() {
        Property.forAll(5_000, r -> Double.longBitsToDouble(r.nextLong()), v -> {
            if (!Double.isFinite(v)) {
                return;
            }
            String text = DecimalText.of(v);
            assertThat(text).matches("[+-]?[0-9]*\\.?[0-9]*(E-?[0-9]+)?").hasSizeBetween(1, 16);
            // 16 characters less sign, point and "E-308" leave 8 digits.
            double error =
                    new BigDecimal(text).subtract(new BigDecimal(v)).abs().doubleValue();
            assertThat(error).isLessThanOrEqualTo(Math.max(Math.abs(v) * 0.51e-7, Double.MIN_VALUE));
        });
    }

    @Test
    void everyNumberOfUpToNineDigitsReadsBackExactly() {
        Property.forAll(5_000, r -> r.nextInt(1_000_000_000) * Math.pow(10, -r.nextInt(12)), v -> {
            double decimal = Double.parseDouble(
                    new BigDecimal(v).round(new MathContext(9)).toString());
            assertThat(Double.parseDouble(DecimalText.of(decimal))).isEqualTo(decimal);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatNoDecimalStringCanSay(double value) {
        assertThatThrownBy(() -> DecimalText.of(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
