package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordonrt.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {

    @ParameterizedTest
    @CsvSource({
        "'Cord\u001b[31m', 'Cord\\u001b[31m'",
        "'a\rb\nc\td', 'a\\u000ab\\u000ac\\u0009d'",
        "'PTV\u202egnirob', 'PTV\\u202egnirob'",
        "'a\u009bm', 'a\\u009bm'",
        "'a\u200bb', 'a\\u200bb'",
        "'a\u2028b', 'a\\u2028b'",
        "'a\u007fb', 'a\\u007fb'",
    })
    void showsWhatSteersATerminalAsAnEscape(String hostile, String shown) {
        assertThat(PrintableText.of(hostile.replace('\r', '\n'), false)).isEqualTo(shown);
    }

    @Test
    void keepsLettersOfAnyScript() {
        for (String name :
                new String[] {"SpinalCord", "R\u00fcckenmark", "\u810a\u9ad3", "\u0421\u043f\u0438\u043d\u0430"}) {
            assertThat(PrintableText.of(name, false)).isSameAs(name);
        }
    }

    @Test
    void escapesThemWhereOnlyAsciiCanBeShown() {
        assertThat(PrintableText.of("R\u00fccken", true)).isEqualTo("R\\u00fccken");
        assertThat(PrintableText.of("\ud83d\ude00", true)).isEqualTo("\\u{1f600}");
    }

    @Test
    void escapesHalfASurrogatePair() {
        assertThat(PrintableText.of("a\ud83db", false)).isEqualTo("a\\ud83db");
    }

    @Test
    void whateverComesInWhatGoesOutIsHarmless() {
        Property.forAll(
                500,
                random -> {
                    StringBuilder b = new StringBuilder();
                    for (int i = random.nextInt(12); i >= 0; i--) {
                        b.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
                    }
                    return b.toString();
                },
                text -> {
                    assertThat(PrintableText.of(text, true)).matches("[ -~]*");
                    assertThat(PrintableText.of(text, false))
                            .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
                });
    }

    @Test
    void namesGiveNoCommandsToTheProgramThatKeepsTheLog() {
        assertThat(PrintableText.of("::stop-commands::x", false)).isEqualTo("\\u003a:stop-commands::x");
        assertThat(PrintableText.of("a ::add-mask::x", true)).isEqualTo("a \\u003a:add-mask::x");
        assertThat(PrintableText.of("##vso[task.complete result=Succeeded;]", false))
                .startsWith("#\\u0023vso[");
        assertThat(PrintableText.of("x ##teamcity[buildStatus]", false)).isEqualTo("x #\\u0023teamcity[buildStatus]");
        assertThat(PrintableText.of("##[error]x", false)).isEqualTo("#\\u0023[error]x");
        assertThat(PrintableText.of("a::b ## c", false)).isEqualTo("a::b ## c");
    }
}
