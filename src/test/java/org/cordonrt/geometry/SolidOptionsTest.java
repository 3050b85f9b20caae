package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class SolidOptionsTest {
    private final SolidOptions options = SolidOptions.defaults();

    @Test
    void eachChangeLeavesTheRestAsItWas() {
        SolidOptions changed = options.withEndCap(EndCap.NONE)
                .withModel(SolidModel.SHAPE)
                .withPreferredNormals(List.of(new Point3(0, 1, 0)))
                .withSinglePlaneThicknessMm(5);
        assertThat(changed).isEqualTo(new SolidOptions(EndCap.NONE, 5, List.of(new Point3(0, 1, 0)), SolidModel.SHAPE));
        assertThat(options).isEqualTo(new SolidOptions(EndCap.HALF, 2, List.of(), SolidModel.SLAB));
    }

    @Test
    void aThicknessIsPositiveAndFinite() {
        for (double mm : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> options.withSinglePlaneThicknessMm(mm))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(mm));
        }
    }
}
