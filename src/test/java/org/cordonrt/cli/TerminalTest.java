package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @Test
    void colourIsForTerminalsThatTakeIt() {
        assertThat(Terminal.colour(Map.of("TERM", "xterm"), true)).isTrue();
        assertThat(Terminal.colour(Map.of("TERM", "xterm"), false)).isFalse();
        assertThat(Terminal.colour(Map.of("TERM", "dumb"), true)).isFalse();
        assertThat(Terminal.colour(Map.of("CLICOLOR", "0"), true)).isFalse();
        assertThat(Terminal.colour(Map.of("CLICOLOR_FORCE", "1"), false)).isTrue();
        assertThat(Terminal.colour(Map.of("CLICOLOR_FORCE", "0"), false)).isFalse();
        assertThat(Terminal.colour(Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1"), true))
                .isFalse();
        assertThat(Terminal.colour(Map.of("NO_COLOR", ""), true))
                .as("no-color.org: only when not empty")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "20, 40", "300, 120", "0, 100", "-5, 100", "x, 100", ", 100"})
    void theWidthStaysReadable(String columns, int width) {
        assertThat(Terminal.width(columns)).isEqualTo(width);
    }
}
