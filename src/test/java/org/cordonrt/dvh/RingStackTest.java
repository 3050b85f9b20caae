package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.Property;
import org.cordonrt.geometry.Rings;
import org.junit.jupiter.api.Test;

/** Rings cut along lines, in a stack and one by one. */
class RingStackTest {
    private static final double[] SQUARE = {0, 0, 4, 0, 4, 4, 0, 4};

    /** Clockwise, a hole of the square. */
    private static final double[] HOLE = {1, 1, 1, 3, 3, 3, 3, 1};

    private static RingStack stack(double[]... rings) {
        RingStack stack = new RingStack();
        for (double[] r : rings) {
            stack.push(r);
        }
        return stack;
    }

    @Test
    void aSquareIsCutIntoRectangles() {
        RingStack stack = stack(SQUARE);
        int above = stack.split(0, 1, 0, 1);
        assertThat(above).isEqualTo(2);
        assertThat(stack.size()).isEqualTo(3);
        assertThat(stack.toRings(0, 3))
                .isDeepEqualTo(new double[][] {SQUARE, {0, 0, 1, 0, 1, 4, 0, 4}, {1, 0, 4, 0, 4, 4, 1, 4}});
        assertThat(stack.area(1, 2)).isEqualTo(4);
        assertThat(stack.area(2, 3)).isEqualTo(12);
        stack.pop(1);
        assertThat(stack.split(0, 1, 1, 3)).isEqualTo(2);
        assertThat(stack.toRings(1, 3))
                .isDeepEqualTo(new double[][] {{0, 3, 0, 0, 4, 0, 4, 3}, {0, 3, 4, 3, 4, 4, 0, 4}});
    }

    @Test
    void aHoleIsCutWithItsRing() {
        RingStack stack = stack(SQUARE, HOLE);
        assertThat(stack.area(0, 2)).isEqualTo(12);
        int above = stack.split(0, 2, 1, 2);
        assertThat(above).isEqualTo(4);
        assertThat(stack.size()).isEqualTo(6);
        assertThat(stack.area(2, 4)).isEqualTo(6);
        assertThat(stack.area(4, 6)).isEqualTo(6);
        assertThat(stack.range(2, 4, 1)).containsExactly(0, 2);
        assertThat(stack.range(4, 6, 1)).containsExactly(2, 4);
        assertThat(stack.range(5, 6, 0)).containsExactly(1, 3);
    }

    @Test
    void whatOnlyTouchesTheLineHasNoPartBeyond() {
        RingStack stack = stack(SQUARE);
        stack.keep(0, 1, 0, 4, true);
        stack.keep(0, 1, 1, 0, false);
        stack.keep(0, 1, 1, -1, false);
        assertThat(stack.size()).isEqualTo(1);
        stack.keep(0, 1, 0, 4, false);
        assertThat(stack.toRings(1, 2)).isDeepEqualTo(new double[][] {SQUARE});
    }

    @Test
    void theStackGrowsWithWhatIsPushed() {
        RingStack stack = new RingStack();
        double[] large = new double[3000];
        for (int i = 0; i < large.length; i++) {
            large[i] = i;
        }
        stack.push(large);
        for (int i = 0; i < 100; i++) {
            stack.push(SQUARE);
        }
        assertThat(stack.toRings(0, 101)[0]).containsExactly(large);
        assertThat(stack.area(1, 101)).isEqualTo(1600);
        assertThat(stack.start(100)).isEqualTo(3000 + 99 * 8);
        assertThat(stack.end(100)).isEqualTo(3800);
        assertThat(stack.xy()[3799]).isEqualTo(4);
    }

