package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;

/** Margin criteria in a check. */
class SeparationSetTest {

    private static CommandLineRun check(String name, String... more) {
        Object[] args = new Object[4 + more.length];
        args[0] = "check";
        args[1] = "testdata/spine/" + name;
        args[2] = "--constraints";
        args[3] = "SEPARATION";
        System.arraycopy(more, 0, args, 4, more.length);
        return CommandLineRun.of(args);
    }

    @Test
    void aWideGapPassesAndANarrowOneFails() {
        CommandLineRun wide = check("3fx-pass");
        assertThat(wide.exit()).as(wide.out()).isZero();
        assertThat(wide.out()).contains("gap to GTV", ">=", "SEPARATION surgery-3fx");
        CommandLineRun none = check("1fx-abutting");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.out()).startsWith("FAIL").contains("mm short");
    }

    @Test
    void aGapThatSlabsWouldNotKeepSaysSo() {
        // 3 mm between the surfaces of a cord slanted by 35 degrees; the slabs' steps reach within 1.7 mm.
        CommandLineRun slanted = check("5fx-slanted", "--format", "json");
        assertThat(slanted.exit()).isZero();
        var json = Schemas.valid(slanted.outBytes());
        assertThat(json.get("verdict").asString()).isEqualTo("PASS");
        var result = json.get("constraints").get(4);
        assertThat(result.get("to").asString()).isEqualTo("GTV");
        assertThat(result.get("reason").asString()).contains("slab solids are only 1.6");
        assertThat(slanted.out()).contains("SEPARATION_MODEL");
        assertThat(check("5fx-slanted", "--strict").exit()).isEqualTo(3);
    }

    @Test
    void besideLimitsOnTheDoseItDoesNotReplaceThem() {
        CommandLineRun both = check("1fx-fail", "--constraints", "TG101");
        assertThat(both.exit()).isEqualTo(1);
        assertThat(both.out()).contains("gap to GTV", "SEPARATION trial-1fx", "TG101 T1");
        // TG-101 has no limits for 2 fractions: a wide gap is no pass.
        CommandLineRun twoFractions = check("3fx-pass", "--constraints", "TG101", "--fractions", "2");
        assertThat(twoFractions.exit()).isNotZero();
    }
}
