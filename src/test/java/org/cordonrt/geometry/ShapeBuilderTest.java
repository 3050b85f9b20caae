package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeBuilderTest {
    /** Opens upwards; closed by {@link #BLOCK} it leaves a way in. */
    private static final double[] HORSESHOE = {0, 0, 20, 0, 20, 20, 15, 20, 15, 5, 5, 5, 5, 20, 0, 20};

    private static final double[] BLOCK = Outlines.box(0, 0, 20, 20);

    private static double[] square(double area) {
        double half = Math.sqrt(area) / 2;
        return Outlines.box(-half, -half, half, half);
    }

    private static List<RingStack> gap(EndCap endCap, int g, ShapePlane... planes) {
        return new ShapeBuilder(List.of(planes), endCap, 2).gapStacks(g);
    }

    private static RingStack only(EndCap endCap, int g, ShapePlane... planes) {
        List<RingStack> stacks = gap(endCap, g, planes);
        assertThat(stacks).hasSize(1);
        return stacks.get(0);
    }

    /** Squares of these areas on planes of these heights, turned upside down for a negative sign. */
    private static ShapePlane[] squares(double sign, double[] heights, double... areas) {
        ShapePlane[] planes = new ShapePlane[heights.length];
        for (int k = 0; k < planes.length; k++) {
            planes[sign > 0 ? k : planes.length - 1 - k] = Outlines.plane(sign * heights[k], square(areas[k]));
        }
        return planes;
    }

    /** Areas of z^2 + 2 z + 4 on uneven planes: the course between them is that of this very parabola. */
    @Test
    void theAreaFollowsTheTrendThroughTheNeighbouringPlanes() {
        double[] heights = {0, 1, 3, 7};
        for (double sign : new double[] {1, -1}) {
            ShapePlane[] planes = squares(sign, heights, 4, 7, 19, 67);
            for (int g = 1; g < 4; g++) {
                RingStack loft = only(EndCap.HALF, sign > 0 ? g : 4 - g, planes);
                assertThat(loft.openLow() || loft.openHigh() || loft.hole()).isFalse();
                assertThat(loft.heightMm().length).isGreaterThan(2);
                for (int j = 0; j < loft.heightMm().length; j++) {
                    double z = sign * loft.heightMm()[j];
                    double done = sign > 0 ? loft.blend()[j] : 1 - loft.blend()[j];
                    assertThat(done).isCloseTo(way(heights[g - 1], heights[g], z, z * z + 2 * z + 4), within(1e-9));
                }
            }
        }
    }

    /** Two planes have no more than the straight line between their areas. */
    @Test
    void theAreaOfTwoPlanesRunsStraight() {
        RingStack loft = only(EndCap.HALF, 1, squares(1, new double[] {0, 3}, 4, 19));
        for (int j = 0; j < loft.heightMm().length; j++) {
            double z = loft.heightMm()[j];
            double w = 1 - 4 / 19.0;
            double byArea = (Math.sqrt(4 + 5 * z) - 2) / (Math.sqrt(19) - 2);
            assertThat(loft.blend()[j]).isCloseTo(z / 3 + w * (byArea - z / 3), within(1e-9));
        }
    }

    private static double way(double low, double high, double z, double area) {
        double a0 = low * low + 2 * low + 4;
        double a1 = high * high + 2 * high + 4;
        double t = (z - low) / (high - low);
        double byArea = (Math.sqrt(area) - Math.sqrt(a0)) / (Math.sqrt(a1) - Math.sqrt(a0));
        return t + (1 - a0 / a1) * (byArea - t);
    }

    @Test
    void aLevelForEveryFifthOfAMillimetreSideways() {
        assertThat(ShapeBuilder.steps(0)).isEqualTo(1);
        assertThat(ShapeBuilder.steps(0.2)).isEqualTo(1);
        assertThat(ShapeBuilder.steps(0.21)).isEqualTo(2);
        assertThat(ShapeBuilder.steps(3)).isEqualTo(15);
        assertThat(ShapeBuilder.steps(500)).isEqualTo(64);
        assertThat(ShapeBuilder.steps(0.2 * (1 + 1e-7))).as("rounding").isEqualTo(1);
    }

    /** From plane to plane it moves by 0.5 and -1 mm a mm at the bottom, by 0.25 and 0.75 at the top. */
    @Test
    void anEndLeansAsBetweenTheLastTwoPlanes() {
        ShapePlane[] planes = {
            Outlines.plane(0, Outlines.box(0, 0, 8, 8)),
            Outlines.plane(2, Outlines.box(1, -2, 9, 6)),
            Outlines.plane(5, Outlines.box(4, 0, 12, 8)),
            Outlines.plane(9, Outlines.box(5, 3, 13, 11))
        };
        RingStack bottom = only(EndCap.HALF, 0, planes);
        assertThat(bottom.lowMm()).isEqualTo(-1);
        assertThat(bottom.highMm()).isZero();
        assertThat(bottom.openLow()).isTrue();
        assertThat(bottom.ringAt(-1)).containsExactly(Outlines.box(-0.5, 1, 7.5, 9), within(1e-9));
        RingStack top = only(new EndCap(1.5), 4, planes);
        assertThat(top.lowMm()).isEqualTo(9);
        assertThat(top.highMm()).isEqualTo(10.5);
        assertThat(top.openHigh()).isTrue();
        assertThat(top.ringAt(10)).containsExactly(Outlines.box(5.25, 3.75, 13.25, 11.75), within(1e-9));
    }

    /** The usual spacing is 2: of a gap of 20 no more than 1.5 mm are taken. */
    @Test
    void missingPlanesDoNotMakeAnEndLonger() {
        ShapePlane[] planes = {
            Outlines.plane(0, square(64)), Outlines.plane(20, square(64)), Outlines.plane(22, square(64))
        };
        assertThat(only(EndCap.HALF, 0, planes).lowMm()).isEqualTo(-1.5);
        assertThat(only(EndCap.HALF, 3, planes).highMm()).isEqualTo(23);
    }

    /** Sides of 6, 4 and 2: the next plane would have none. */
    @Test
    void aConeEndsAtItsTip() {
        for (double sign : new double[] {1, -1}) {
            ShapePlane[] planes = squares(sign, new double[] {0, 2, 4}, 36, 16, 4);
            RingStack tip = only(EndCap.HALF, sign > 0 ? 3 : 0, planes);
            assertThat(sign > 0 ? tip.highMm() : tip.lowMm()).isCloseTo(sign * 6, within(1e-6));
            assertThat(tip.ringAt(sign * 5)).containsExactly(square(1), within(1e-6));
            RingStack cut = only(new EndCap(0.5), sign > 0 ? 3 : 0, planes);
            assertThat(sign > 0 ? cut.highMm() : cut.lowMm()).isCloseTo(sign * 4.5, within(1e-12));
            assertThat(cut.ringAt(sign * 4.5)).containsExactly(square(2.25), within(1e-6));
            RingStack base = only(EndCap.HALF, sign > 0 ? 0 : 3, planes);
            assertThat(base.isStraight()).as("grows: no end in sight").isTrue();
        }
    }

    /** The planes inside need not be even: areas of (12 - z)^2 / 4, tip at 12, 2 mm on. */
    @Test
    void aConeOnUnevenPlanesEndsAtItsTip() {
        for (double sign : new double[] {1, -1}) {
            ShapePlane[] planes = squares(sign, new double[] {0, 4, 7, 10}, 36, 16, 6.25, 1);
            RingStack tip = only(EndCap.HALF, sign > 0 ? 4 : 0, planes);
            assertThat(sign > 0 ? tip.highMm() : tip.lowMm()).isCloseTo(sign * 12, within(1e-6));
        }
    }

    /** A ball of area 36 - z^2 / 4 about the origin, planes at 0, 6 and 10: its pole lies at 12. */
    @Test
    void aBallOnUnevenPlanesEndsAtItsPole() {
        for (double sign : new double[] {1, -1}) {
            ShapePlane[] planes = squares(sign, new double[] {0, 6, 10}, 36, 27, 11);
            List<ShapePlane> wide = List.of(planes);
            RingStack pole = new ShapeBuilder(wide, EndCap.HALF, 6)
                    .gapStacks(sign > 0 ? 3 : 0)
                    .get(0);
            assertThat(sign > 0 ? pole.highMm() : pole.lowMm()).isCloseTo(sign * 12, within(1e-9));
        }
    }

    @Test
    void ofTwoPlanesTheAreaEndsAfterTheStraightLine() {
        // 16 and 4 on planes 2 apart: 4 / 6 mm on.
        assertThat(only(EndCap.HALF, 2, squares(1, new double[] {0, 2}, 16, 4)).highMm())
                .isCloseTo(2 + 2 / 3.0, within(1e-9));
        assertThat(only(EndCap.HALF, 0, squares(-1, new double[] {0, 2}, 16, 4)).lowMm())
                .isCloseTo(-2 - 2 / 3.0, within(1e-9));
    }

    @Test
    void whatCannotBeSeenFromItsMiddleOrHasAHoleEndsBlunt() {
        double[] small = Outlines.placed(HORSESHOE, 0.3, 0.3, 7, 7);
        RingStack shoe = only(EndCap.HALF, 2, Outlines.plane(0, HORSESHOE), Outlines.plane(2, small));
        assertThat(shoe.highMm()).isEqualTo(3);
        assertThat(shoe.openHigh()).isTrue();
        List<RingStack> holed =
                gap(EndCap.HALF, 2, Outlines.plane(0, square(100)), Outlines.plane(2, square(36), square(4)));
        assertThat(holed).hasSize(2);
        assertThat(holed).allSatisfy(s -> assertThat(s.highMm()).isEqualTo(3));
        assertThat(holed.stream().map(RingStack::hole)).containsExactly(false, true);
        assertThat(holed.stream().map(RingStack::openHigh)).containsExactly(true, false);
    }

    @Test
    void aRingBesideAHoledOneMayClose() {
        double[] right = Outlines.box(40, -3, 46, 3);
        ShapePlane low = Outlines.plane(0, Outlines.box(-9, -9, 9, 9), Outlines.box(38, -5, 48, 5));
        ShapePlane high = Outlines.plane(2, Outlines.box(-5, -5, 5, 5), square(4), right);
        List<RingStack> ends = gap(EndCap.HALF, 2, low, high);
        assertThat(ends.stream().map(RingStack::highMm)).contains(3.0);
        // 100 and 36 on planes 2 apart: gone after 36 / 32 mm.
        RingStack closed =
                ends.stream().filter(s -> s.ringAt(2)[0] > 30).findFirst().orElseThrow();
        assertThat(closed.highMm()).isCloseTo(2 + 36 / 32.0, within(1e-9));
    }

    @Test
    void aHoleRunsThroughAndLeansWithItsPart() {
        ShapePlane[] planes = {
            Outlines.plane(0, Outlines.box(0, 0, 20, 20), Outlines.box(8, 8, 12, 12)),
            Outlines.plane(2, Outlines.box(1, 0, 21, 20), Outlines.box(9, 8, 13, 12))
        };
        List<RingStack> between = gap(EndCap.HALF, 1, planes);
        assertThat(between.stream().map(RingStack::hole)).containsExactly(false, true);
        assertThat(between.get(1).lowMm()).isZero();
        assertThat(between.get(1).highMm()).isEqualTo(2);
        assertThat(Rings.reversed(between.get(1).ringAt(1)))
                .containsExactly(Outlines.box(8.5, 8, 12.5, 12), within(1e-9));
        for (int g : new int[] {0, 2}) {
            List<RingStack> end = gap(EndCap.HALF, g, planes);
            assertThat(end.stream().map(RingStack::hole)).containsExactly(false, true);
            double h = g == 0 ? -1 : 3;
            assertThat(end.stream().map(s -> g == 0 ? s.lowMm() : s.highMm())).containsExactly(h, h);
            assertThat(Rings.reversed(end.get(1).ringAt(h)))
                    .containsExactly(Outlines.box(8 + h / 2, 8, 12 + h / 2, 12), within(1e-9));
            assertThat(end.get(1).openLow() || end.get(1).openHigh()).isFalse();
        }
    }

    @Test
    void aHoleThatEndsIsCarriedHalfWayToTheNextPlane() {
        double[] hole = Outlines.box(8, 8, 12, 12);
        ShapePlane[] planes = {
            Outlines.plane(0, BLOCK), Outlines.plane(2, BLOCK, hole), Outlines.plane(6, BLOCK), Outlines.plane(8, BLOCK)
        };
        assertThat(gap(EndCap.HALF, 0, planes)).hasSize(1);
        List<RingStack> below = gap(EndCap.HALF, 1, planes);
        assertThat(below).hasSize(2);
        assertHalfWay(below, hole, 1, 2, true);
        List<RingStack> above = gap(EndCap.HALF, 2, planes);
        assertThat(above).hasSize(2);
        assertHalfWay(above, hole, 2, 4, true);
        assertThat(gap(EndCap.HALF, 3, planes)).hasSize(1);
    }

    /** One of the stacks is this ring carried straight on between the heights, closed by a face away from its plane. */
    private static void assertHalfWay(List<RingStack> stacks, double[] ring, double low, double high, boolean hole) {
        assertThat(stacks).anySatisfy(s -> {
            assertThat(s.isStraight()).isTrue();
            assertThat(s.lowMm()).isEqualTo(low);
            assertThat(s.highMm()).isEqualTo(high);
            assertThat(s.hole()).isEqualTo(hole);
            assertThat(s.ringAt(low)).containsExactly(hole ? Rings.reversed(ring) : ring);
            assertThat(s.openLow()).isEqualTo(s.planeMm() == high);
            assertThat(s.openHigh()).isEqualTo(s.planeMm() == low);
        });
    }

    /** The island ends and its hole with it, while the hole beside it ends in a part that goes on. */
    @Test
    void aHoleEndsWithItsPart() {
        double[] island = Outlines.box(40, 0, 60, 20);
        double[] hole = Outlines.box(48, 8, 52, 12);
        ShapePlane[] planes = {
            Outlines.plane(0, BLOCK), Outlines.plane(2, BLOCK, island, hole), Outlines.plane(4, BLOCK)
        };
        for (int g : new int[] {1, 2}) {
            List<RingStack> stacks = gap(EndCap.HALF, g, planes);
            assertThat(stacks).hasSize(3);
            double end = g == 1 ? 1 : 3;
            assertThat(stacks.stream().filter(RingStack::hole)).singleElement().satisfies(s -> {
                assertThat(g == 1 ? s.lowMm() : s.highMm()).isEqualTo(end);
                assertThat(s.openLow() || s.openHigh()).isFalse();
            });
            assertHalfWay(
                    stacks.stream().filter(s -> !s.hole()).toList(), island, Math.min(2, end), Math.max(2, end), false);
        }
    }

    /** Else the inner side of the horseshoe would sweep over the cord that lies within it. */
    @Test
    void aHorseshoeThatClosesIsCarriedOnHalfWay() {
        for (boolean opensUpwards : new boolean[] {true, false}) {
            double[] low = opensUpwards ? RING_WITH_GAP : HORSESHOE;
            double[] high = opensUpwards ? HORSESHOE : RING_WITH_GAP;
            List<RingStack> stacks = gap(EndCap.HALF, 1, Outlines.plane(0, low), Outlines.plane(4, high));
            assertThat(stacks).hasSize(2);
            assertHalfWay(stacks, low, 0, 2, false);
            assertHalfWay(stacks, high, 2, 4, false);
        }
    }

    /** The horseshoe turned round: what is free lies on the other side. */
    private static final double[] RING_WITH_GAP = {0, 0, 5, 0, 5, 15, 15, 15, 15, 0, 20, 0, 20, 20, 0, 20};

    @Test
    void aHoleLikeAHorseshoeToo() {
        double[] outer = Outlines.box(-10, -10, 30, 30);
        List<RingStack> stacks =
                gap(EndCap.HALF, 1, Outlines.plane(0, outer, RING_WITH_GAP), Outlines.plane(4, outer, HORSESHOE));
        assertThat(stacks).hasSize(3);
        List<RingStack> holes = stacks.stream().filter(RingStack::hole).toList();
        assertHalfWay(holes, RING_WITH_GAP, 0, 2, true);
        assertHalfWay(holes, HORSESHOE, 2, 4, true);
    }

    @Test
    void aBranchMovesInStepWithTheHeight() {
        ShapePlane low = Outlines.plane(0, Outlines.box(0, 0, 14, 2));
        ShapePlane high = Outlines.plane(2, Outlines.box(1, 0, 3, 2), Outlines.box(9, 0, 11, 2));
        List<RingStack> stacks = gap(EndCap.HALF, 1, low, high);
        assertThat(stacks).hasSize(2);
        for (RingStack s : stacks) {
            for (int j = 0; j < s.blend().length; j++) {
                assertThat(s.heightMm()[j]).isCloseTo(2 * s.blend()[j], within(1e-12));
            }
        }
        List<Double> areas = new ArrayList<>();
        stacks.forEach(s -> areas.add(Rings.area(s.ringAt(0))));
        assertThat(areas).containsExactly(new Double[] {12.0, 16.0});
    }

    @Test
    void onePartIsOneRingThatTurnsIntoAnother() {
        double[] box = square(16);
        double[] island = Outlines.box(40, 0, 60, 20);
        ShapeBuilder builder = new ShapeBuilder(
                List.of(
                        Outlines.plane(0, box),
                        Outlines.plane(2, box),
                        Outlines.plane(4, box, island),
                        Outlines.plane(6, box),
                        Outlines.plane(8, Outlines.box(100, 0, 104, 4))),
                EndCap.HALF,
                2);
        assertThat(builder.isOnePart(0)).as("below all").isFalse();
        assertThat(builder.isOnePart(1)).isTrue();
        assertThat(builder.isOnePart(2)).as("two above").isFalse();
        assertThat(builder.isOnePart(3)).as("two below").isFalse();
        assertThat(builder.isOnePart(4)).as("too far apart").isFalse();
        assertThat(builder.isOnePart(5)).as("above all").isFalse();
    }
}
