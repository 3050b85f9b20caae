package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cordonrt.margin.Shapes.disc;
import static org.cordonrt.margin.Shapes.planes;
import static org.cordonrt.margin.Shapes.prism;
import static org.cordonrt.margin.Shapes.rectangle;

import org.assertj.core.data.Offset;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** Closed forms: every number here can be worked out by hand. */
class SeparationTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double[] TEN_PLANES = planes(0, 2, 10);

    private static Separation between(SlabSolid a, SlabSolid b) {
        Separation s = Separation.between(a, b);
        assertThat(s.fromPointMm().distanceTo(s.toPointMm())).isCloseTo(s.distanceMm(), EXACT);
        assertThat(s.planesMm()).isGreaterThanOrEqualTo(s.slabMm());
        assertThat(s.slabFromPointMm().distanceTo(s.slabToPointMm())).isCloseTo(s.slabMm(), EXACT);
        assertThat(s.planesFromPointMm().distanceTo(s.planesToPointMm())).isCloseTo(s.planesMm(), EXACT);
        if (s.slabMm() > 0) {
            assertThat(s.overlapCc()).isZero();
            assertThat(s.deepestOverlapMm()).isZero();
        }
        Separation back = Separation.between(b, a);
        assertThat(back.slabMm()).isEqualTo(s.slabMm());
        assertThat(back.planesMm()).isEqualTo(s.planesMm());
        assertThat(back.overlapCc()).isEqualTo(s.overlapCc());
        assertThat(back.planesFromPointMm()).isEqualTo(s.planesToPointMm());
        return s;
    }

    private static void assertNear(Point3 actual, double x, double y, double z) {
        assertThat(actual.distanceTo(new Point3(x, y, z))).isLessThan(1e-9);
    }

    @Test
    void cylindersSideBySideAreApartByTheGapOfTheirPolygons() {
        // Vertices face each other along x on both.
        SlabSolid a = prism(TEN_PLANES, disc(0, 0, 5, 64));
        SlabSolid b = prism(TEN_PLANES, disc(20, 0, 8, 64));
        Separation s = between(a, b);
        assertThat(s.slabMm()).isCloseTo(7, EXACT);
        assertThat(s.planesMm()).isCloseTo(7, EXACT);
        assertThat(s.slabFromPointMm().x()).isCloseTo(5, EXACT);
        assertThat(s.slabToPointMm().x()).isCloseTo(12, EXACT);
    }

    @Test
    void aCordInsideARingIsApartByTheGapBetweenVertexAndEdge() {
        // The ring's inner polygon is turned by half a step, so that its edge middles face the cord's vertices.
        int n = 48;
        double[] hole = new double[2 * n];
        for (int i = 0; i < n; i++) {
            hole[2 * i] = 8 * Math.cos(2 * Math.PI * (i + 0.5) / n);
            hole[2 * i + 1] = 8 * Math.sin(2 * Math.PI * (i + 0.5) / n);
        }
        Separation s = between(prism(TEN_PLANES, disc(0, 0, 5, n)), prism(TEN_PLANES, disc(0, 0, 20, n), hole));
        assertThat(s.slabMm()).isCloseTo(8 * Math.cos(Math.PI / n) - 5, EXACT);
        assertThat(s.planesMm()).isCloseTo(8 * Math.cos(Math.PI / n) - 5, EXACT);
    }

    @Test
    void boxesOffsetInAllThreeDirectionsAreApartByTheDiagonal() {
        // Slabs: x 0..10, y 0..10, z -1..19 and x 12..20, y 13..20, z 25..35
        Separation s =
                between(prism(TEN_PLANES, rectangle(0, 0, 10, 10)), prism(planes(26, 2, 5), rectangle(12, 13, 20, 20)));
        assertThat(s.slabMm()).isCloseTo(Math.sqrt(4 + 9 + 36), EXACT);
        assertThat(s.planesMm()).isCloseTo(Math.sqrt(4 + 9 + 64), EXACT);
        assertNear(s.slabFromPointMm(), 10, 10, 19);
        assertNear(s.slabToPointMm(), 12, 13, 25);
        assertNear(s.planesFromPointMm(), 10, 10, 18);
        assertNear(s.planesToPointMm(), 12, 13, 26);
    }

    @Test
    void oneAboveTheOtherIsApartByThePlanesLessTheHalfSlices() {
        // The design page's example: flat contours 6.0, slabs 4.0 with 2 mm planes.
        Separation s =
                between(prism(planes(0, 2, 5), disc(0, 0, 10, 40)), prism(planes(14, 2, 5), rectangle(-3, -3, 3, 3)));
        assertThat(s.slabMm()).isCloseTo(4, EXACT);
        assertThat(s.planesMm()).isCloseTo(6, EXACT);
        assertThat(s.slabFromPointMm().z()).isEqualTo(9);
        assertThat(s.slabToPointMm().z()).isEqualTo(13);
    }

    @Test
    void interleavedPlanesOfDifferentSpacing() {
        // Planes 0, 3, 6 and 1.3, 3.3, 5.3: the slabs share heights, the nearest planes are 3 and 3.3.
        Separation s = between(
                prism(planes(0, 3, 3), rectangle(0, 0, 10, 10)), prism(planes(1.3, 2, 3), rectangle(14, 0, 20, 10)));
        assertThat(s.slabMm()).isCloseTo(4, EXACT);
        assertThat(s.planesMm()).isCloseTo(Math.sqrt(16 + 0.3 * 0.3), EXACT);
    }

    @Test
    void aSlantedStackComesCloserBySlabsThanByPlanes() {
        // Each plane of the slanted bar is 2 mm further along x; the plate beside it is slanted the same way.
        Shapes bar = Shapes.axial();
        Shapes plate = Shapes.axial();
        for (int k = 0; k < 8; k++) {
            bar.add(planes(3 * k, 1, 1), rectangle(2 * k, 0, 2 * k + 6, 6));
            plate.add(planes(3 * k, 1, 1), rectangle(2 * k + 9, 0, 2 * k + 12, 6));
        }
        Separation s = between(bar.solid(), plate.solid());
        // Bar slab k + 1 meets plate slab k at their common face: 3 - 2.
        assertThat(s.slabMm()).isCloseTo(1, EXACT);
        // Flat: 3 within a plane, or 1 along x and 3 up.
        assertThat(s.planesMm()).isCloseTo(3, EXACT);
    }

    /** Two slanted bars 1 mm beside each other, drawn on planes in turn: only their steps overlap. */
    @Test
    void slabsMayOverlapWhereSurfacesAreApart() {
        Shapes left = Shapes.axial();
        Shapes right = Shapes.axial();
        for (int k = 0; k < 10; k++) {
            left.add(new double[] {3 * k}, Shapes.rectangle(3 * k, 0, 3 * k + 4, 4));
            right.add(new double[] {3 * k + 1.5}, Shapes.rectangle(3 * k + 6.5, 0, 3 * k + 10, 4));
        }
        Separation s = Separation.between(left.solid(), right.solid());
        assertThat(s.slabMm()).isZero();
        assertThat(s.deepestOverlapMm()).isBetween(0.49, 0.5);
        assertThat(s.distanceMm()).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(s.fromPointMm().distanceTo(s.toPointMm())).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(s.slabFromPointMm()).isEqualTo(s.slabToPointMm());
        // Where everything overlaps, the deepest point is that of all.
        Separation into = Separation.between(
                Shapes.prism(Shapes.planes(0, 2, 9), Shapes.rectangle(0, 0, 20, 20)),
                Shapes.prism(Shapes.planes(0, 2, 9), Shapes.rectangle(17, 0, 40, 20)));
        assertThat(into.distanceMm()).isZero();
        assertThat(into.deepestOverlapMm()).isBetween(2.98, 3.0);
        assertThat(into.fromPointMm()).isEqualTo(into.slabFromPointMm());
        assertThat(into.toPointMm()).isEqualTo(into.slabFromPointMm());
    }

    @Test
    void obliqueEdgesInThePlane() {
        double[] diamond = {0, -10, 10, 0, 0, 10, -10, 0};
        Separation s = between(prism(TEN_PLANES, diamond), prism(TEN_PLANES, rectangle(8, 8, 20, 20)));
        assertThat(s.slabMm()).isCloseTo(6 / Math.sqrt(2), EXACT);
        assertNear(new Point3(s.slabFromPointMm().x(), s.slabFromPointMm().y(), 0), 5, 5, 0);
    }

    @Test
    void insideAnotherMeansOverlapAtDistanceZero() {
        Separation s = between(
                prism(TEN_PLANES, rectangle(-10, -10, 10, 10)), prism(planes(6, 2, 3), rectangle(-1, -1, 1, 1)));
        assertThat(s.slabMm()).isZero();
        assertThat(s.planesMm()).isZero();
        assertThat(s.overlapCc()).isCloseTo(2 * 2 * 6 / 1000.0, EXACT);
        assertThat(s.slabFromPointMm()).isEqualTo(s.slabToPointMm());
    }

    @Test
    void anIslandInsideAHoleIsNotInside() {
        Separation s = between(
                prism(TEN_PLANES, rectangle(-10, -10, 10, 10), rectangle(-5, -5, 5, 5)),
                prism(planes(6, 2, 3), rectangle(-1, -1, 1, 1)));
        assertThat(s.slabMm()).isCloseTo(4, EXACT);
        assertThat(s.overlapCc()).isZero();
    }

    @Test
    void touchingSolidsAreAtZeroAndShareNoVolume() {
        SlabSolid box = prism(TEN_PLANES, rectangle(0, 0, 10, 10));
        for (SlabSolid touching : new SlabSolid[] {
            prism(TEN_PLANES, rectangle(10, 0, 20, 10)),
            prism(TEN_PLANES, rectangle(10, 10, 20, 20)),
            prism(planes(20, 2, 5), rectangle(2, 2, 8, 8)),
            prism(TEN_PLANES, new double[] {10, 5, 15, 0, 15, 10}),
            prism(TEN_PLANES, new double[] {12, 8, 8, 12, 12, 12}),
        }) {
            Separation s = between(box, touching);
            assertThat(s.slabMm()).isZero();
            assertThat(s.overlapCc()).isZero();
            assertThat(s.deepestOverlapMm()).isZero();
            assertThat(s.slabFromPointMm()).isEqualTo(s.slabToPointMm());
        }
    }

    @Test
    void boxesThatOverlapShareAnExactVolume() {
        Separation s =
                between(prism(TEN_PLANES, rectangle(0, 0, 10, 10)), prism(planes(12.5, 3, 7), rectangle(7, 4, 30, 30)));
        // x 7..10, y 4..10, z 11..19
        assertThat(s.slabMm()).isZero();
        assertThat(s.overlapCc()).isCloseTo(3 * 6 * 8 / 1000.0, within(1e-12));
    }

    @Test
    void aSolidOverlapsItselfWithItsWholeVolume() {
        SlabSolid a = prism(TEN_PLANES, disc(3, 4, 10, 97), disc(3, 4, 4, 31));
        Separation s = between(a, a);
        assertThat(s.slabMm()).isZero();
        assertThat(s.planesMm()).isZero();
        assertThat(s.overlapCc()).isCloseTo(a.volumeCc(), within(1e-12));
    }

    /** Spheres cut into discs whose vertices face each other: every pair of discs has a distance known by hand. */
    @Test
    void spheresFromContoursWithPlanesOfTheirOwn() {
        double apart = 31;
        for (double spacing : new double[] {1, 2, 3}) {
            for (double shift : new double[] {0, 0.25, 0.5}) {
                Shapes first = Shapes.axial();
                Shapes second = Shapes.axial();
                double[][] discs = new double[2][64];
                double[] from = {-12 + spacing / 2, -15 + spacing * shift};
                double[] radius = {12, 15};
                int[] count = new int[2];
                for (int k = 0; k < 2; k++) {
                    Shapes shape = k == 0 ? first : second;
                    for (double z = from[k]; z < radius[k]; z += spacing) {
                        double r = Math.sqrt(Math.max(0, radius[k] * radius[k] - z * z));
                        if (r > 0.1) {
                            shape.add(new double[] {z}, disc(k == 0 ? 0 : apart, 0, r, 72));
                            discs[k][2 * count[k]] = z;
                            discs[k][2 * count[k]++ + 1] = r;
                        }
                    }
                }
                double planes = Double.POSITIVE_INFINITY;
                double slabs = Double.POSITIVE_INFINITY;
                for (int i = 0; i < count[0]; i++) {
                    for (int j = 0; j < count[1]; j++) {
                        double beside = apart - discs[0][2 * i + 1] - discs[1][2 * j + 1];
                        double dz = Math.abs(discs[0][2 * i] - discs[1][2 * j]);
                        planes = Math.min(planes, Math.hypot(beside, dz));
                        slabs = Math.min(slabs, Math.hypot(beside, Math.max(0, dz - spacing)));
                    }
                }
                Separation s = between(first.solid(), second.solid());
                assertThat(s.planesMm()).isCloseTo(planes, EXACT);
                assertThat(s.slabMm()).isCloseTo(slabs, EXACT);
                assertThat(s.distanceMm()).isCloseTo(4, within(spacing > 1 ? 0.3 : 0.1));
            }
        }
    }
}
