package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a check on the command line. */
class CheckFormatsTest {
    private static final String PASS = "testdata/spine/1fx-pass";
    private static final String FAIL = "testdata/spine/1fx-fail";

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "md", "junit", "sarif", "github"})
    void everyFormIsTheSameOnStandardOutputAndInAFileAndNamesNoPatient(String format) throws IOException {
        Path file = dir.resolve("x");
        CommandLineRun run = CommandLineRun.of("check", FAIL, "--format", format, "--out", format + "=" + file);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(file).hasBinaryContent(run.outBytes());
        assertThat(run.out()).contains("FAIL").doesNotContain("Phantom^", "CORDON-");
    }

    @Test
    void annotationsStandBesideTheUsualOutput() {
        CommandLineRun pass = CommandLineRun.of("check", PASS, "--github-annotations", "--format", "json");
        assertThat(pass.exit()).isZero();
        assertThat(pass.out()).startsWith("{");
        assertThat(pass.err()).startsWith("::notice title=Cordon%3A PASS::SpinalCord ");
        CommandLineRun refused = CommandLineRun.of("check", dir.resolve("nothing"), "--github-annotations");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(List.of(refused.err().split("\n")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("::error title=Cordon%3A FILE_UNREADABLE::");
    }

    @Test
    void aConstraintFileIsAnnotatedLineByLine() throws IOException {
        Path limits = Files.writeString(dir.resolve("limits.yaml"), "id: X\nnmae: y\n");
        CommandLineRun run = CommandLineRun.of("constraints", "lint", limits, "--format", "github");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("::error file=")
                .contains(",line=2,col=1,title=")
                .contains("did you mean");
    }

    @Test
    void doseVolumesAreATable() throws IOException {
        Path file = dir.resolve("curve.csv");
        CommandLineRun run = CommandLineRun.of(
                "dvh", PASS, "--structure", "SpinalCord", "--curve", "--format", "csv", "--out", "csv=" + file);
        assertThat(run.out())
                .startsWith("roiNumber,name,kind,doseGy,volumeCc,lowerCc,upperCc,volumePercent\r\n1,SpinalCord,");
        assertThat(Files.readString(file)).isEqualTo(run.out());
        assertThat(CommandLineRun.of("dvh", PASS, "--structure", "SpinalCord", "--format", "csv")
                        .out())
                .startsWith("roiNumber,name,kind,matchedBy,")
                .contains(",D0.035cc[Gy],");
    }
}
