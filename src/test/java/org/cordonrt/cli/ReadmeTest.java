package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md promises. */
class ReadmeTest {
    private static final Pattern OUTPUT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("Tool      cordon \\S+,");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    @Test
    void theOutputShownIsTheOutputGiven() throws IOException {
        Matcher shown = OUTPUT.matcher(readme());
        assertThat(shown.find()).isTrue();
        assertThat(withoutVersion(shown.group(1)))
                .isEqualTo(withoutVersion(Files.readString(Path.of("testdata", "golden", "1fx-pass.txt"))));
    }

    private static String withoutVersion(String text) {
        return VERSION.matcher(text).replaceAll("Tool      cordon,");
    }

    @Test
    void theExitCodesAreThose() throws IOException {
        for (ExitCode code : ExitCode.values()) {
            assertThat(readme()).contains("| " + code.number() + " | " + code.meaning() + " |");
        }
    }

    @Test
    void theContinuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
        assertThat(readme()).contains("```sh\nmvn -B verify\n```");
        assertThat(Files.readString(Path.of(".ci", "run"))).contains(" mvn -B verify ");
    }
}
