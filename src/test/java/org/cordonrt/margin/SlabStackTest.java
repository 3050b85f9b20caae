package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class SlabStackTest {
    /** From -1 to 1.5 and from 1.5 to 5.5: a box and a longer one. */
    private static SlabSolid solid() {
        return Shapes.axial()
                .add(new double[] {0}, Shapes.rectangle(1, 2, 5, 8))
                .add(new double[] {3}, Shapes.rectangle(1, 2, 7, 8))
                .solid()
                .under(SolidModel.SLAB, new EndCap(1));
    }

    @Test
    void inItsOwnFrameItIsAsItIs() {
        SlabSolid solid = solid();
        SlabStack stack = new SlabStack(solid, solid.frame());
        assertThat(stack.size()).isEqualTo(2);
        assertThat(stack.region(1)).isSameAs(solid.slabs().get(1).region());
        assertThat(stack.lowMm).containsExactly(-1, 1.5);
        assertThat(stack.planeMm).containsExactly(0, 3);
        assertThat(stack.highMm).containsExactly(1.5, 4);
        assertThat(stack.box).containsExactly(1, 2, 5, 8, 1, 2, 7, 8);
        assertThat(stack.edges(0)).isSameAs(stack.edges(0)).isSameAs(stack.edges(stack.region(0)));
        assertThat(stack.edges(0).points).containsExactly(1, 2, 5, 2, 5, 8, 1, 8, 1, 2);
    }

    /** Turned by a right angle about the normal: x is what was y, y what was -x. */
    @Test
    void inATurnedFrameItsRegionsAreTurned() {
        PlaneFrame turned = new PlaneFrame(new Point3(0, 1, 0), new Point3(-1, 0, 0), new Point3(0, 0, 1));
        SlabStack stack = new SlabStack(solid(), turned);
        assertThat(stack.box).containsExactly(new double[] {2, -5, 8, -1, 2, -7, 8, -1}, within(1e-12));
        assertThat(stack.lowMm).containsExactly(new double[] {-1, 1.5}, within(1e-12));
        assertThat(stack.planeMm).containsExactly(new double[] {0, 3}, within(1e-12));
        assertThat(stack.highMm).containsExactly(new double[] {1.5, 4}, within(1e-12));
        assertThat(stack.region(1).areaMm2()).isCloseTo(36, within(1e-9));
    }

    @Test
    void seenFromBelowItIsUpsideDown() {
        PlaneFrame below = new PlaneFrame(new Point3(1, 0, 0), new Point3(0, -1, 0), new Point3(0, 0, -1));
        SlabStack stack = new SlabStack(solid(), below);
        assertThat(stack.lowMm).containsExactly(new double[] {-4, -1.5}, within(1e-12));
        assertThat(stack.planeMm).containsExactly(new double[] {-3, 0}, within(1e-12));
        assertThat(stack.highMm).containsExactly(new double[] {-1.5, 1}, within(1e-12));
        assertThat(stack.box).containsExactly(new double[] {1, -8, 7, -2, 1, -8, 5, -2}, within(1e-12));
    }

    @Test
    void slabsThatDoNotMeetAreApart() {
        SlabStack together = new SlabStack(solid(), PlaneFrame.AXIAL);
        assertThat(together.isApart(1)).isFalse();
        SlabSolid parts = Shapes.axial()
                .add(new double[] {0, 2}, Shapes.rectangle(0, 0, 20, 20))
                .add(new double[] {4, 6}, Shapes.rectangle(60, 0, 80, 20))
                .solid()
                .under(SolidModel.SHAPE, new EndCap(0.5));
        SlabStack apart = new SlabStack(parts, PlaneFrame.AXIAL);
        assertThat(apart.size()).isEqualTo(4);
        assertThat(apart.isApart(1)).isFalse();
        assertThat(apart.isApart(2)).isTrue();
        assertThat(apart.isApart(3)).isFalse();
    }

    private static PlaneFrame tilted(double sine) {
        return new PlaneFrame(new Point3(1, 0, -sine), new Point3(0, 1, 0), new Point3(sine, 0, 1));
    }

    @Test
    void framesAreParallelWhateverTheirInPlaneAxes() {
        PlaneFrame turned = new PlaneFrame(new Point3(0, 1, 0), new Point3(-1, 0, 0), new Point3(0, 0, 1));
        assertThat(SlabStack.areParallel(PlaneFrame.AXIAL, turned)).isTrue();
        assertThat(SlabStack.areParallel(PlaneFrame.AXIAL, PlaneFrame.ofNormal(new Point3(0, 0, -1))))
                .isTrue();
        assertThat(SlabStack.areParallel(PlaneFrame.AXIAL, tilted(1e-13))).isTrue();
        assertThat(SlabStack.areParallel(PlaneFrame.AXIAL, tilted(1e-11))).isFalse();
    }
}
