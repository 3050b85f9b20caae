package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RingLinksTest {
    private static final double GAP = 3;

    private static RingLinks between(List<double[]> lower, List<double[]> upper) {
        return RingLinks.between(lower, upper, GAP);
    }

    private static boolean areLinked(double[] lower, double[] upper) {
        return !between(List.of(lower), List.of(upper)).links().isEmpty();
    }

    @Test
    void twoSingleRingsBelongTogetherUnlessTheyLieTwiceTheGapApart() {
        double[] box = Outlines.box(0, 0, 10, 10);
        assertThat(areLinked(box, Outlines.box(16, 0, 20, 10))).isTrue();
        assertThat(areLinked(box, Outlines.box(16.01, 0, 20, 10))).isFalse();
        assertThat(areLinked(Outlines.box(16.01, 0, 20, 10), box)).isFalse();
        assertThat(areLinked(box, Outlines.box(0, 16, 10, 20))).isTrue();
        assertThat(areLinked(box, Outlines.box(0, 16.01, 10, 20))).isFalse();
        assertThat(areLinked(Outlines.box(0, 16.01, 10, 20), box)).isFalse();
        // Off a corner: 3.6 and 4.8 make 6.
        assertThat(areLinked(box, Outlines.box(13.59, 14.79, 20, 20))).isTrue();
        assertThat(areLinked(box, Outlines.box(13.61, 14.81, 20, 20))).isFalse();
        // A ring's box does not depend on where it begins.
        double[] slanted = {12, 3, 16, 0, 20, 9, 19, 12};
        for (int start = 0; start < 4; start++) {
            assertThat(areLinked(Outlines.box(0, 0, 6, 10), Outlines.from(slanted, start)))
                    .isTrue();
            assertThat(areLinked(Outlines.box(0, 0, 5.9, 10), Outlines.from(slanted, start)))
                    .isFalse();
            assertThat(areLinked(Outlines.box(12, 18, 14, 19), Outlines.from(slanted, start)))
                    .isTrue();
            assertThat(areLinked(Outlines.box(12, 18.1, 14, 19), Outlines.from(slanted, start)))
                    .isFalse();
            assertThat(areLinked(Outlines.box(15, -9, 17, -6), Outlines.from(slanted, start)))
                    .isTrue();
            assertThat(areLinked(Outlines.box(15, -9, 17, -6.1), Outlines.from(slanted, start)))
                    .isFalse();
            assertThat(areLinked(Outlines.box(26, 5, 27, 6), Outlines.from(slanted, start)))
                    .isTrue();
            assertThat(areLinked(Outlines.box(26.1, 5, 27, 6), Outlines.from(slanted, start)))
                    .isFalse();
        }
    }

    @Test
    void aWholeRingKnowsItsOnlyPartner() {
        double[] left = Outlines.box(0, 0, 4, 4);
        double[] right = Outlines.box(10, 0, 14, 4);
        double[] upperLeft = Outlines.box(1, 1, 3, 3);
        RingLinks links = between(List.of(left, right), List.of(Outlines.box(20, 20, 22, 22), upperLeft));
        assertThat(links.links()).hasSize(1);
        RingLinks.Link link = links.links().get(0);
        assertThat(link.lower()).isSameAs(left);
        assertThat(link.upper()).isSameAs(upperLeft);
        assertThat(link.lowerIndex()).isZero();
        assertThat(link.upperIndex()).isEqualTo(1);
        assertThat(link.whole()).isTrue();
        assertThat(links.nextOf()).containsExactly(1, RingLinks.NONE);
        assertThat(links.previousOf()).containsExactly(RingLinks.NONE, 0);
    }

    /** Two on each plane, so that what counts is whether they overlap. */
    private static boolean overlap(double[] p, double[] q) {
        double[] far = Outlines.box(100, 100, 101, 101);
        double[] farther = Outlines.box(200, 200, 201, 201);
        boolean linked = !between(List.of(p, far), List.of(farther, q)).links().isEmpty();
        assertThat(!between(List.of(q, far), List.of(farther, p)).links().isEmpty())
                .isEqualTo(linked);
        return linked;
    }

    @Test
    void amongSeveralRingsThoseBelongTogetherThatOverlap() {
        double[] wide = Outlines.box(0, 4, 10, 6);
        assertThat(overlap(wide, Outlines.box(2, 4.5, 3, 5))).as("one inside").isTrue();
        assertThat(overlap(wide, Outlines.box(9, 5, 12, 8))).as("at a corner").isTrue();
        assertThat(overlap(wide, Outlines.box(4, 0, 6, 10))).as("crossing").isTrue();
        assertThat(overlap(wide, Outlines.box(0, 6.1, 10, 8))).as("apart").isFalse();
        // Its box overlaps, it does not.
        assertThat(overlap(wide, new double[] {8, 0, 20, 0, 20, 10})).isFalse();
    }

    /** A bar turns into two boxes whose centres are at 2 and 10: it is cut at 6. */
    @Test
    void aRingThatBranchesIsCutHalfWayBetweenItsPartners() {
        double[] bar = Outlines.box(0, 0, 14, 2);
        double[] left = Outlines.box(1, 0, 3, 2);
        double[] right = Outlines.box(9, 0, 11, 2);
        RingLinks up = between(List.of(bar), List.of(left, right));
        assertThat(up.links()).hasSize(2);
        assertThat(up.nextOf()).containsExactly(RingLinks.SEVERAL);
        assertThat(up.previousOf()).containsExactly(RingLinks.SEVERAL, RingLinks.SEVERAL);
        RingLinks.Link first = up.links().get(0);
        assertThat(first.whole()).isFalse();
        assertThat(first.lower()).containsExactly(new double[] {0, 0, 6, 0, 6, 2, 0, 2}, within(1e-12));
        assertThat(first.upper()).isSameAs(left);
        assertThat(up.links().get(1).lower()).containsExactly(new double[] {6, 0, 14, 0, 14, 2, 6, 2}, within(1e-12));

        RingLinks down = between(List.of(left, right), List.of(bar));
        assertThat(down.nextOf()).containsExactly(RingLinks.SEVERAL, RingLinks.SEVERAL);
        assertThat(down.previousOf()).containsExactly(RingLinks.SEVERAL);
        assertThat(down.links().get(1).upper()).containsExactly(new double[] {6, 0, 14, 0, 14, 2, 6, 2}, within(1e-12));
        assertThat(down.links().get(1).lower()).isSameAs(right);
    }

    /** The line half-way between (1, 1) and (5, 9) runs through (3, 5): x + 2 y = 13. */
    @Test
    void theCutRunsAtRightAnglesToTheWayBetweenTheCentres() {
        double[] box = Outlines.box(0, 0, 6, 10);
        RingLinks links = between(List.of(box), List.of(Outlines.box(0, 0, 2, 2), Outlines.box(4, 8, 6, 10)));
        assertThat(links.links().get(0).lower())
                .containsExactly(new double[] {0, 0, 6, 0, 6, 3.5, 0, 6.5}, within(1e-12));
        assertThat(links.links().get(1).lower())
                .containsExactly(new double[] {6, 3.5, 6, 10, 0, 10, 0, 6.5}, within(1e-12));
    }

    @Test
    void threePartnersShareARing() {
        double[] bar = Outlines.box(0, 0, 12, 2);
        List<double[]> three = List.of(Outlines.box(1, 0, 3, 2), Outlines.box(5, 0, 7, 2), Outlines.box(9, 0, 11, 2));
        RingLinks links = between(List.of(bar), three);
        assertThat(links.links().stream().map(l -> Rings.area(l.lower())))
                .containsExactly(new Double[] {8.0, 8.0, 8.0});
        assertThat(links.links().get(1).lower()).containsExactly(new double[] {4, 0, 8, 0, 8, 2, 4, 2}, within(1e-12));
    }

    @Test
    void onlyTheRingsThatBelongToItCutARing() {
        double[] bar = Outlines.box(0, 0, 14, 2);
        double[] apart = Outlines.box(0, 10, 14, 12);
        RingLinks links = between(
                List.of(bar, apart),
                List.of(Outlines.box(1, 0, 3, 2), Outlines.box(4, 10, 5, 12), Outlines.box(9, 0, 11, 2)));
        assertThat(links.links().stream().map(l -> Rings.area(l.lower())))
                .containsExactly(new Double[] {12.0, 16.0, 28.0});
        assertThat(links.nextOf()).containsExactly(RingLinks.SEVERAL, 1);
        assertThat(links.previousOf()).containsExactly(RingLinks.SEVERAL, 1, RingLinks.SEVERAL);
    }

    /** Of two boxes on a bar the farther one's half of the bar holds none of it: the bar belongs to the nearer one. */
    @Test
    void aPartnerOfWhoseSideNothingIsLeftIsNone() {
        double[] bar = Outlines.box(0, 0, 4, 2);
        double[] near = Outlines.box(0, 0, 4, 2);
        // Overlaps the bar's last tenth, but its centre lies at 14, so that the cut is at 8.
        double[] far = Outlines.box(3.9, 0, 24.1, 2);
        RingLinks links = between(List.of(bar), List.of(near, far));
        assertThat(links.links()).hasSize(1);
        assertThat(links.previousOf()).containsExactly(RingLinks.SEVERAL, RingLinks.NONE);
    }
}
