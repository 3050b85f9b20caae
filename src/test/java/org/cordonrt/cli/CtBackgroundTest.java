package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CT from the phantom's files into the report's pictures, and out of everything else. */
class CtBackgroundTest {
    @TempDir
    private Path scratch;

    private CommandLineRun phantom(Path folder, Path ct) {
        return CommandLineRun.of(
                "phantom",
                "spine",
                folder,
                "--ct",
                ct,
                "--cord-length",
                "30",
                "--target-height",
                "10",
                "--plane-spacing",
                "3",
                "--dose-spacing",
                "3");
    }

    @Test
    void slicesShowTheCtThatLiesBesideThePlan() throws IOException {
        Path folder = scratch.resolve("case");
        CommandLineRun made = phantom(folder, folder.resolve("ct"));
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).contains("13 CT images in ");
        Path with = scratch.resolve("with.html");
        Path without = scratch.resolve("without.html");
        CommandLineRun run = CommandLineRun.of("check", folder, "--out", "html=" + with);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(with)).contains("class=\"image-ct\"");
        CommandLineRun alone = CommandLineRun.of(
                "check",
                folder.resolve("rtstruct.dcm"),
                folder.resolve("rtdose.dcm"),
                folder.resolve("rtplan.dcm"),
                "--out",
                "html=" + without);
        assertThat(alone.out()).isEqualTo(run.out());
        assertThat(Files.readString(without)).doesNotContain("class=\"image-ct\"");
    }

    @Test
    void aCtIsNotReplacedUnasked() throws IOException {
        Path ct = Files.createDirectory(scratch.resolve("ct"));
        Path there = Files.writeString(ct.resolve("ct001.dcm"), "somebody's");
        CommandLineRun run = phantom(scratch.resolve("case"), ct);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("ct001.dcm", "--overwrite");
        assertThat(there).hasContent("somebody's");
    }
}
