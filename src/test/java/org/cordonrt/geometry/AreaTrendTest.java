package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class AreaTrendTest {
    /** Rising from -2 on: its slope at x is 2 x + 6. */
    private static double parabola(double x) {
        return x * x + 6 * x + 20;
    }

    @Test
    void slopesAreThoseOfAParabolaThroughThreePlanes() {
        // Planes at 0, 2 and 5.
        assertThat(AreaTrend.slopeWithin(parabola(0), parabola(2), parabola(5), 2, 3))
                .isCloseTo(10, within(1e-12));
        assertThat(AreaTrend.slopeAtEnd(parabola(0), parabola(2), parabola(5), 2, 3))
                .isCloseTo(6, within(1e-12));
        // The same falling: seen from the other side.
        assertThat(AreaTrend.slopeWithin(parabola(5), parabola(2), parabola(0), 3, 2))
                .isCloseTo(-10, within(1e-12));
        assertThat(AreaTrend.slopeAtEnd(parabola(5), parabola(2), parabola(0), 3, 2))
                .isCloseTo(-16, within(1e-12));
    }

    @Test
    void aPlaneLargerOrSmallerThanBothNeighboursIsAnExtreme() {
        assertThat(AreaTrend.slopeWithin(1, 5, 2, 1, 1)).isZero();
        assertThat(AreaTrend.slopeWithin(5, 1, 2, 1, 1)).isZero();
        assertThat(AreaTrend.slopeWithin(5, 5, 9, 1, 1)).isZero();
        // The parabola through 0, 1 and 10 falls at first: no slope at all.
        assertThat(AreaTrend.slopeAtEnd(0, 1, 10, 1, 1)).isZero();
    }

    @Test
    void slopesAreLimitedToThreeSecants() {
        assertThat(AreaTrend.slopeWithin(0, 1, 101, 1, 1)).isEqualTo(3);
        assertThat(AreaTrend.slopeWithin(101, 1, 0, 1, 1)).isEqualTo(-3);
        assertThat(AreaTrend.slopeAtEnd(0, 2, -40, 2, 1)).isEqualTo(3);
        assertThat(AreaTrend.slopeAtEnd(0, -2, 40, 2, 1)).isEqualTo(-3);
    }

    @Test
    void theCourseHasItsAreasAndSlopesAndReproducesCubics() {
        // x^3 - 2 x on a gap from 1 to 4.
        double a0 = -1;
        double a1 = 56;
        for (double t = 0; t <= 1; t += 0.125) {
            double x = 1 + 3 * t;
            assertThat(AreaTrend.cubic(a0, 1, a1, 46, 3, t)).isCloseTo(x * x * x - 2 * x, within(1e-12));
        }
    }

    @Test
    void betweenTwoPlanesTheCourseIsMonotone() {
        Property.forAll(
                300,
                random -> new double[] {
                    random.nextDouble(50), random.nextDouble(50), random.nextDouble(50), random.nextDouble(50)
                },
                a -> {
                    double s0 = AreaTrend.slopeWithin(a[0], a[1], a[2], 2, 3);
                    double s1 = AreaTrend.slopeWithin(a[1], a[2], a[3], 3, 1);
                    double before = a[1];
                    for (int k = 1; k <= 16; k++) {
                        double next = AreaTrend.cubic(a[1], s0, a[2], s1, 3, k / 16.0);
                        assertThat((next - before) * (a[2] - a[1])).isGreaterThan(-1e-9);
                        before = next;
                    }
                });
    }

    /** A cone whose tip lies 5 mm beyond the last plane: its area goes with the square of the way to the tip. */
    @Test
    void aConeEndsAtItsTip() {
        AreaTrend.Beyond three = AreaTrend.Beyond.of(25, 49, 100, 2, 3);
        assertThat(three.zeroMm()).isCloseTo(5, within(1e-6));
        assertThat(three.area(0)).isEqualTo(25);
        assertThat(three.area(2)).isCloseTo(9, within(1e-9));
        AreaTrend.Beyond radius = AreaTrend.Beyond.ofRadius(25, 49, 2);
        assertThat(radius.zeroMm()).isCloseTo(5, within(1e-12));
        assertThat(radius.area(2)).isCloseTo(9, within(1e-12));
        assertThat(radius.area(4)).isCloseTo(1, within(1e-12));
        // Half as steep: the tip is 10 mm away.
        AreaTrend.Beyond steep = AreaTrend.Beyond.ofRadius(25, 49, 4);
        assertThat(steep.zeroMm()).isCloseTo(10, within(1e-12));
        assertThat(steep.area(2)).isCloseTo(16, within(1e-12));
    }

    /** A ball of radius 10: its area falls as 100 - z^2, here from planes at 3, 5 and 8. */
    @Test
    void aBallEndsAtItsPole() {
        AreaTrend.Beyond b = AreaTrend.Beyond.of(36, 75, 91, 3, 2);
        assertThat(b.zeroMm()).isCloseTo(2, within(1e-12));
        assertThat(b.area(1)).isCloseTo(19, within(1e-12));
        assertThat(b.area(5)).as("beyond its end").isZero();
    }

    /** 2 (x - 5) (x - 9), from planes at 0, -2 and -4: ends at the first of two zeroes. */
    @Test
    void aParabolaEndsWhereItFirstReachesZero() {
        assertThat(AreaTrend.Beyond.of(90, 154, 234, 2, 2).zeroMm()).isCloseTo(5, within(1e-12));
    }

    @Test
    void twoPlanesRunStraightOn() {
        AreaTrend.Beyond b = AreaTrend.Beyond.of(30, 40, 2);
        assertThat(b.zeroMm()).isCloseTo(6, within(1e-12));
        assertThat(b.area(3)).isCloseTo(15, within(1e-12));
    }

    @Test
    void whatDoesNotShrinkNeverEnds() {
        assertThat(AreaTrend.Beyond.of(40, 40, 2)).isSameAs(AreaTrend.Beyond.NEVER);
        assertThat(AreaTrend.Beyond.of(40, 30, 2)).isSameAs(AreaTrend.Beyond.NEVER);
        assertThat(AreaTrend.Beyond.ofRadius(40, 40, 2)).isSameAs(AreaTrend.Beyond.NEVER);
        assertThat(AreaTrend.Beyond.ofRadius(40, 30, 2)).isSameAs(AreaTrend.Beyond.NEVER);
        assertThat(AreaTrend.Beyond.of(40, 30, 30, 2, 2)).isSameAs(AreaTrend.Beyond.NEVER);
        // (x - 3)^2 + 12: turns round far above zero. With 21 to begin with, a twentieth is 1.05.
        assertThat(AreaTrend.Beyond.of(21, 37, 61, 2, 2)).isSameAs(AreaTrend.Beyond.NEVER);
    }

    @Test
    void aParabolaThatOnlyJustMissesZeroEndsWhereItTurns() {
        // (x - 5)^2 + 1 from 26 on, planes at 0, -2 and -4: 1 is less than a twentieth of 26.
        AreaTrend.Beyond b = AreaTrend.Beyond.of(26, 50, 82, 2, 2);
        assertThat(b.zeroMm()).isCloseTo(5, within(1e-12));
        // 2 (x - 5)^2 + 1 from 51 on.
        assertThat(AreaTrend.Beyond.of(51, 99, 163, 2, 2).zeroMm()).isCloseTo(5, within(1e-12));
        // (x - 5)^2 + 1.5 from 26.5 on: more than a twentieth.
        assertThat(AreaTrend.Beyond.of(26.5, 50.5, 82.5, 2, 2)).isSameAs(AreaTrend.Beyond.NEVER);
    }
}
