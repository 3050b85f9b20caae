package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class ParallelSectionsTest {
    private static final Slab BOX = new Slab(0, -1, 1, PlaneRegion.evenOdd(List.of(Shapes.rectangle(0, 0, 4, 4))));

    private static Station at(SlabSolid other, double height) {
        return new ParallelSections(PlaneFrame.AXIAL, new SlabStack(other, PlaneFrame.AXIAL)).at(BOX, height, true);
    }

    /** Near from 10 to 12, farther from 12 to 18. */
    private static SlabSolid stepped() {
        return Shapes.axial()
                .add(new double[] {11}, Shapes.rectangle(7, 0, 9, 4))
                .add(Shapes.planes(13, 2, 3), Shapes.rectangle(9, 0, 12, 4))
                .solid();
    }

    private static void assertStation(Station s, double distance, double fromX, double toX, double toZ) {
        assertThat(s.distanceMm()).isCloseTo(distance, within(1e-9));
        assertThat(s.fromPointMm().x()).isCloseTo(fromX, within(1e-9));
        assertThat(s.fromPointMm().z()).isEqualTo(s.heightMm());
        assertThat(s.toPointMm().x()).isCloseTo(toX, within(1e-9));
        assertThat(s.toPointMm().z()).isCloseTo(toZ, within(1e-9));
        assertThat(s.fromPointMm().distanceTo(s.toPointMm())).isCloseTo(distance, within(1e-9));
        assertThat(s.centreMm()).isEqualTo(new Point3(2, 2, s.heightMm()));
        assertThat(s.onPlane()).isTrue();
    }

    @Test
    void besideASlabItIsAsFarAsTheSlab() {
        assertStation(at(stepped(), 11), 3, 4, 7, 11);
        assertThat(at(stepped(), 11).inPlaneMm()).isCloseTo(3, within(1e-9));
        assertStation(at(stepped(), 17), 5, 4, 9, 17);
        assertThat(at(stepped(), 17).inPlaneMm()).isCloseTo(5, within(1e-9));
    }

    @Test
    void aSlabAboveOrBelowMayBeNearer() {
        // At 14 the step at 12 is 3 beside and 2 below.
        assertStation(at(stepped(), 14), Math.sqrt(13), 4, 7, 12);
        assertThat(at(stepped(), 14).inPlaneMm()).isCloseTo(5, within(1e-9));
        SlabSolid overhanging = Shapes.axial()
                .add(Shapes.planes(5, 2, 3), Shapes.rectangle(9, 0, 12, 4))
                .add(new double[] {11}, Shapes.rectangle(7, 0, 9, 4))
                .solid();
        assertStation(at(overhanging, 8), Math.sqrt(13), 4, 7, 10);
        SlabSolid upsideDown = Shapes.axial()
                .add(Shapes.planes(-17, 2, 3), Shapes.rectangle(9, 0, 12, 4))
                .add(new double[] {-11}, Shapes.rectangle(7, 0, 9, 4))
                .solid();
        assertStation(at(upsideDown, -14), Math.sqrt(13), 4, 7, -12);
        assertThat(at(upsideDown, -14).inPlaneMm()).isCloseTo(5, within(1e-9));
    }

    @Test
    void beyondItsEndsNothingIsInThePlane() {
        assertStation(at(stepped(), 6), 5, 4, 7, 10);
        assertThat(at(stepped(), 6).inPlaneMm()).isNaN();
        assertStation(at(stepped(), 30), 13, 4, 9, 18);
        assertThat(at(stepped(), 30).inPlaneMm()).isNaN();
    }

    @Test
    void whereTwoSlabsMeetTheNearerOneIsInThePlane() {
        assertThat(at(stepped(), 12).inPlaneMm()).isCloseTo(3, within(1e-9));
        assertThat(at(stepped(), 10).inPlaneMm()).isCloseTo(3, within(1e-9));
        assertThat(at(stepped(), 18).inPlaneMm()).isCloseTo(5, within(1e-9));
    }

    @Test
    void whatMeetsOrTouchesHasNoDistance() {
        SlabSolid touching = Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(4, 0, 9, 4));
        assertThat(at(touching, 1).distanceMm()).isZero();
        assertThat(at(touching, 1).inPlaneMm()).isZero();
        SlabSolid across = Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(2, 2, 9, 9));
        assertThat(at(across, 1).distanceMm()).isZero();
        assertThat(at(across, -4).distanceMm()).isCloseTo(3, within(1e-9));
        assertThat(at(across, 9).distanceMm()).isCloseTo(4, within(1e-9));
    }

    @Test
    void aSectionOfRandomShapeIsAsFarAsItsSlab() {
        Property.forAll(150, RandomSolids::pair, p -> {
            SlabSolid a = p.first(Shapes.IN_PLACE);
            SlabSolid b = p.second(Shapes.IN_PLACE);
            ParallelSections sections = new ParallelSections(PlaneFrame.AXIAL, new SlabStack(b, PlaneFrame.AXIAL));
            PointOracle toB = new PointOracle(b);
            for (Slab slab : a.slabs()) {
                Station s = sections.at(slab, slab.planeMm(), false);
                // The smallest of all slabs of the other, each at right angles to its gap in height.
                RegionEdges own = new RegionEdges(slab.region());
                double expected = Double.POSITIVE_INFINITY;
                for (Slab other : b.slabs()) {
                    double gap = Math.max(0, Math.max(other.lowMm() - slab.planeMm(), slab.planeMm() - other.highMm()));
                    double beside =
                            Math.sqrt(new RegionDistance(own, new RegionEdges(other.region()), Double.POSITIVE_INFINITY)
                                    .distance2());
                    expected = Math.min(expected, Math.hypot(gap, beside));
                }
                assertThat(s.distanceMm()).isCloseTo(expected, within(1e-9));
                assertThat(toB.distanceMm(s.toPointMm())).isLessThan(1e-9);
                assertThat(s.onPlane()).isFalse();
            }
        });
    }
}
