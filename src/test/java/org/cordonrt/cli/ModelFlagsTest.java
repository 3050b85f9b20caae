package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ModelFlagsTest {
    private static final Path PLAN = Path.of("testdata", "spine", "5fx-slanted");

    private static JsonNode cord(String... options) {
        Object[] all = new Object[options.length + 7];
        all[0] = "dvh";
        all[1] = PLAN;
        all[2] = "--structure";
        all[3] = "SpinalCord";
        all[4] = "--format";
        all[5] = "json";
        all[6] = "--curve";
        System.arraycopy(options, 0, all, 7, options.length);
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.exit()).as(run.err()).isZero();
        return Schemas.valid(run.outBytes());
    }

    private static double volume(JsonNode found) {
        return found.get("structures").get(0).get("volumeCc").asDouble();
    }

    @Test
    void theModelIsWhatWasAskedForAndIsStated() {
        JsonNode usual = cord();
        assertThat(usual.get("model").get("solid").asString()).isEqualTo("SLAB");
        assertThat(usual.get("model").get("endCap").asString()).isEqualTo("half");
        JsonNode none = cord("--end-cap", "none");
        JsonNode some = cord("--end-cap", "0.5mm");
        assertThat(some.get("model").get("endCap").asString()).isEqualTo("0.5mm");
        // A straight stack of planes: each end loses its cap.
        double mm = (volume(usual) - volume(none)) / (volume(some) - volume(none));
        assertThat(mm).isCloseTo(3, within(0.01));
        JsonNode shape = cord("--solid", "shape", "--tolerance", "0.1");
        assertThat(shape.get("model").get("solid").asString()).isEqualTo("SHAPE");
        assertThat(shape.get("model").get("toleranceGy").asDouble()).isEqualTo(0.1);
        assertThat(volume(shape)).isCloseTo(volume(usual), within(0.01 * volume(usual)));
    }

    @Test
    void theCurveLiesInItsEnvelopeAndNeverRises() {
        JsonNode curve = cord().get("structures").get(0).get("curve");
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < curve.get("doseGy").size(); i++) {
            double v = curve.get("volumeCc").get(i).asDouble();
            assertThat(v).isLessThanOrEqualTo(before);
            assertThat(curve.get("lowerCc").get(i).asDouble()).isLessThanOrEqualTo(v);
            assertThat(curve.get("upperCc").get(i).asDouble()).isGreaterThanOrEqualTo(v);
            before = v;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--solid, mesh",
        "--end-cap, 2",
        "--end-cap, -1mm",
        "--end-cap, 1e3mm",
        "--tolerance, 0",
        "--tolerance, 100",
        "--tolerance, x"
    })
    void whatIsNoModelIsWrongUsage(String option, String value) {
        CommandLineRun run = CommandLineRun.of("check", PLAN, option, value);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(option).hasLineCount(1);
        assertThat(run.outBytes()).isEmpty();
    }
}
