package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "-0,-0.0",
        "+5,5",
        ".5,0.5",
        "5.,5",
        "-.25E+1,-2.5",
        "1e-7,1e-7",
        "8.434326e-005,8.434326e-5",
        "'  12.5 ',12.5",
        "1.0000000e-6,1e-6",
        "9007199254740993,9007199254740992",
        "0.1234567890123456789,0.12345678901234568",
        "123456789012345678901234567890,1.2345678901234568e29",
        "1e23,1e23",
        "4.9e-324,4.9e-324",
        "1e-400,0",
        "1e99999999999,-1",
    })
    void decimalsThatTheStandardAllows(String text, double expected) throws NumberText.Malformed {
        if (expected == -1) {
            assertThatThrownBy(() -> decimals(text)).hasMessage("value 1 is too large");
        } else {
            assertThat(decimals(text)).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1d",
                "1f",
                "0x1p3",
                "0x10",
                "1,5",
                "1.2.3",
                "1e",
                "1e+",
                "e5",
                "+",
                "-",
                ".",
                "--1",
                "+-1",
                "1 2",
                "1\u00002",
                "\u00001",
                "١",
                "1_000",
                "1E2.5",
                "(1)",
                "1;2",
                "\t1",
                "1\n"
            })
    void nothingElseIsADecimal(String text) {
        assertThatThrownBy(() -> decimals(text)).isInstanceOf(NumberText.Malformed.class);
        assertThatThrownBy(() -> decimals("1\\" + text + "\\3"))
                .isInstanceOf(NumberText.Malformed.class)
                .hasMessageStartingWith("value 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\\\\3", "1\\ \\3", "\\2", "1\\", "\\", "1\\2\\ "})
    void anEmptyValueAmongOthersIsRefused(String text) {
        assertThatThrownBy(() -> decimals(text)).hasMessageEndingWith("is empty");
    }

    @Test
    void paddingIsNoValue() throws NumberText.Malformed {
        assertThat(decimals("")).isEmpty();
        assertThat(decimals("   ")).isEmpty();
        assertThat(decimals("\0\0")).isEmpty();
        assertThat(decimals("1.5\0")).containsExactly(1.5);
        assertThat(decimals("1 \\ 2\\3 \0")).containsExactly(1, 2, 3);
    }

    @Test
    void everyDecimalIsTheNearestDouble() {
        Property.forAll(
                20_000,
                NumberTextTest::randomDecimal,
                text -> assertThat(decimals(text)).containsExactly(Double.parseDouble(text.strip())));
    }

    @Test
    void aLongListIsReadInOrder() {
        Property.forAll(
                50,
                random -> {
                    StringBuilder list = new StringBuilder(randomDecimal(random));
                    for (int i = random.nextInt(2000); i > 0; i--) {
                        list.append('\\').append(randomDecimal(random));
                    }
                    return list.toString();
                },
                list -> {
                    String[] parts = list.split("\\\\");
                    double[] read = decimals(list);
                    assertThat(read).hasSameSizeAs(parts);
                    for (int i = 0; i < parts.length; i++) {
                        assertThat(read[i]).isEqualTo(Double.parseDouble(parts[i].strip()));
                    }
                });
    }

    @Test
    void aMessageQuotesOnlyWhatLooksLikeANumber() {
        assertThatThrownBy(() -> decimals("1,5")).hasMessage("value 1 \"1,5\" is not a number");
        assertThatThrownBy(() -> decimals("Doe^Jane")).hasMessage("value 1 is not a number");
    }

    @Test
    void aNumberOfAbsurdLengthIsRefused() {
        assertThatThrownBy(() -> decimals("0." + "1".repeat(100_000)))
                .hasMessage("value 1 has more than 64 characters");
    }

    @ParameterizedTest
    @CsvSource({"7,7", "-2147483648,-2147483648", "+2147483647,2147483647", "' 042 ',42", "-0,0"})
    void integers(String text, int expected) throws NumberText.Malformed {
        assertThat(NumberText.integers(raw(text))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2147483648", "-2147483649", "99999999999999999999", "1e3", "0x1", "1 2", "", "a"})
    void nothingElseIsAnInteger(String text) {
        assertThatThrownBy(() -> NumberText.integers(raw("1\\" + text))).isInstanceOf(NumberText.Malformed.class);
    }

    private static String randomDecimal(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        text.append(" ".repeat(random.nextInt(2)));
        text.append(new String[] {"", "-", "+"}[random.nextInt(3)]);
        int before = random.nextInt(20);
        int after = random.nextInt(before == 0 ? 1 : 0, 20);
        for (int i = 0; i < before; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        if (after > 0 || random.nextBoolean()) {
            text.append('.');
        }
        for (int i = 0; i < after; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(-40, 40));
        }
        return text.append(" ".repeat(random.nextInt(2))).toString();
    }

    private static double[] decimals(String text) throws NumberText.Malformed {
        return NumberText.decimals(raw(text));
    }

    /** With bytes around it that must not be read. */
    private static RawValue raw(String text) {
        byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.ISO_8859_1);
        return new RawValue(bytes, 1, bytes.length - 2, ByteOrder.LITTLE_ENDIAN, 1);
    }
}
