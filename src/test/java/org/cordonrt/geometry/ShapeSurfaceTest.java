package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Test;

class ShapeSurfaceTest {
    private static final double[] BOX = Outlines.box(0, 0, 8, 4);

    private static ShapeSurface surface(Structure structure) {
        return SlabSolid.of(structure, SolidOptions.defaults()).surface();
    }

    private static ShapeSurface surface(double[] heights, double[][]... rings) {
        return surface(Outlines.structure(heights, rings));
    }

    /** A box that moves by 1.5 mm a mm along x, with a hole that moves along. */
    private static ShapeSurface slanted() {
        double[][] low = {BOX, Outlines.box(3, 1, 5, 3)};
        double[][] high = {Outlines.placed(BOX, 1, 1, 3, 0), Outlines.box(6, 1, 8, 3)};
        return surface(new double[] {10, 12}, low, high);
    }

    @Test
    void onePatchBetweenEachTwoPlanesAndOneBeyondEither() {
        ShapeSurface surface = slanted();
        assertThat(surface.frame()).isEqualTo(PlaneFrame.AXIAL);
        assertThat(surface.planeCount()).isEqualTo(2);
        assertThat(surface.planeMm(0)).isEqualTo(10);
        assertThat(surface.planeMm(1)).isEqualTo(12);
        assertThat(surface.contours(1).minX()).isEqualTo(3);
        assertThat(surface.patchCount()).isEqualTo(3);
        assertThat(surface.patch(1)).isSameAs(surface.patch(1));
        assertThat(surface.patch(1).strips()).hasSize(2);
        assertThat(surface.planes()).hasSize(2);
    }

    @Test
    void aSinglePlaneIsAPrismOfTheAssumedThickness() {
        ShapeSurface single = surface(new double[] {10}, new double[][] {BOX, Outlines.box(3, 1, 5, 3)});
        assertThat(single.patchCount()).isEqualTo(1);
        assertThat(single.patchBox(0)).containsExactly(0, 0, 9, 8, 4, 11);
        assertThat(single.contains(new Point3(1, 1, 9.1))).isTrue();
        assertThat(single.contains(new Point3(1, 1, 8.9))).isFalse();
        assertThat(single.contains(new Point3(1, 1, 11.1))).isFalse();
        assertThat(single.contains(new Point3(4, 2, 10))).as("in the hole").isFalse();
        assertThat(single.region(10.5).areaMm2()).isEqualTo(28);
        assertThat(single.region(11.5).areaMm2()).isZero();
        // Walls of the box and of the hole, and two faces in two columns or more.
        assertThat(single.patch(0).strips().size()).isGreaterThan(4);
        assertThat(single.course(0)).isEmpty();
    }

    @Test
    void theCourseOfAPatchIsThatOfItsWalls() {
        ShapeSurface surface = slanted();
        WallCourse course = surface.course(1).orElseThrow();
        assertThat(course.reachMm()).isCloseTo(3, within(1e-9));
        assertThat(course.steepness()).isCloseTo(1.5, within(1e-9));
        assertThat(surface.course(0)).isEmpty();
        assertThat(surface.course(2)).isEmpty();
    }

    @Test
    void aPatchLiesInItsBox() {
        ShapeSurface surface = slanted();
        assertThat(surface.patchBox(0)).containsExactly(new double[] {-1.5, 0, 9, 8, 4, 10}, within(1e-9));
        assertThat(surface.patchBox(1)).containsExactly(new double[] {0, 0, 10, 11, 4, 12}, within(1e-9));
        assertThat(surface.patchBox(2)).containsExactly(new double[] {3, 0, 12, 12.5, 4, 13}, within(1e-9));
        // Two parts on one plane: the patch is made to see.
        double[] island = Outlines.box(20, -9, 22, -6);
        ShapeSurface parts = surface(new double[] {0, 2}, new double[][] {BOX}, new double[][] {BOX, island});
        assertThat(parts.patchBox(1)).containsExactly(0, -9, 0, 22, 4, 2);
        assertThat(parts.patchBox(0)).containsExactly(0, 0, -1, 8, 4, 0);
    }

    @Test
    void aPartIsKnownByAPointOfItsOutline() {
        double[] island = Outlines.box(20, -9, 22, -6);
        ShapeSurface parts = surface(
                new double[] {0, 2}, new double[][] {BOX}, new double[][] {BOX, Outlines.box(1, 1, 2, 2), island});
        assertThat(parts.partPoints(0)).containsExactly(new Point3(0, 0, 0));
        assertThat(parts.partPoints(1)).containsExactly(new Point3(0, 0, 2), new Point3(20, -9, 2));
    }

