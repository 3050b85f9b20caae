package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapePlaneTest {
    private static final double[] OUTER = Outlines.box(0, 0, 20, 20);
    private static final double[] HOLE = Outlines.box(2, 2, 18, 18);
    private static final double[] ISLAND = Outlines.box(4, 4, 16, 16);
    private static final double[] EYE = Outlines.box(8, 8, 12, 12);

    @Test
    void ringsAroundPartsAndRingsAroundHolesAllRunCounterClockwise() {
        ShapePlane plane = Outlines.plane(7, OUTER, HOLE, ISLAND, Rings.reversed(EYE));
        assertThat(plane.heightMm()).isEqualTo(7);
        assertThat(plane.outer().stream().map(Rings::area)).containsExactly(400.0, 144.0);
        assertThat(plane.holes().stream().map(Rings::area)).containsExactly(256.0, 16.0);
        assertThat(plane.outerMoments().stream().map(RingMoments::areaMm2)).containsExactly(400.0, 144.0);
        assertThat(plane.holeMoments().stream().map(RingMoments::areaMm2)).containsExactly(256.0, 16.0);
    }

    @Test
    void aHoleBelongsToTheSmallestPartAroundIt() {
        for (ShapePlane plane : new ShapePlane[] {
            Outlines.plane(0, OUTER, HOLE, ISLAND, EYE), Outlines.plane(0, EYE, ISLAND, HOLE, OUTER)
        }) {
            boolean outerFirst = Rings.area(plane.outer().get(0)) == 400;
            assertThat(plane.ownerOf(HOLE)).isEqualTo(outerFirst ? 0 : 1);
            assertThat(plane.ownerOf(EYE)).isEqualTo(outerFirst ? 1 : 0);
        }
    }

    @Test
    void aHoleOutsideEverythingHasNoOwner() {
        ShapePlane plane = Outlines.plane(0, OUTER, Outlines.box(40, 0, 60, 20));
        assertThat(plane.ownerOf(Outlines.box(30, 2, 35, 18))).isEqualTo(-1);
        assertThat(plane.ownerOf(Outlines.box(45, 2, 46, 18))).isEqualTo(1);
    }
}
