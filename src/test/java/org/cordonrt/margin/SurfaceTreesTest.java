package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cordonrt.Property;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.geometry.SurfaceStrip;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class SurfaceTreesTest {
    private static double[] box(SurfaceTrees trees, int i) {
        return Arrays.copyOfRange(trees.boxes(), SurfaceTrees.BOX * i, SurfaceTrees.BOX * (i + 1));
    }

    @Test
    void boxesLieAlongThePatientsAxes() {
        // Drawn on planes across x: what is drawn as x and y are y and z of the patient.
        SlabSolid solid = Shapes.moved(p -> new Point3(p.z(), p.x(), p.y()))
                .add(Shapes.planes(10, 2, 2), Shapes.rectangle(1, 5, 4, 9))
                .solid();
        SurfaceTrees trees = new SurfaceTrees(solid.surface());
        assertThat(trees.patches()).isEqualTo(3);
        assertThat(box(trees, 0)).containsExactly(new double[] {9, 1, 5, 10, 4, 9}, within(1e-12));
        assertThat(box(trees, 1)).containsExactly(new double[] {10, 1, 5, 12, 4, 9}, within(1e-12));
        assertThat(box(trees, 2)).containsExactly(new double[] {12, 1, 5, 13, 4, 9}, within(1e-12));
    }

    @Test
    void aBoxHoldsItsPatch() {
        Property.forAll(60, r -> RandomSolids.pair(r).first(Shapes.rigidMotion(r)), solid -> {
            ShapeSurface surface = solid.surface();
            SurfaceTrees trees = new SurfaceTrees(surface);
            for (int i = 0; i < trees.patches(); i++) {
                double[] box = box(trees, i);
                for (SurfaceStrip s : surface.patch(i).strips()) {
                    for (double[] row : new double[][] {s.lower(), s.upper()}) {
                        for (int k = 0; k < row.length; k++) {
                            assertThat(row[k]).isBetween(box[k % 3] - 1e-9, box[3 + k % 3] + 1e-9);
                        }
                    }
                }
            }
        });
    }

    @Test
    void aPatchHasATreeForEachStrip() {
        ShapeSurface surface =
                Shapes.prism(Shapes.planes(0, 2, 3), Shapes.disc(0, 0, 9, 30)).surface();
        SurfaceTrees trees = new SurfaceTrees(surface);
        for (int i = 0; i < trees.patches(); i++) {
            assertThat(trees.patch(i)).hasSameSizeAs(surface.patch(i).strips());
            assertThat(trees.patch(i)).isSameAs(trees.patch(i));
            assertThat(trees.patch(i)[0].lower)
                    .isSameAs(surface.patch(i).strips().get(0).lower());
        }
    }

    /** The upper part begins where the lower one has ended: between them is nothing. */
    @Test
    void aPatchWithoutAnythingIsFarFromEverything() {
        ShapeSurface parts = Shapes.axial()
                .add(new double[] {0}, Shapes.rectangle(0, 0, 2, 2))
                .add(new double[] {2}, Shapes.rectangle(60, 0, 62, 2))
                .solid()
                .under(SolidModel.SLAB, EndCap.NONE)
                .surface();
        SurfaceTrees trees = new SurfaceTrees(parts);
        assertThat(trees.patches()).isEqualTo(3);
        assertThat(StripTree.boxes2(box(trees, 0), 0, box(trees, 2), 0)).isCloseTo(58 * 58 + 4, within(1e-9));
    }
}