    @Test
    void itHoldsWhatItsWallsSurround() {
        ShapeSurface surface = slanted();
        // At a height of 11 everything has moved by 1.5.
        assertThat(surface.contains(new Point3(1.4, 2, 11))).isFalse();
        assertThat(surface.contains(new Point3(1.6, 2, 11))).isTrue();
        assertThat(surface.contains(new Point3(4.4, 2, 11))).isTrue();
        assertThat(surface.contains(new Point3(4.6, 2, 11))).isFalse();
        assertThat(surface.contains(new Point3(6.4, 2, 11))).isFalse();
        assertThat(surface.contains(new Point3(6.6, 2, 11))).isTrue();
        assertThat(surface.contains(new Point3(9.6, 2, 11))).isFalse();
        assertThat(surface.contains(new Point3(-1, 2, 9.2))).isTrue();
        assertThat(surface.contains(new Point3(-1, 2, 8.9))).isFalse();
        assertThat(surface.contains(new Point3(12, 2, 12.9))).isTrue();
        assertThat(surface.contains(new Point3(12, 2, 13.1))).isFalse();
    }

    @Test
    void aCrossSectionOnAPlaneIsItsContours() {
        ShapeSurface surface = slanted();
        assertThat(surface.region(10)).isSameAs(surface.contours(0));
        assertThat(surface.region(12)).isSameAs(surface.contours(1));
        assertThat(surface.region(11).areaMm2()).isCloseTo(28, within(1e-9));
        assertThat(surface.region(11).minX()).isCloseTo(1.5, within(1e-9));
        assertThat(surface.region(9.5).minX()).isCloseTo(-0.75, within(1e-9));
        assertThat(surface.region(13).areaMm2()).as("its end").isCloseTo(28, within(1e-9));
        assertThat(surface.region(13.1).areaMm2()).isZero();
        assertThat(surface.region(8.9).areaMm2()).isZero();
    }

    private static Structure random(SplittableRandom random) {
        int n = 2 + random.nextInt(3);
        double[] heights = new double[n];
        double[][][] rings = new double[n][][];
        for (int k = 0; k < n; k++) {
            heights[k] = 3 * k + random.nextDouble();
            List<double[]> drawn = new ArrayList<>();
            drawn.add(star(random, 0, 6, 10));
            if (random.nextInt(2) == 0) {
                drawn.add(star(random, 0, 2, 4));
            }
            if (random.nextInt(2) == 0) {
                drawn.add(star(random, 25, 5, 9));
            }
            rings[k] = drawn.toArray(new double[0][]);
        }
        return Outlines.structure(heights, rings);
    }

    private static double[] star(SplittableRandom random, double x, double from, double to) {
        int n = 14 + random.nextInt(6);
        double[] ring = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double r = random.nextDouble(from, to);
            ring[2 * i] = x + r * Math.cos(2 * Math.PI * i / n);
            ring[2 * i + 1] = r * Math.sin(2 * Math.PI * i / n);
        }
        return ring;
    }

    @Test
    void aPointIsHeldWhereTheCrossSectionAtItsHeightHoldsIt() {
        Property.forAll(60, random -> random, random -> {
            ShapeSurface surface = surface(random(random));
            for (int k = 0; k < 60; k++) {
                Point3 p =
                        new Point3(random.nextDouble(-12, 37), random.nextDouble(-12, 12), random.nextDouble(-3, 12));
                assertThat(surface.contains(p)).isEqualTo(surface.region(p.z()).contains(p.x(), p.y()));
            }
        });
    }

    @Test
    void patchesStayInTheirBoxesAndFillThem() {
        Property.forAll(60, random -> surface(random(random)), surface -> {
            for (int i = 0; i < surface.patchCount(); i++) {
                double[] found = {1e9, 1e9, 1e9, -1e9, -1e9, -1e9};
                for (SurfaceStrip s : surface.patch(i).strips()) {
                    for (double[] row : new double[][] {s.lower(), s.upper()}) {
                        for (int k = 0; k < row.length; k++) {
                            found[k % 3] = Math.min(found[k % 3], row[k]);
                            found[3 + k % 3] = Math.max(found[3 + k % 3], row[k]);
                        }
                    }
                }
                assertThat(found).containsExactly(surface.patchBox(i), within(1e-9));
            }
        });
    }
}
