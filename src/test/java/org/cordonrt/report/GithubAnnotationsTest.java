package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GithubAnnotationsTest {

    @Test
    void aPassIsANotice() {
        assertThat(GithubAnnotations.of(Samples.met().build()))
                .isEqualTo("::notice title=Cordon%3A PASS::SpinalCord D0.035cc 13.10 Gy of 14 Gy (TG101, 1 fraction):"
                        + " 0.90 Gy left; 2.4 mm from GTV\n");
    }

    @Test
    void everyLineIsOneCommandWhateverTheNames() {
        String text = GithubAnnotations.of(Hostile.assessment());
        assertThat(text.lines())
                .hasSize(1 + 3 * Hostile.NAMES.size())
                .allMatch(l -> l.matches("::(error|warning) title=[^:,]*::.*"))
                .noneMatch(l -> l.matches(".*%(?!25|3A|2C).*"));
        assertThat(text).startsWith("::error title=Cordon%3A FAIL::").doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
    }

    @Test
    void aLineOfAFile() {
        assertThat(GithubAnnotations.line("error", "a,b:c.yaml", 3, 5, "x", "y"))
                .isEqualTo("::error file=a%2Cb%3Ac.yaml,line=3,col=5,title=x::y\n");
    }
}
