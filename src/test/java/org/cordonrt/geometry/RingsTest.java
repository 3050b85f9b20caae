package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class RingsTest {
    private static final double[] L = {10, 20, 16, 20, 16, 22, 12, 22, 12, 28, 10, 28};

    @Test
    void anAreaIsPositiveCounterClockwise() {
        assertThat(Rings.area(L)).isEqualTo(24);
        assertThat(Rings.area(Rings.reversed(L))).isEqualTo(-24);
        assertThat(Rings.area(Outlines.from(L, 2))).isEqualTo(24);
        assertThat(Rings.area(new double[] {1, 1, 5, 1, 1, 4})).isEqualTo(6);
    }

    @Test
    void fewerThanThreePointsHaveNoArea() {
        assertThat(Rings.area(new double[] {1, 2, 7, 9})).isZero();
        assertThat(Rings.area(new double[0])).isZero();
    }

    @Test
    void aRingWithinALongerArray() {
        double[] longer = new double[20];
        System.arraycopy(L, 0, longer, 4, 12);
        assertThat(Rings.area(longer, 4, 16)).isEqualTo(24);
        assertThat(Rings.area(longer, 4, 10)).as("its first three points").isEqualTo(6);
        assertThat(Rings.area(longer, 4, 8)).isZero();
    }

    @Test
    void aReversedRingHasTheSamePointsBackwards() {
        assertThat(Rings.reversed(new double[] {1, 2, 3, 4, 5, 6})).containsExactly(5, 6, 3, 4, 1, 2);
    }

    /** As often as its angle, seen from the point, goes round. */
    @Test
    void windingNumbersAreThoseOfTheAngle() {
        Property.forAll(500, random -> random.doubles(14, -1, 1).toArray(), d -> {
            double[] ring = Arrays.copyOf(d, 12);
            double turn = 0;
            for (int i = 0, j = 10; i < 12; j = i, i += 2) {
                double a = Math.atan2(ring[i + 1] - d[13], ring[i] - d[12])
                        - Math.atan2(ring[j + 1] - d[13], ring[j] - d[12]);
                turn += a - 2 * Math.PI * Math.rint(a / (2 * Math.PI));
            }
            assertThat(Rings.windingNumber(ring, d[12], d[13])).isEqualTo((int) Math.rint(turn / (2 * Math.PI)));
        });
    }

    @Test
    void aHeightSharedWithCornersIsCrossedOnce() {
        double[] rhomb = {0, -2, 3, 0, 0, 2, -3, 0};
        assertThat(Rings.windingNumber(rhomb, 0, 0)).isEqualTo(1);
        assertThat(Rings.windingNumber(Rings.reversed(rhomb), 0, 0)).isEqualTo(-1);
        for (double y : new double[] {-2, 0, 2}) {
            assertThat(Rings.windingNumber(rhomb, -4, y)).isZero();
            assertThat(Rings.windingNumber(rhomb, 4, y)).isZero();
        }
    }

    /** Boxes that tile a plane: each point belongs to one of them, also on their common sides and corners. */
    @Test
    void neighboursShareNoPoint() {
        double[][] tiles = {
            Outlines.box(0, 0, 2, 2), Outlines.box(2, 0, 4, 2), Outlines.box(0, 2, 2, 4), Outlines.box(2, 2, 4, 4)
        };
        for (double x = 0.5; x < 4; x += 0.5) {
            for (double y = 0.5; y < 4; y += 0.5) {
                int sum = 0;
                for (double[] tile : tiles) {
                    sum += Rings.windingNumber(tile, x, y);
                }
                assertThat(sum).isEqualTo(1);
            }
        }
    }

    @Test
    void aStarCanBeSeenFromItsCentroid() {
        assertThat(Rings.isStar(Outlines.box(100, 200, 103, 201))).isTrue();
        // Dented on each side as far as the middle allows.
        double[] star = {-9, -9, 0, -2, 9, -9, 2, 0, 9, 9, 0, 2, -9, 9, -2, 0};
        assertThat(Rings.isStar(Outlines.placed(star, 1, 1, 50, -70))).isTrue();
        assertThat(Rings.isStar(Outlines.placed(Outlines.from(star, 3), 1, 1, -50, 70)))
                .isTrue();
        double[] horseshoe = {0, 0, 20, 0, 20, 20, 15, 20, 15, 5, 5, 5, 5, 20, 0, 20};
        for (int start = 0; start < 8; start++) {
            assertThat(Rings.isStar(Outlines.placed(Outlines.from(horseshoe, start), 1, 1, 40, 30)))
                    .isFalse();
        }
    }

    /** Of this hook only the side that runs in under its tip turns away from the middle. */
    @Test
    void oneSideThatTurnsAwayIsEnough() {
        double[] hook = {0, 0, 10, 0, 10, 10, 0, 10, 0, 7, 1, 7, 0, 6.9};
        for (int start = 0; start < 7; start++) {
            assertThat(Rings.isStar(Outlines.from(hook, start))).isFalse();
        }
    }
}
