package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.report.BatchLine;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchVerbTest {
    private static final Path SPINE = Path.of("testdata/spine");

    @TempDir
    Path folder;

    private Path plans;

    @BeforeEach
    void twoPlansAndOneThatIsNone() throws IOException {
        plans = folder.resolve("plans");
        copy("1fx-fail", "a");
        copy("1fx-pass", "c");
        Files.createDirectories(plans.resolve("b"));
        byte[] dose = Files.readAllBytes(SPINE.resolve("1fx-pass/rtdose.dcm"));
        Files.write(plans.resolve("b/rtdose.dcm"), Arrays.copyOf(dose, 5000));
        Files.createDirectories(plans.resolve(".hidden"));
    }

    private void copy(String from, String to) throws IOException {
        Path target = Files.createDirectories(plans.resolve(to));
        for (String name : List.of("rtstruct.dcm", "rtdose.dcm", "rtplan.dcm")) {
            Files.copy(SPINE.resolve(from).resolve(name), target.resolve(name));
        }
    }

    @Test
    void everyPlanHasALineAndTheWorstDecidesTheExitCode() {
        CommandLineRun run = CommandLineRun.of("batch", plans);
        assertThat(run.exit()).isEqualTo(ExitCode.LIMIT_BROKEN.number());
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out().lines().map(l -> l.split(" +")[0])).containsExactly("FAIL", "ERROR", "PASS");
        assertThat(run.out()).contains("6.43 Gy of 7 Gy").contains("the file is truncated");
        assertThat(run.err()).contains("3 plans in ").endsWith(": 1 PASS, 1 FAIL, 1 ERROR\n");
    }

    @Test
    void whatIsPrintedDoesNotDependOnTheJobsAndIsWhatTheSchemaSays() throws IOException {
        Path csv = folder.resolve("all.csv");
        Path ndjson = folder.resolve("all.ndjson");
        CommandLineRun one = CommandLineRun.of("batch", plans, "--jobs", 1, "--ndjson", "-", "--csv", csv);
        CommandLineRun three = CommandLineRun.of("batch", plans, "--jobs", 3, "--ndjson", ndjson, "--csv", "-", "-q");
        assertThat(Files.readAllBytes(ndjson)).isEqualTo(one.outBytes());
        assertThat(Files.readAllBytes(csv)).isEqualTo(three.outBytes());
        assertThat(three.err()).isEmpty();
        for (String line : one.out().split("\n")) {
            assertThat(Schemas.valid(line.getBytes(StandardCharsets.UTF_8))
                            .get("plan")
                            .asString())
                    .startsWith(plans.toString());
        }
        List<String> rows = three.out().lines().toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("plan,verdict,exitCode,headline,fractions,");
        assertThat(rows.get(3)).contains(",PASS,0,").contains(",SpinalCord,9.380867,");
        assertThat(rows.get(2)).contains(",ERROR,3,").contains("DICOM_TRUNCATED");
    }

    @Test
    void aBrokenOffRunGoesOnWithWhatItHas() throws IOException {
        Path file = folder.resolve("all.ndjson");
        CommandLineRun.of("batch", plans, "--ndjson", file);
        String whole = Files.readString(file);
        // Lines of a run that ended in the middle of the third.
        Files.writeString(file, whole.substring(0, whole.length() - 100));
        CommandLineRun again = CommandLineRun.of("batch", plans, "--ndjson", file, "--resume");
        assertThat(again.err()).contains("2 plans in ").contains(", 1 from before");
        assertThat(Files.readString(file)).isEqualTo(whole);
        assertThat(again.out().lines()).hasSize(3);
    }

    @Test
    void aLineOfAnotherPlanOrOfOtherOptionsIsNotKept() throws IOException {
        Path file = folder.resolve("all.ndjson");
        CommandLineRun.of("batch", plans, "--ndjson", file);
        // Same names and sizes, other contents.
        byte[] plan = Files.readAllBytes(plans.resolve("c/rtplan.dcm"));
        plan[10] ^= 1;
        Files.write(plans.resolve("c/rtplan.dcm"), plan);
        assertThat(CommandLineRun.of("batch", plans, "--ndjson", file, "--resume")
                        .err())
                .contains(", 1 from before");
        assertThat(CommandLineRun.of("batch", plans, "--ndjson", file, "--resume", "--constraints", "TG101")
                        .err())
                .contains("3 plans in ");
        Files.copy(SPINE.resolve("README.md"), plans.resolve("a/more.dcm"));
        assertThat(CommandLineRun.of("batch", plans, "--ndjson", file, "--resume", "--constraints", "TG101")
                        .err())
                .contains(", 1 from before");
    }

    @Test
    void resultsAreNotOverwrittenByMistake() throws IOException {
        Path file = folder.resolve("all.ndjson");
        Files.writeString(file, "my notes\n");
        CommandLineRun run = CommandLineRun.of("batch", plans, "--ndjson", file);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).contains("--resume");
        assertThat(CommandLineRun.of("batch", plans, "--ndjson", file, "--resume")
                        .err())
                .contains("holds no line of a batch");
        assertThat(Files.readString(file)).isEqualTo("my notes\n");
        assertThat(CommandLineRun.of("batch", plans, "--resume").err()).contains("--ndjson FILE");
        assertThat(CommandLineRun.of("batch", plans.resolve("a/rtdose.dcm")).err())
                .contains("is no folder");
    }

    @Test
    void aFolderOfDicomFilesIsOnePlan() {
        assertThat(PlanFolder.in(List.of(plans.resolve("a"))))
                .extracting(p -> p.path().getFileName().toString())
                .containsExactly("a");
        assertThat(PlanFolder.in(List.of(plans, plans.resolve("a"))))
                .extracting(p -> p.path().getFileName().toString())
                .containsExactly("a", "b", "c");
    }

    @Test
    void aHalfLineIsNone() {
        assertThat(BatchLine.parse("")).isEmpty();
        assertThat(BatchLine.parse("{\"schema\":\"cordon/batch/1\",\"plan\":\"a\""))
                .isEmpty();
        assertThat(BatchLine.parse("{\"schema\":\"cordon/batch/1\",\"plan\":\"a\"} x"))
                .isEmpty();
        assertThat(BatchLine.parse("{\"schema\":\"other\",\"plan\":\"a\"}")).isEmpty();
        assertThat(BatchLine.parse("{\"schema\":\"cordon/batch/1\",\"plan\":\"a\"}"))
                .isPresent();
    }

    @Test
    void thePaceIsSaidInWords() {
        assertThat(BatchPace.words(12, 50, 6)).isEqualTo("12 of 50 plans, 2.0 a second, 19 s left");
        assertThat(BatchPace.words(1, 50, 30)).isEqualTo("1 of 50 plans, 2.0 a minute, 25 min left");
        assertThat(BatchPace.duration(3 * 3600 + 60)).isEqualTo("3 h 1 min");
    }
}
