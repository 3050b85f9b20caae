package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DiffVerbTest {
    private static final Path PASS = Path.of("testdata/golden/1fx-pass.json");
    private static final Path FAIL = Path.of("testdata/golden/1fx-fail.json");

    @TempDir
    Path dir;

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(dir, "x", ".json"), text);
    }

    /** The golden result with something replaced. */
    private Path changed(String from, String to) throws IOException {
        String text = Files.readString(PASS);
        assertThat(text).contains(from);
        return file(text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    private static JsonNode json(Object... args) {
        Object[] all = new Object[args.length + 3];
        all[0] = "diff";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--format";
        all[args.length + 2] = "json";
        CommandLineRun run = CommandLineRun.of(all);
        JsonNode found = Schemas.valid(run.outBytes());
        assertThat(run.exit()).isEqualTo(found.get("alike").asBoolean() ? 0 : 1);
        return found;
    }

    @Test
    void aResultIsLikeItself() {
        CommandLineRun run = CommandLineRun.of("diff", PASS, PASS);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("ALIKE  ");
        JsonNode found = json(PASS, PASS);
        assertThat(found.get("numbers").asInt()).isGreaterThan(300);
        assertThat(found.get("states").asInt()).isGreaterThan(100);
    }

    @Test
    void anotherVerdictIsSaidFirstWhateverTheTolerance() {
        CommandLineRun run = CommandLineRun.of("diff", PASS, FAIL, "--abs", "1000000");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).startsWith("DIFFERENT  verdict PASS -> FAIL; ");
        assertThat(json(PASS, FAIL).get("differences").get(0).get("kind").asString())
                .isEqualTo("VERDICT");
    }

    @Test
    void aNumberThatMovesIsFoundUnlessItIsWithinTheToleranceOfItsUnit() throws IOException {
        Path moved = changed("\"volumeCc\": 5.767435", "\"volumeCc\": 5.777435");
        JsonNode found = json(PASS, moved);
        assertThat(found.get("differences")).hasSize(1);
        JsonNode only = found.get("differences").get(0);
        assertThat(only.get("path").asString()).isEqualTo("structures[SpinalCord]/volumeCc");
        assertThat(only.get("unit").asString()).isEqualTo("cc");
        assertThat(only.get("change").asDouble()).isEqualTo(0.01);
        assertThat(json(PASS, moved, "--abs", "cc=0.01").get("alike").asBoolean())
                .as("as far apart as allowed")
                .isTrue();
        assertThat(json(PASS, moved, "--abs", "cc=0.009999").get("alike").asBoolean())
                .isFalse();
        assertThat(json(PASS, moved, "--abs", "Gy=1").get("alike").asBoolean()).isFalse();
        assertThat(json(PASS, moved, "--rel", "0.2%").get("alike").asBoolean()).isTrue();
        assertThat(json(PASS, moved, "--rel", "0.001").get("alike").asBoolean()).isFalse();
        assertThat(json(PASS, moved, "--rel", "50%", "--rel", "cc=0")
                        .get("alike")
                        .asBoolean())
                .as("a unit's own tolerance goes before that of all")
                .isFalse();
        assertThat(json(PASS, moved, "--ignore", "volumeCc").get("alike").asBoolean())
                .isTrue();
        assertThat(json(PASS, moved, "--ignore", "structures").get("alike").asBoolean())
                .isTrue();
        assertThat(CommandLineRun.of("diff", PASS, moved, "--abs", "1").out()).contains("up to 0.010000 cc apart");
    }

    @Test
    void whatIsToleratedAndLeftOutIsSaid() {
        assertThat(CommandLineRun.of(
                                "diff",
                                PASS,
                                PASS,
                                "--abs",
                                "0.1",
                                "--abs",
                                "Gy=0.05",
                                "--rel",
                                "0.5%",
                                "--ignore",
                                "hottest")
                        .out())
                .contains("tolerance  0.1; 0.05 Gy; 0.5 % of the larger", "left out   hottest");
        assertThat(CommandLineRun.of("diff", PASS, PASS).out()).contains("tolerance  none");
    }

    @Test
    void metricsAreFoundByTheirExpressionAndCarryTheirUnit() throws IOException {
        Path moved = changed("\"value\": 9.380867", "\"value\": 9.380868");
        JsonNode only = json(PASS, moved).get("differences").get(0);
        assertThat(only.get("path").asString()).isEqualTo("structures[SpinalCord]/metrics[Max[Gy]]/value");
        assertThat(only.get("unit").asString()).isEqualTo("Gy");
        assertThat(json(PASS, moved, "--ignore", "metrics").get("alike").asBoolean())
                .isTrue();
    }

    @Test
    void aLimitTakesNoTolerance() throws IOException {
        Path moved = changed("\"limit\": 10,", "\"limit\": 10.000001,");
        assertThat(json(PASS, moved, "--abs", "1").get("differences"))
                .hasSize(1)
                .allMatch(d -> d.get("path").asString().endsWith("/limit"));
    }

    @Test
    void whatIsGoneOrNewIsAState() throws IOException {
        Path renamed = changed("\"name\": \"Esophagus\"", "\"name\": \"Oesophagus\"");
        JsonNode found = json(PASS, renamed, "--abs", "1000");
        assertThat(found.get("differences").values())
                .extracting(d -> d.get("kind").asString())
                .containsOnly("STATE");
        Path unknown = changed("\"volumeCc\": 5.767435", "\"volumeCc\": null");
        assertThat(json(PASS, unknown, "--abs", "1000")
                        .get("differences")
                        .get(0)
                        .get("after")
                        .isNull())
                .isTrue();
    }

    @Test
    void filesVersionsAndSentencesAreNotCompared() throws IOException {
        assertThat(json(PASS, changed("\"version\": \"development\"", "\"version\": \"9\""))
                        .get("alike")
                        .asBoolean())
                .isTrue();
        assertThat(json(PASS, changed("testdata/spine/1fx-pass", "elsewhere"))
                        .get("alike")
                        .asBoolean())
                .isTrue();
        assertThat(json(PASS, changed("no partial cord is contoured", "none"))
                        .get("alike")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void otherVerbsHaveResultsToo() throws IOException {
        String plan = "testdata/spine/1fx-pass";
        for (List<String> verb : List.of(
                List.of("dvh", plan, "--structure", "SpinalCord", "--curve"),
                List.of("margin", plan, "--profile", "--surfaces"))) {
            Object[] args = java.util.stream.Stream.concat(
                            verb.stream(), java.util.stream.Stream.of("--format", "json"))
                    .toArray();
            Path result = Files.write(
                    dir.resolve(verb.get(0)), CommandLineRun.of(args).outBytes());
            assertThat(json(result, result).get("numbers").asInt()).isGreaterThan(200);
        }
        refused("only results of the same kind", dir.resolve("dvh"), dir.resolve("margin"));
    }

    @Test
    void histogramsLineUpByDose() throws IOException {
        String curve = """
                {"schema": "cordon/dvh/1", "structures": [{"name": "A", "curve": {"doseGy": [%s], "volumeCc": [%s]}}]}
                """;
        Path longer = file(curve.formatted("0, 1, 2", "5, 4, 3"));
        Path finer = file(curve.formatted("0, 0.5, 1, 2", "5, 4.5, 4, 3"));
        assertThat(json(longer, finer).get("differences").values())
                .extracting(d -> d.get("path").asString())
                .contains("structures[A]/curve/volumeCc[0.5 Gy]")
                .noneMatch(p -> p.contains("[1 Gy]"));
    }

    private static void refused(String words, Path a, Path b) {
        CommandLineRun run = CommandLineRun.of("diff", a, b);
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.outBytes()).isEmpty();
        assertThat(run.err()).contains(words, "RESULT_UNREADABLE").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{} {}",
                "{\"schema\": \"cordon/assessment/2\"}",
                "{\"schema\": \"cordon/dvh/1\", \"schema\": \"cordon/dvh/1\"}",
                "{\"schema\": \"cordon/dvh/1\", \"n\": 1e999999999}",
                "{\"schema\": \"cordon/dvh/1\", \"n\": NaN}",
                "\u0000"
            })
    void whatIsNoResultIsRefused(String text) throws IOException {
        refused("x", file(text), PASS);
        refused("x", PASS, file(text));
    }

    @Test
    void hostileFilesAreBounded() throws IOException {
        refused("not the JSON", file("{\"schema\": \"cordon/dvh/1\", \"a\": " + "[".repeat(100_000)), PASS);
        refused("not the JSON", file("{\"schema\": \"cordon/dvh/1\", \"a\": " + "9".repeat(1_000_000) + "}"), PASS);
        Path large = dir.resolve("large.json");
        Files.write(large, new byte[65 * 1024 * 1024]);
        refused("larger than 64 MiB", large, PASS);
        refused("cannot be read", dir.resolve("none.json"), PASS);
    }

    @Test
    void namesThatLookLikePathsHideNothing() throws IOException {
        String two = """
                {"schema": "cordon/dvh/1", "structures": [{"name": "A", "volumeCc": 1}, {"name": "A", "volumeCc": %s},
                {"name": "A #2", "volumeCc": %s}]}
                """;
        assertThat(json(file(two.formatted("2", "3")), file(two.formatted("2", "4")))
                        .get("differences"))
                .hasSize(1);
        assertThat(json(file(two.formatted("2", "3")), file(two.formatted("5", "3")))
                        .get("differences"))
                .hasSize(1);
        Path hostile = file(two.formatted("2", "3").replace("A #2", "\\u001b[2J\\u202e"));
        assertThat(new String(
                        CommandLineRun.of("diff", hostile, PASS.resolveSibling("none"))
                                .outBytes(),
                        StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(CommandLineRun.of("diff", hostile, file(two.formatted("2", "3")))
                        .out())
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}&&[^\n]]");
    }

    @ParameterizedTest
    @CsvSource({"--abs, x", "--abs, -1", "--abs, kg=1", "--abs, 1%", "--rel, Gy=", "--abs, NaN", "--abs, Gy=1e99"})
    void tolerancesAreChecked(String option, String value) {
        CommandLineRun run = CommandLineRun.of("diff", PASS, PASS, option + "=" + value);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(option);
    }

    @Test
    void aToleranceIsSaidOnce() {
        assertThat(CommandLineRun.of("diff", PASS, PASS, "--abs", "Gy=1", "--abs", "Gy=2")
                        .exit())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("diff", PASS).exit()).isEqualTo(2);
    }
}
