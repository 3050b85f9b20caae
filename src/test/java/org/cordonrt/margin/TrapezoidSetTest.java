package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneRegion;
import org.junit.jupiter.api.Test;

class TrapezoidSetTest {
    /** Upright: from (0, 0) and (8, 0) to (2, 4) and (5, 4). */
    private static final TrapezoidSet ONE = new TrapezoidSet(new double[][] {{0, 0, 8, 0, 5, 4, 2, 4}});

    private static void assertNearest(double px, double py, double x, double y) {
        TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
        ONE.nearest(px, py, foot.within2(1e9));
        assertThat(new double[] {foot.x, foot.y}).containsExactly(new double[] {x, y}, within(1e-12));
        assertThat(Math.sqrt(foot.distance2)).isCloseTo(Math.hypot(px - x, py - y), within(1e-12));
        assertThat(foot.pieceDistance(px, py, new TrapezoidSet.Foot()))
                .isCloseTo(Math.hypot(px - x, py - y), within(1e-12));
    }

    @Test
    void theNearestPointOfATrapezoid() {
        assertNearest(4, 2, 4, 2);
        assertNearest(4, -3, 4, 0);
        assertNearest(4, 6, 4, 4);
        assertNearest(-1, -2, 0, 0);
        assertNearest(10, -2, 8, 0);
        assertNearest(1.5, 7, 2, 4);
        assertNearest(6, 7, 5, 4);
        // At right angles to the slanted sides: (-2, 1) off (1, 2), and (4, 3) off (6.5, 2).
        assertNearest(-1, 3, 1, 2);
        assertNearest(10.5, 5, 6.5, 2);
    }

    @Test
    void sidesMayLeanEitherWayAndHaveNoLength() {
        TrapezoidSet leaning = new TrapezoidSet(new double[][] {{4, 0, 6, 0, 2, 4, 0, 4}});
        assertFoot(leaning, 0, 2, 1, 3);
        assertFoot(leaning, 6, 2, 5, 1);
        TrapezoidSet tip = new TrapezoidSet(new double[][] {{0, 0, 8, 0, 4, 4, 4, 4}});
        assertFoot(tip, 4, 9, 4, 4);
        assertFoot(tip, 8, 4, 6, 2);
        assertFoot(tip, 0, 4, 2, 2);
    }

    private static void assertFoot(TrapezoidSet set, double px, double py, double x, double y) {
        TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
        set.nearest(px, py, foot.within2(1e9));
        assertThat(new double[] {foot.x, foot.y}).containsExactly(new double[] {x, y}, within(1e-12));
    }

    @Test
    void onlyWhatIsNearerThanTheLimitIsTaken() {
        TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
        ONE.nearest(4, -3, foot.within2(9));
        assertThat(foot.distance2).isEqualTo(9);
        assertThat(foot.y).isZero();
        ONE.nearest(4, -3, foot.within2(9.01));
        assertThat(foot.distance2).isEqualTo(9);
        assertThat(foot.x).isEqualTo(4);
    }

    /** The piece is the trapezoid that holds the foot, and a point's distance to it one to the region from above. */
    @Test
    void aFootKnowsItsPiece() {
        TrapezoidSet two = new TrapezoidSet(new double[][] {{0, 0, 8, 0, 8, 4, 0, 4}, {20, 0, 28, 0, 28, 4, 20, 4}});
        TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
        two.nearest(10, 2, foot.within2(1e9));
        assertThat(foot.pieceDistance(18, 2, new TrapezoidSet.Foot())).isEqualTo(10);
        two.nearest(18, 2, foot.within2(1e9));
        assertThat(foot.pieceDistance(18, 2, new TrapezoidSet.Foot())).isEqualTo(2);
        foot.within2(1e9).here(3, 4);
        assertThat(foot.distance2).isZero();
        assertThat(foot.pieceDistance(6, 8, new TrapezoidSet.Foot()))
                .as("a point")
                .isEqualTo(5);
        // An edge from (0, 0) to (4, 0), whose points stand from the second number on.
        foot.take(9, 2, 0, new double[] {7, 0, 0, 4, 0, 5, 5}, 1);
        assertThat(foot.distance2).isEqualTo(9);
        assertThat(foot.x).isEqualTo(2);
        assertThat(foot.pieceDistance(7, 4, new TrapezoidSet.Foot())).isEqualTo(5);
        assertThat(foot.pieceDistance(3, 4, new TrapezoidSet.Foot())).isEqualTo(4);
    }

