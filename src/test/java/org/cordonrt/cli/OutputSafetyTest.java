package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run may write: the places that it was told, and never over what it reads. */
class OutputSafetyTest {
    private static final Path SPINE = Path.of("testdata/spine");

    @TempDir
    Path folder;

    private Path plan;

    @BeforeEach
    void copy() throws IOException {
        plan = Files.createDirectories(folder.resolve("plan"));
        for (String name : List.of("rtstruct.dcm", "rtdose.dcm", "rtplan.dcm")) {
            Files.copy(SPINE.resolve("1fx-pass").resolve(name), plan.resolve(name));
        }
        // An image that no check reads, one of another program, an own set of limits, names, a result, links.
        Files.copy(SPINE.resolve("1fx-fail/rtdose.dcm"), folder.resolve("image.dcm"));
        Files.writeString(folder.resolve("own.yaml"), "not even valid");
        Files.writeString(folder.resolve("before.json"), "{}");
        Files.createSymbolicLink(folder.resolve("link.json"), plan.resolve("rtdose.dcm"));
        Files.createLink(folder.resolve("hard.json"), plan.resolve("rtdose.dcm"));
        Files.createSymbolicLink(folder.resolve("own-link"), folder.resolve("own.yaml"));
    }

    private Map<Path, byte[]> content() throws IOException {
        Map<Path, byte[]> all = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path f : files.filter(Files::isRegularFile).toList()) {
                all.put(f, Files.readAllBytes(f));
            }
        }
        return all;
    }

    private void assertRefused(Object... line) throws IOException {
        Map<Path, byte[]> before = content();
        CommandLineRun run = CommandLineRun.of(line);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).contains("[" + IssueCode.OUTPUT_UNWRITABLE + "]").hasLineCount(1);
        assertThat(content()).containsExactlyInAnyOrderEntriesOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan/rtdose.dcm", "plan/rtplan.dcm", "image.dcm", "link.json", "hard.json"})
    void noDicomFileIsOverwritten(String name) throws IOException {
        assertRefused("check", plan, "--out", "json=" + folder.resolve(name));
        assertRefused("batch", folder, "--csv", folder.resolve(name));
    }

    @Test
    void noOtherInputIsOverwritten() throws IOException {
        Path own = folder.resolve("own.yaml");
        assertRefused("check", plan, "--constraints", own, "--out", "text=" + own);
        assertRefused("check", plan, "--constraints=" + own, "--out", "text=" + folder.resolve("own-link"));
        assertRefused("check", plan, "--aliases", own, "--out", "text=" + own);
        Path result = folder.resolve("before.json");
        assertRefused("diff", result, result, "--out", "json=" + result);
    }

    @Test
    void aRunLeavesNothingButWhatItWasToldToWrite() throws IOException {
        Path result = folder.resolve("result.json");
        Map<Path, byte[]> before = content();
        assertThat(CommandLineRun.of("check", plan, "-q", "--out", "json=" + result)
                        .exit())
                .isZero();
        Map<Path, byte[]> after = content();
        assertThat(after.remove(result)).isNotEmpty();
        assertThat(after).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void aRefusedCheckWritesNoFile() throws IOException {
        Files.delete(plan.resolve("rtdose.dcm"));
        Path result = folder.resolve("result.json");
        assertThat(CommandLineRun.of("check", plan, "-q", "--out", "json=" + result)
                        .exit())
                .isEqualTo(ExitCode.INPUT.number());
        assertThat(result).doesNotExist();
    }
}
