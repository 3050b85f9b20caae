package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class NearestTest {
    private final Point3 a = new Point3(1, 2, 3);
    private final Point3 b = new Point3(1, 2, 5);

    @Test
    void aDistanceBelowAPartInABillionOfAMillimetreIsTouching() {
        assertThat(Nearest.of(0.9e-9, a, b)).isEqualTo(new Nearest(0, a, a));
        assertThat(Nearest.of(1e-9, a, b)).isEqualTo(new Nearest(1e-9, a, b));
        assertThat(Nearest.of(2, a, b)).isEqualTo(new Nearest(2, a, b));
    }

    @Test
    void swappedItIsSeenFromTheOther() {
        assertThat(new Nearest(2, a, b).swapped()).isEqualTo(new Nearest(2, b, a));
    }
}