    @Test
    void boundsAtAHeight() {
        double[] numbers = new double[8];
        TrapezoidSet.put(numbers, 2, new double[] {0, 1, 8, 1, 5, 5, 2, 5});
        assertThat(numbers).containsExactly(0, 0, 1, 5, 0, 8, 2, 5);
        assertThat(TrapezoidSet.left(numbers, 2, 1)).isZero();
        assertThat(TrapezoidSet.left(numbers, 2, 3)).isEqualTo(1);
        assertThat(TrapezoidSet.left(numbers, 2, 5)).isEqualTo(2);
        assertThat(TrapezoidSet.right(numbers, 2, 1)).isEqualTo(8);
        assertThat(TrapezoidSet.right(numbers, 2, 2)).isEqualTo(7.25);
        assertThat(TrapezoidSet.right(numbers, 2, 5)).isEqualTo(5);
    }

    private static void assertMeets(double x, double y, double halfX, double halfY, double foundX, double foundY) {
        double[] found = new double[2];
        assertThat(ONE.meets(x, y, halfX, halfY, found)).isTrue();
        assertThat(found).containsExactly(new double[] {foundX, foundY}, within(1e-12));
    }

    private static void assertMisses(double x, double y, double halfX, double halfY) {
        assertThat(ONE.meets(x, y, halfX, halfY, new double[2])).isFalse();
    }

    @Test
    void aRectangleMeetsATrapezoidNearItsMiddle() {
        assertMeets(4, 2, 1, 1, 4, 2);
        assertMeets(4, -1, 1, 1.5, 4, 0);
        assertMeets(4, 5, 1, 1.5, 4, 4);
        assertMeets(-1, 1, 2, 0.5, 0.5, 1);
        assertMeets(9, 2, 3, 1, 6.5, 2);
        // The left side is passed only by what is low, the right side by what is high enough left.
        assertMeets(0, 3, 1, 2, 1, 2);
        assertMeets(7, 3, 0.5, 2, 6.5, 2);
    }

    @Test
    void whatOnlyItsBoxMeetsIsMissed() {
        assertMisses(0, 3, 0.5, 1);
        assertMisses(7.5, 3, 0.5, 1);
        assertMisses(4, 5, 1, 0.9);
        assertMisses(4, -1, 1, 0.9);
        assertMisses(-1, 2, 0.9, 9);
        assertMisses(9, 2, 0.9, 9);
    }

    private static PlaneRegion tangle(SplittableRandom r) {
        return PlaneRegion.evenOdd(
                List.of(r.doubles(6 + 2 * r.nextInt(12), -9, 9).toArray()));
    }

    @Test
    void ofManyTrapezoidsTheNearestCounts() {
        Property.forAll(300, r -> r, r -> {
            double[][] all = tangle(r).toTrapezoids();
            TrapezoidSet set = new TrapezoidSet(all);
            double x = r.nextDouble(-15, 15);
            double y = r.nextDouble(-15, 15);
            double best = Double.POSITIVE_INFINITY;
            for (double[] t : all) {
                TrapezoidSet.Foot one = new TrapezoidSet.Foot();
                new TrapezoidSet(new double[][] {t}).nearest(x, y, one.within2(1e9));
                best = Math.min(best, one.distance2);
            }
            TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
            set.nearest(x, y, foot.within2(1e9));
            assertThat(foot.distance2).isEqualTo(best);
            assertThat(Math.hypot(foot.x - x, foot.y - y)).isCloseTo(Math.sqrt(best), within(1e-9));
            assertThat(foot.pieceDistance(x, y, new TrapezoidSet.Foot())).isCloseTo(Math.sqrt(best), within(1e-9));
        });
    }

    /** Against a fine grid of the rectangle, and the point found lies in both. */
    @Test
    void aRectangleMeetsARegionWhereItHoldsAPointOfIt() {
        Property.forAll(300, r -> r, r -> {
            PlaneRegion region = tangle(r);
            TrapezoidSet set = new TrapezoidSet(region.toTrapezoids());
            double x = r.nextDouble(-12, 12);
            double y = r.nextDouble(-12, 12);
            double halfX = r.nextDouble(3);
            double halfY = r.nextDouble(3);
            double[] found = new double[2];
            boolean meets = set.meets(x, y, halfX, halfY, found);
            if (meets) {
                assertThat(Math.abs(found[0] - x)).isLessThan(halfX + 1e-9);
                assertThat(Math.abs(found[1] - y)).isLessThan(halfY + 1e-9);
                TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
                set.nearest(found[0], found[1], foot.within2(1e9));
                assertThat(foot.distance2).isLessThan(1e-18);
            }
            for (int k = 0; k <= 20; k++) {
                for (int l = 0; l <= 20; l++) {
                    if (region.contains(x + halfX * (k - 10) / 10, y + halfY * (l - 10) / 10)) {
                        assertThat(meets).isTrue();
                    }
                }
            }
        });
    }
}
