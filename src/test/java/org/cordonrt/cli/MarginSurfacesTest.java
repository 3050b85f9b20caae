package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;

class MarginSurfacesTest {
    private static final String CASE = "testdata/spine/1fx-pass/rtstruct.dcm";

    @Test
    void theMarginOfAPrvByDirection() {
        var json = Schemas.valid(CommandLineRun.of(
                        "margin",
                        CASE,
                        "--from",
                        "SpinalCord",
                        "--to",
                        "SpinalCord_PRV02",
                        "--surfaces",
                        "--format",
                        "json")
                .outBytes());
        var s = json.get("surfaces").get(0);
        assertThat(s.get("expansion").size()).isEqualTo(7);
        assertThat(s.get("expansion").get(0).get("distances").get("meanMm").asDouble())
                .isBetween(1.9, 2.1);
        assertThat(s.get("breach").isNull()).isTrue();
        assertThat(s.get("boundMm").asDouble()).isBetween(0.3, 0.4);
    }

    @Test
    void theTableSaysHowItWasSampled() {
        CommandLineRun run = CommandLineRun.of("margin", CASE, "--from", "ThecalSac", "--to", "GTV", "--surfaces");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Surfaces of ThecalSac and GTV", "ThecalSac to GTV", "GTV to ThecalSac", "Hausdorff")
                .contains("sampled every 0.5 mm")
                .doesNotContain("margin around");
    }
}
