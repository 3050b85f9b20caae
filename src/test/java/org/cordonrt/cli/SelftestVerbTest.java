package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.Schemas;
import org.cordonrt.selftest.SelfTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** {@code selftest}, {@code phantom list} and {@code phantom analytic} as a script sees them. */
class SelftestVerbTest {

    @TempDir
    Path dir;

    private static CommandLineRun run(SelfTest test, String epoch, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SelftestVerb verb = new SelftestVerb(test, epoch);
        Terminal terminal = new Terminal(out, new ByteArrayOutputStream(), false, false);
        ExitCode exit = verb.run(new CommandLine(verb.spec()).parseArgs(args), terminal);
        return new CommandLineRun(exit.number(), out.toByteArray(), "");
    }

    @Test
    void passesAndWritesARecordInEveryForm() throws IOException {
        Path json = dir.resolve("record.json");
        Path html = dir.resolve("record.html");
        Path text = dir.resolve("record.txt");
        CommandLineRun run = CommandLineRun.of(
                "selftest",
                "--case",
                "ring",
                "--case",
                "saddle-edge",
                "--out",
                "json=" + json,
                "--out",
                "html=" + html,
                "--out",
                "text=" + text);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("PASS").isEqualTo(Files.readString(text));
        JsonNode record = Schemas.valid(Files.readAllBytes(json));
        assertThat(record.get("cases").asInt()).isEqualTo(2);
        assertThat(Files.readString(html)).contains("Cordon self-test", "saddle-edge", "ring-three-ways");
    }

    @Test
    void sourceDateEpochMakesTheRecordReproducible() {
        CommandLineRun a = run(SelfTest.standard(), "1700000000", "--case", "saddle", "--format", "json");
        CommandLineRun b = run(SelfTest.standard(), "1700000000", "--case", "saddle", "--format", "json");
        assertThat(a.out()).contains("2023-11-14T22:13:20Z").isEqualTo(b.out());
    }

    @Test
    void aBrokenInstallationExits1() {
        SelfTest broken = SelfTest.standard().withReader(folder -> {
            throw new CordonException(IssueCode.NOT_DICOM, "unreadable");
        });
        CommandLineRun run = run(broken, null, "--case", "cord");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("FAIL")
                .contains("do not use this installation")
                .contains("unreadable");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        CommandLineRun run = CommandLineRun.of("selftest", "--case", "cube");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'cube'").contains("cordon phantom list");
        assertThat(CommandLineRun.of("selftest", "--format", "html").exit()).isEqualTo(2);
    }

    @Test
    void refusesADateThatIsNone() {
        assertThatThrownBy(() -> run(SelfTest.standard(), "yesterday", "--case", "saddle"))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining("SOURCE_DATE_EPOCH is 'yesterday'");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "in the way");
        CommandLineRun run = CommandLineRun.of("phantom", "analytic", file.resolve("below"), "--case", "saddle");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be made a folder");
    }

    @Test
    void aPageIsOfferedOnlyWhereThereIsOne() {
        CommandLineRun run =
                CommandLineRun.of("list", "testdata/spine/1fx-pass", "--out", "html=" + dir.resolve("page.html"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no format 'html'");
    }

    @Test
    void listsEveryPhantom() {
        CommandLineRun run = CommandLineRun.of("phantom", "list");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("nelms2-3mm-si", "position-oblique-grid", "540 more phantoms");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(CommandLineRun.of("phantom", "list", "--full", "--format", "json")
                        .out())
                .contains("stanley-20mm-slice1-50");
    }

    @Test
    void writesPhantomsWithTheirTruthAndReplacesNothing() throws IOException {
        Path folder = dir.resolve("phantoms");
        CommandLineRun first =
                CommandLineRun.of("phantom", "analytic", folder, "--case", "saddle", "--case", "position-ffp");
        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("2 phantoms and truth.csv with 39 numbers");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("saddle-edge", "position-ffp", "truth.csv");
        }
        CommandLineRun dvh = CommandLineRun.of(
                "dvh", folder.resolve("saddle-edge"), "--structure", "MaxInEdge", "--metric", "Max[Gy]");
        assertThat(dvh.out()).contains("35.62");

        CommandLineRun again = CommandLineRun.of("phantom", "analytic", folder, "--case", "ring");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("truth.csv is already there");
        Files.delete(folder.resolve("truth.csv"));
        CommandLineRun third = CommandLineRun.of("phantom", "analytic", folder, "--case", "saddle");
        assertThat(third.exit()).isEqualTo(2);
        assertThat(third.err()).contains("saddle-edge is already there");
    }
}
