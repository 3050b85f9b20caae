package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void writesTheShortestOrAFixedForm() {
        assertThat(Decimals.shortest(14, 6)).isEqualTo("14");
        assertThat(Decimals.shortest(0.035, 6)).isEqualTo("0.035");
        assertThat(Decimals.shortest(-0.0, 6)).isEqualTo("0");
        assertThat(Decimals.shortest(1e7, 6)).isEqualTo("10000000");
        assertThat(Decimals.fixed(13.1, 2)).isEqualTo("13.10");
    }

    @Test
    void aValueIsNeverRoundedAcrossItsLimit() {
        assertThat(Decimals.beside(14.004, 14, 2)).isEqualTo("14.004");
        assertThat(Decimals.beside(13.996, 14, 2)).isEqualTo("13.996");
        assertThat(Decimals.beside(14.3, 14, 2)).isEqualTo("14.30");
        assertThat(Decimals.beside(14, 14, 2)).isEqualTo("14.00");
        assertThat(Decimals.beside(0.0004, 0, 2)).isEqualTo("0.0004");
    }

    @Test
    void writtenValuesStandToTheLimitAsTheRealOnesDo() {
        Property.forAll(
                2000,
                random -> {
                    double limit = random.nextInt(1, 3000) / 100.0;
                    double off = Math.pow(10, -random.nextInt(0, 7)) * (random.nextBoolean() ? 1 : -1);
                    return new double[] {limit + off, limit};
                },
                pair -> {
                    String written = Decimals.beside(pair[0], pair[1], 2);
                    assertThat(new BigDecimal(written).compareTo(new BigDecimal(Decimals.shortest(pair[1], 6))))
                            .isEqualTo(Double.compare(pair[0], pair[1]));
                });
    }

    @Test
    void jsonNumbersArePlainAndIntervalsStayIntervals() {
        assertThat(Decimals.json(1e20).toPlainString()).isEqualTo("100000000000000000000");
        assertThat(Decimals.json(1e20).scale()).isZero();
        assertThat(Decimals.json(12.3456789).toPlainString()).isEqualTo("12.345679");
        assertThat(Decimals.json(12.3456789, RoundingMode.FLOOR).toPlainString())
                .isEqualTo("12.345678");
        assertThat(Decimals.json(12.3456781, RoundingMode.CEILING).toPlainString())
                .isEqualTo("12.345679");
        assertThat(Decimals.json(-0.0).toPlainString()).isEqualTo("0");
    }

    @Test
    void noLocaleChangesAnything() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Decimals.fixed(1234.5, 2)).isEqualTo("1234.50");
            assertThat(Phrases.volume(0.0354)).isEqualTo("0.035");
        } finally {
            Locale.setDefault(before);
        }
    }
}
