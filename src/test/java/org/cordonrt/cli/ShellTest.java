package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Completion and manual pages, as the programs that they are for take them; left out where those are not installed. */
class ShellTest {
    @TempDir
    Path dir;

    /** Runs a program and gives all that it says. */
    private String run(String... command) throws IOException, InterruptedException {
        Path file = dir.resolve("output");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(file.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not installed");
            throw e;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(file);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private Path script(String shell) throws IOException {
        CommandLineRun made = CommandLineRun.of("completion", shell);
        assertThat(made.exit()).as(made.err()).isZero();
        return Files.write(dir.resolve("completion." + shell), made.outBytes());
    }

    private List<String> bash(Path script, String line) throws IOException, InterruptedException {
        String said = run("bash", "-c", """
                source %s
                compopt() { :; }
                COMP_LINE='%s'
                COMP_WORDS=($COMP_LINE)
                [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMP_POINT=${#COMP_LINE}
                _complete_cordon
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, line));
        return said.lines().map(String::strip).toList();
    }

    @Test
    void bashCompletesVerbsOptionsAndTheirValues() throws Exception {
        Path script = script("bash");
        assertThat(bash(script, "cordon che")).containsExactly("check");
        assertThat(bash(script, "cordon ")).contains("check", "dvh", "constraints", "completion");
        assertThat(bash(script, "cordon constraints ")).contains("list", "show", "lint", "import");
        assertThat(bash(script, "cordon check --st")).containsExactlyInAnyOrder("--strict", "--structure-set");
        assertThat(bash(script, "cordon check --format ")).contains("text", "json", "sarif");
    }

    @Test
    void zshTakesTheScript() throws Exception {
        Path script = script("zsh");
        assertThat(run(
                        "zsh",
                        "-f",
                        "-c",
                        "autoload -U compinit; compinit -u -D; source " + script + "; print $_comps[cordon]"))
                .contains("_bash_complete");
    }

    @Test
    void fishCompletesVerbsOptionsAndTheirValues() throws Exception {
        Path script = script("fish");
        assertThat(run("fish", "-N", "-c", "source " + script + "; complete -C 'cordon che'"))
                .startsWith("check\tCheck a plan");
        assertThat(run("fish", "-N", "-c", "source " + script + "; complete -C 'cordon constraints l'"))
                .contains("list\t", "lint\t")
                .doesNotContain("show");
        assertThat(run("fish", "-N", "-c", "source " + script + "; complete -C 'cordon check --solid '"))
                .contains("slab", "shape");
    }

    @Test
    void otherShellsAreNamed() {
        CommandLineRun run = CommandLineRun.of("completion", "tcsh");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("bash, zsh or fish");
    }

    static Stream<String> verbs() {
        return VerbCall.names().stream();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasExamplesAndAManualPageWithItsOptions(String verb) throws Exception {
        List<String> words = List.of(verb.split(" "));
        CommandLineRun help = CommandLineRun.of(
                Stream.concat(words.stream(), Stream.of("--help")).toArray());
        assertThat(help.out()).contains("Examples:\n  ", "cordon " + verb);
        CommandLineRun man = CommandLineRun.of(
                Stream.concat(Stream.of("man"), words.stream()).toArray());
        assertThat(man.out()).startsWith(".TH \"CORDON\\-").contains(".SH \"EXAMPLES\"");
        VerbCall.verb(verb).spec().options().stream()
                .filter(o -> !o.hidden())
                .forEach(o ->
                        assertThat(man.out()).contains("\\fB" + o.longestName().replace("-", "\\-") + "\\fR"));
        Path page = Files.write(dir.resolve("page.1"), man.outBytes());
        assertThat(run("groff", "-ww", "-man", "-Tascii", "-P-c", page.toString())
                        .lines())
                .noneMatch(l -> l.contains("warning") && l.contains("page.1"));
    }

    @Test
    void allPagesGoIntoAFolder() throws IOException {
        assertThat(CommandLineRun.of("man", "--folder", dir).exit()).isZero();
        assertThat(dir.resolve("cordon.1")).content(StandardCharsets.US_ASCII).contains("constraints list");
        assertThat(dir.resolve("cordon-constraints-list.1")).exists();
        assertThat(CommandLineRun.of("man", "--folder", dir.resolve("no")).exit())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("man", "chek").err()).contains("did you mean check");
    }

    @Test
    void aDistributionHasPagesAndCompletionWhereSystemsLookForThem() throws IOException {
        Path share = dir.resolve("share");
        ShareFiles.main(new String[] {share.toString()});
        assertThat(share.resolve("man/man1/cordon-check.1")).exists();
        assertThat(share.resolve("bash-completion/completions/cordon"))
                .hasBinaryContent(CommandLineRun.of("completion", "bash").outBytes());
        assertThat(share.resolve("fish/vendor_completions.d/cordon.fish"))
                .hasBinaryContent(CommandLineRun.of("completion", "fish").outBytes());
    }

    @Test
    void aMistypedSetOrMetricIsGuessed() {
        String plan = "testdata/spine/1fx-pass";
        assertThat(CommandLineRun.of("check", plan, "--constraints", "TG-101").err())
                .contains("did you mean TG101?");
        assertThat(CommandLineRun.of("dvh", plan, "--structure", "SpinalCrod").err())
                .contains("did you mean 'SpinalCord");
        assertThat(CommandLineRun.of("check", plan, "--cord", "SpinalCrod").err())
                .contains("did you mean 'SpinalCord'");
    }

    @Test
    void aMistypedVerbIsGuessed() {
        assertThat(CommandLineRun.of("chekc", "plan").err()).contains("did you mean check");
        assertThat(CommandLineRun.of("constraints", "lst").err()).contains("did you mean constraints list");
    }
}
