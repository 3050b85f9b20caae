package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlotOptionTest {
    private static final String PLAN = "testdata/spine/1fx-fail";

    @Test
    void aCheckIsFollowedByItsPlotsAndOtherwiseTheSame() {
        String plain = CommandLineRun.of("check", PLAN).out();
        CommandLineRun plotted = CommandLineRun.of("check", PLAN, "--plot");
        assertThat(plotted.exit()).isEqualTo(1);
        assertThat(plotted.out()).startsWith(plain);
        assertThat(plotted.out().substring(plain.length()))
                .contains(
                        "Volume in percent", "SpinalCord   ", "X", "Gap in mm", "SpinalCord - GTV", "smallest 3.02 mm");
    }

    @Test
    void separationsAndDoseVolumesHaveTheirOwn() {
        assertThat(CommandLineRun.of("margin", PLAN, "--from", "SpinalCord", "--to", "PTV", "--plot")
                        .out())
                .contains("Gap in mm", "SpinalCord - PTV");
        assertThat(CommandLineRun.of("dvh", PLAN, "--structure", "PTV", "--plot")
                        .out())
                .contains("Volume in percent", "dose in Gy");
        assertThat(CommandLineRun.of("dvh", PLAN, "--structure", "PTV", "--plot", "--format", "json")
                        .out())
                .startsWith("{")
                .endsWith("}\n");
    }
}
