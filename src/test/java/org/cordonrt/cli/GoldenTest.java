package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code cordon check} says of every case under testdata/spine, to the byte: numbers are rounded to a millionth
 * before they are written, so that every Java and every machine gives the same. After a change that is meant, write them
 * anew with {@code mvn test -Dtest=GoldenTest -Dcordon.golden=write} and read the difference.
 */
class GoldenTest {
    private static final boolean WRITE = "write".equals(System.getProperty("cordon.golden"));
    private static final Path GOLDEN = Path.of("testdata", "golden");

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource({
        "1fx-pass, 0, PASS",
        "1fx-fail, 1, FAIL",
        "1fx-abutting, 1, FAIL",
        "3fx-pass, 0, PASS",
        "5fx-pass, 0, PASS",
        "5fx-slanted, 0, PASS"
    })
    void everyCaseGivesItsDocumentedVerdict(String name, int exit, String verdict) throws IOException {
        Path json = scratch.resolve("check.json");
        CommandLineRun run = CommandLineRun.of("check", "testdata/spine/" + name, "--out", "json=" + json);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).startsWith(verdict + "  ");
        assertThat(Schemas.valid(Files.readAllBytes(json)).get("verdict").asString())
                .isEqualTo(verdict);
        compare(GOLDEN.resolve(name + ".txt"), run.outBytes());
        compare(GOLDEN.resolve(name + ".json"), Files.readAllBytes(json));
    }

    /** Breaks lie beyond the search, so that no search for them can move these numbers. */
    @Test
    void robustnessOfACaseIsTheSameToTheByte() throws IOException {
        Path json = scratch.resolve("robust.json");
        CommandLineRun run = CommandLineRun.of(
                "robust",
                "testdata/spine/1fx-pass",
                "--constraints",
                "testdata/constraints/robust/cord-1mm.yaml",
                "--search-radius",
                "2",
                "--samples",
                "100",
                "--systematic",
                "0.3",
                "--random",
                "0.3",
                "--require-probability",
                "95",
                "--out",
                "json=" + json);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Schemas.valid(Files.readAllBytes(json));
        compare(GOLDEN.resolve("1fx-pass-robust.txt"), run.outBytes());
        compare(GOLDEN.resolve("1fx-pass-robust.json"), Files.readAllBytes(json));
    }

    private static void compare(Path golden, byte[] actual) throws IOException {
        if (WRITE) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, actual);
        }
        assertThat(new String(actual, java.nio.charset.StandardCharsets.UTF_8))
                .as("%s (write it anew with -Dcordon.golden=write)", golden)
                .isEqualTo(Files.readString(golden));
    }
}