    @Test
    void bothPartsOfAnyRingAreTheWhole() {
        Property.forAll(300, random -> random, random -> {
            double[] ring = PrismPieceTest.star(random);
            int axis = random.nextInt(2);
            double at = random.nextInt(3) == 0 ? ring[axis] : random.nextDouble(0.1, 0.9);
            RingStack stack = stack(ring);
            int above = stack.split(0, 1, axis, at);
            double area = Rings.area(ring, 0, ring.length);
            assertThat(stack.area(1, stack.size())).isCloseTo(area, within(1e-12));
            if (above > 1) {
                assertThat(stack.range(1, above, axis)[1]).isLessThanOrEqualTo(at);
            }
            if (stack.size() > above) {
                assertThat(stack.range(above, stack.size(), axis)[0]).isGreaterThanOrEqualTo(at);
            }
            double[] upper = RingClip.keep(ring, axis, at, true);
            assertThat(stack.area(above, stack.size())).isCloseTo(Rings.area(upper, 0, upper.length), within(1e-12));
            double[] lower = RingClip.keep(ring, axis, at, false);
            assertThat(stack.area(1, above)).isCloseTo(Rings.area(lower, 0, lower.length), within(1e-12));
            for (int i = axis; i < upper.length; i += 2) {
                assertThat(upper[i]).isGreaterThanOrEqualTo(at);
            }
            for (int i = axis; i < lower.length; i += 2) {
                assertThat(lower[i]).isLessThanOrEqualTo(at);
            }
        });
    }

    @Test
    void oneByOneTheSameSquareIsCut() {
        assertThat(RingClip.keep(SQUARE, 0, 1, false)).containsExactly(0, 0, 1, 0, 1, 4, 0, 4);
        assertThat(RingClip.keep(SQUARE, 1, 3, true)).containsExactly(0, 3, 4, 3, 4, 4, 0, 4);
        assertThat(RingClip.keep(SQUARE, 0, 4, false)).isSameAs(SQUARE);
        assertThat(RingClip.keep(SQUARE, 0, 0, true)).isSameAs(SQUARE);
        assertThat(RingClip.keep(SQUARE, 0, 4, true)).isEmpty();
        assertThat(RingClip.keep(SQUARE, 1, -1, false)).isEmpty();
    }

    /** A comb, each tooth of which is cut off: more corners than there were. */
    @Test
    void aCombIsCutThroughAllItsTeeth() {
        int teeth = 20;
        double[] comb = new double[4 * teeth + 4];
        for (int i = 0; i < teeth; i++) {
            comb[4 * i] = 2 * i;
            comb[4 * i + 2] = 2 * i + 1;
            comb[4 * i + 3] = 2;
        }
        comb[4 * teeth] = 2 * teeth;
        comb[4 * teeth + 2] = 2 * teeth;
        comb[4 * teeth + 3] = -1;
        double[] points = RingClip.keep(comb, 1, 1, true);
        assertThat(Math.abs(Rings.area(points, 0, points.length))).isCloseTo(teeth / 2.0, within(1e-9));
        RingStack stack = stack(comb);
        int above = stack.split(0, 1, 1, 1);
        assertThat(Math.abs(stack.area(above, stack.size()))).isCloseTo(teeth / 2.0, within(1e-9));
    }

    @Test
    void ringsHoldWhatTheyEncloseAndTheirEdges() {
        List<double[]> rings = List.of(SQUARE, HOLE);
        assertThat(RingClip.holds(rings, 0.5, 2)).isTrue();
        assertThat(RingClip.holds(rings, 2, 2)).isFalse();
        assertThat(RingClip.holds(rings, 5, 2)).isFalse();
        for (double[] on : new double[][] {{4, 2}, {2, 4}, {0, 0}, {1, 2}, {3, 3}, {0, 2}, {2, 3 + 5e-10}}) {
            assertThat(RingClip.holds(rings, on[0], on[1])).isTrue();
        }
        for (double[] beside :
                new double[][] {{4 + 1e-8, 2}, {2, -1e-8}, {4, 4 + 1e-8}, {4 + 1e-8, 4}, {2, 3 - 1e-8}, {5, 4}, {-1, 0}
                }) {
            assertThat(RingClip.holds(rings, beside[0], beside[1])).isFalse();
        }
        // A slanted edge, and one that is a point.
        List<double[]> slanted = List.of(new double[] {0, 0, 3, 4, 3, 4, -3, 4});
        assertThat(RingClip.holds(slanted, 1.5 + 4e-10, 2 - 3e-10)).isTrue();
        assertThat(RingClip.holds(slanted, 1.5 + 4e-9, 2 - 3e-9)).isFalse();
        assertThat(RingClip.holds(slanted, 6, 8)).isFalse();
        assertThat(RingClip.holds(slanted, -1.5, -2)).isFalse();
    }
}
