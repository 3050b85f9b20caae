package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EndCapTest {
    @Test
    void itIsHalfTheSpacingButAtMostItsLimit() {
        assertThat(EndCap.HALF.lengthMm(3)).isEqualTo(1.5);
        assertThat(EndCap.NONE.lengthMm(3)).isZero();
        assertThat(new EndCap(1).lengthMm(3)).isEqualTo(1);
        assertThat(new EndCap(2).lengthMm(3)).isEqualTo(1.5);
    }

    @Test
    void itIsWrittenAsOnTheCommandLine() {
        assertThat(EndCap.HALF.text()).isEqualTo("half");
        assertThat(EndCap.NONE.text()).isEqualTo("none");
        assertThat(new EndCap(1.5).text()).isEqualTo("1.5mm");
        assertThat(new EndCap(10).text()).isEqualTo("10mm");
    }

    @Test
    void limitsThatAreEqualAreEqual() {
        assertThat(new EndCap(1.5)).isEqualTo(new EndCap(1.5)).hasSameHashCodeAs(new EndCap(1.5));
        assertThat(new EndCap(1.5)).isNotEqualTo(new EndCap(2)).isNotEqualTo("1.5mm");
        assertThat(new EndCap(1.5).hashCode()).isNotEqualTo(new EndCap(2).hashCode());
    }

    @Test
    void aNegativeLimitIsNone() {
        assertThatThrownBy(() -> new EndCap(-0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EndCap(Double.NaN)).hasMessageContaining("NaN");
    }
}
