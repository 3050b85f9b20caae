package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    private static final Path PLAN = Path.of("testdata/spine/1fx-pass").toAbsolutePath();

    @TempDir
    Path dir;

    private Path home;
    private Path project;
    private Surroundings where;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectories(dir.resolve("home"));
        project = Files.createDirectories(home.resolve("work").resolve("project"));
        where = in(project);
    }

    private Surroundings in(Path folder) {
        return Surroundings.of(Map.of(), folder.toString(), home.toString(), false);
    }

    private void ofUser(String yaml) throws IOException {
        Path file = home.resolve(".config").resolve("cordon").resolve("config.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }

    private void ofProject(String yaml) throws IOException {
        Files.writeString(project.resolve(".cordon.yaml"), yaml);
    }

    private String effective(Object... more) {
        Object[] args = new Object[more.length + 2];
        args[0] = "check";
        args[1] = "--print-effective-config";
        System.arraycopy(more, 0, args, 2, more.length);
        CommandLineRun run = CommandLineRun.in(where, args);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void theCommandLineGoesBeforeTheProjectAndTheProjectBeforeTheUser() throws IOException {
        ofUser("fractions: 1\ncord: A\nstrict: true\n");
        ofProject("cord: B\nconstraints: [TG101, HYTEC]\ncheck:\n  target: [GTV]\n");
        assertThat(effective("--fractions", "5"))
                .contains(
                        "fractions: 5  # command line\n",
                        "cord: B  # .cordon.yaml:1\n",
                        "constraints: [TG101, HYTEC]  # .cordon.yaml:2\n",
                        "target: [GTV]  # .cordon.yaml:4\n",
                        "strict: true  # ~/.config/cordon/config.yaml:3\n",
                        "# Not set: ");
        assertThat(effective("--no-config")).doesNotContain("cord:", "fractions:");
        ofProject("strict: false\n");
        assertThat(effective()).doesNotContain("strict: true");
    }

    @Test
    void aSectionIsForItsVerbAlone() throws IOException {
        ofProject("tolerance: 0.1\ndvh:\n  tolerance: 0.5\nmargin:\n  profile: true\n");
        assertThat(effective()).contains("tolerance: 0.1  #").doesNotContain("profile");
        CommandLineRun dvh = CommandLineRun.in(where, "dvh", PLAN, "--print-effective-config");
        assertThat(dvh.out()).contains("tolerance: 0.5  # .cordon.yaml:3");
    }

    @Test
    void whatIsPrintedIsAConfigurationFile() throws IOException {
        ofProject("cord: \"odd: 'name' \\\\ #1\"\ntolerance-band: \"1%\"\nsubstitute: [\"thecal-sac=Sac\"]\n");
        String first = effective();
        ofProject(first);
        assertThat(effective().replaceAll("#.*", "")).isEqualTo(first.replaceAll("#.*", ""));
    }

    @Test
    void whatBearsOnTheResultIsToldInEveryForm() throws IOException {
        ofProject("accept-dose: true\nformat: json\nstrict: true\n");
        CommandLineRun json = CommandLineRun.in(where, "check", PLAN);
        assertThat(json.exit())
                .as("what was said on purpose is no error under --strict")
                .isZero();
        assertThat(Schemas.valid(json.outBytes()).get("issues").values())
                .filteredOn(i -> i.get("code").asString().equals("OPTION_FROM_FILE"))
                .extracting(i -> i.get("message").asString())
                .containsExactly("accept-dose: true (.cordon.yaml:1): not said on the command line");
        for (String format : new String[] {"text", "md", "junit", "sarif", "github"}) {
            assertThat(CommandLineRun.in(where, "check", PLAN, "--format", format)
                            .out()
                            .replaceAll("\\s+", " "))
                    .as(format)
                    .contains("OPTION_FROM_FILE", "accept-dose");
        }
        assertThat(CommandLineRun.in(where, "check", PLAN, "--no-config").out()).doesNotContain("OPTION_FROM_FILE");
        assertThat(CommandLineRun.in(where, "check", PLAN, "--accept-dose", "--format=text")
                        .out())
                .as("said on the command line too")
                .doesNotContain("OPTION_FROM_FILE");
    }

    @Test
    void aBatchTellsItInEveryLine() throws IOException {
        ofProject("accept-dose: true\njobs: 1\n");
        CommandLineRun run = CommandLineRun.in(where, "batch", PLAN, "--ndjson", "-");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Schemas.parse(run.outBytes()).get("warnings").asString()).contains("OPTION_FROM_FILE");
        assertThat(CommandLineRun.in(where, "batch", PLAN, "--ndjson", "-", "--no-config")
                        .out())
                .doesNotContain("OPTION_FROM_FILE");
    }

    @Test
    void filesLieBesideTheConfigurationFile() throws IOException {
        Files.writeString(project.resolve("names.yaml"), "not: an alias file\n");
        ofProject("aliases: names.yaml\n");
        CommandLineRun run = CommandLineRun.in(where, "check", PLAN);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("names.yaml").doesNotContain("cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crod: x | :1: there is no option 'crod'; did you mean cord",
                "check: {crod: x} | :1: there is no option 'crod' of cordon check; did you mean cord",
                "chek: {cord: x} | :1: 'chek' is no verb",
                "cord: a%ncord: b | :2: 'cord' stands twice",
                "cord: [a, b] | :1: 'cord' takes one value",
                "cord: true | :1: 'cord' needs a value",
                "cord: | :1: 'cord' must be a text",
                "strict: sometimes | :1: 'strict' is true or false",
                "include-identifiers: true | :1: 'include-identifiers' belongs on the command line",
                "set-in-file: x | belongs on the command line",
                "cord: &a x | anchors",
                "cord: !!binary aGVsbG8= | :1: tags are not allowed",
                "cord: [x | not valid YAML",
                "- cord | must hold options",
                "constraints: [[x]] | must be a text"
            })
    void whatIsNotUnderstoodIsRefusedWithItsLine(String yaml, String words) throws IOException {
        ofProject(yaml.replace("%n", "\n") + "\n");
        CommandLineRun run = CommandLineRun.in(where, "check", PLAN);
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.outBytes()).isEmpty();
        assertThat(run.err())
                .contains(words, ".cordon.yaml:", "--no-config", "CONFIG_FILE")
                .hasLineCount(1);
        assertThat(CommandLineRun.in(where, "check", PLAN, "--no-config").exit())
                .isZero();
    }

    @Test
    void aBrokenFileDoesNotStandInTheWayOfAShell() throws IOException {
        ofProject("cord: [");
        assertThat(CommandLineRun.in(where, "completion", "bash").exit()).isZero();
        assertThat(CommandLineRun.in(where, "check", "--help").exit()).isZero();
    }

    @Test
    void aValueThatAVerbRefusesIsTracedToItsFile() throws IOException {
        ofProject("tolerance: wide\n");
        CommandLineRun run = CommandLineRun.in(where, "check", PLAN);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--tolerance needs a number", "tolerance: wide (.cordon.yaml:1)");
    }

    @Test
    void aFileThatIsTooLargeOrBinaryIsRefused() throws IOException {
        ofProject("#".repeat(70_000));
        assertThat(CommandLineRun.in(where, "check", PLAN).err()).contains("larger than 64 KiB");
        Files.write(project.resolve(".cordon.yaml"), new byte[] {(byte) 0xFF, 0, 1});
        assertThat(CommandLineRun.in(where, "check", PLAN).err()).contains("UTF-8");
    }

    @Test
    void theProjectIsLookedForUpToTheRootOfItsRepositoryOrTheHome() throws IOException {
        Path deep = Files.createDirectories(project.resolve("a").resolve("b"));
        ofProject("cord: X\n");
        where = in(deep);
        assertThat(effective()).contains("cord: X  # ../../.cordon.yaml:1");
        Files.createDirectory(project.resolve("a").resolve(".git"));
        assertThat(effective()).as("above the root of the repository").doesNotContain("cord: X");
    }

    @Test
    void aStrangersFileInAParentFolderIsNotRead() throws IOException {
        Path shared = Files.createDirectories(dir.resolve("shared"));
        Path mine = Files.createDirectories(shared.resolve("mine"));
        Files.writeString(shared.resolve(".cordon.yaml"), "accept-dose: true\n");
        where = in(mine);
        assertThat(effective()).doesNotContain("accept-dose: true");
        where = in(shared);
        assertThat(effective()).contains("accept-dose: true");
    }

    @Test
    void theUsersFileLiesWhereTheSystemPutsSuchFiles() {
        String h = home.toString();
        String other = dir.resolve("x").toString();
        assertThat(Surroundings.of(Map.of(), h, h, false).userFile())
                .contains(home.resolve(".config/cordon/config.yaml"));
        assertThat(Surroundings.of(Map.of("XDG_CONFIG_HOME", other), h, h, false)
                        .userFile())
                .contains(Path.of(other, "cordon", "config.yaml"));
        assertThat(Surroundings.of(Map.of("XDG_CONFIG_HOME", "relative"), h, h, false)
                        .userFile())
                .contains(home.resolve(".config/cordon/config.yaml"));
        assertThat(Surroundings.of(Map.of("APPDATA", other), h, h, true).userFile())
                .contains(Path.of(other, "cordon", "config.yaml"));
    }
}
