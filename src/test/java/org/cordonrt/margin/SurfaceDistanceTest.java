package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SurfaceStrip;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** Small bodies, of which all pairs of triangles can be looked at. */
class SurfaceDistanceTest {
    private static final Point3 SOMEWHERE = new Point3(0, 0, 0);

    /** Stars of five to seven points on two to five planes that sway and swell a little. */
    private static SlabSolid body(SplittableRandom r, double x, double y, double z) {
        int n = 5 + r.nextInt(3);
        double[] radii = r.doubles(n, 1, 3).toArray();
        Shapes shapes = Shapes.axial();
        int planes = 2 + r.nextInt(4);
        for (int k = 0; k < planes; k++) {
            double[] ring = Shapes.disc(0, 0, 1, n);
            for (int i = 0; i < n; i++) {
                ring[2 * i] = x + radii[i] * ring[2 * i] + r.nextDouble(0.3);
                ring[2 * i + 1] = y + radii[i] * ring[2 * i + 1] + r.nextDouble(0.3);
            }
            shapes.add(new double[] {z + 2 * k}, ring);
        }
        return shapes.solid();
    }

    private static double byAllPairs(ShapeSurface a, ShapeSurface b) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < a.patchCount(); i++) {
            for (SurfaceStrip s : a.patch(i).strips()) {
                for (int j = 0; j < b.patchCount(); j++) {
                    for (SurfaceStrip t : b.patch(j).strips()) {
                        best = Math.min(best, StripSearchTest.byAllPairs(new StripTree(s), new StripTree(t)));
                    }
                }
            }
        }
        return best;
    }

    /** A known distance that any search will beat. */
    private static Nearest far() {
        return new Nearest(1000, SOMEWHERE, new Point3(1000, 0, 0));
    }

    @Test
    void theSmallestOfAllPairsOfTriangles() {
        Property.forAll(
                100,
                r -> new SlabSolid[] {
                    body(r, 0, 0, 0), body(r, r.nextDouble(-9, 9), r.nextDouble(-9, 9), r.nextDouble(-15, 15))
                },
                p -> {
                    ShapeSurface a = p[0].surface();
                    ShapeSurface b = p[1].surface();
                    Nearest n = new SurfaceDistance(a, b, null).nearest(far());
                    double expected = byAllPairs(a, b);
                    assertThat(n.distanceMm()).isCloseTo(expected, within(1e-9));
                    assertThat(n.onFirst().distanceTo(n.onSecond())).isCloseTo(expected, within(1e-9));
                    // The same with what contours may rule out, from the distance of the flat contours on.
                    ParallelPair pair = new ParallelPair(p[0], p[1]);
                    Nearest flat = pair.planes();
                    assertThat(pair.surfaces(flat).distanceMm()).isCloseTo(expected, within(1e-9));
                    assertThat(flat.distanceMm()).isGreaterThan(expected - 1e-9);
                });
    }

    @Test
    void planesAtAnAngleToo() {
        Property.forAll(
                60,
                r -> {
                    SlabSolid tilted = Shapes.moved(Shapes.rigidMotion(r))
                            .add(Shapes.planes(0, 2, 3), Shapes.disc(0, 0, 3, 5))
                            .solid();
                    Point3 at = tilted.surface().partPoints(0).get(0);
                    return new SlabSolid[] {
                        body(r, at.x() + r.nextDouble(-12, 12), at.y() + r.nextDouble(-12, 12), at.z()), tilted
                    };
                },
                p -> {
                    Nearest n = new SurfaceDistance(p[0].surface(), p[1].surface(), null).nearest(far());
                    boolean within = p[0].surface()
                                    .contains(p[1].surface().partPoints(0).get(0))
                            || p[1].surface()
                                    .contains(p[0].surface().partPoints(0).get(0));
                    if (!within) {
                        assertThat(n.distanceMm()).isCloseTo(byAllPairs(p[0].surface(), p[1].surface()), within(1e-9));
                    }
                });
    }

    @Test
    void aBodyInsideAnotherIsNotApartFromIt() {
        SlabSolid inner = Shapes.prism(Shapes.planes(4, 2, 3), Shapes.rectangle(8, 8, 10, 10));
        SlabSolid outer = Shapes.prism(Shapes.planes(0, 3, 6), Shapes.rectangle(0, 0, 20, 20));
        Nearest n = new SurfaceDistance(inner.surface(), outer.surface(), null).nearest(far());
        assertThat(n.distanceMm()).isZero();
        assertThat(outer.surface().contains(n.onFirst())).isTrue();
        assertThat(new SurfaceDistance(outer.surface(), inner.surface(), null)
                        .nearest(far())
                        .distanceMm())
                .isZero();
        // Only its second part.
        SlabSolid parts =
                Shapes.prism(Shapes.planes(4, 2, 3), Shapes.rectangle(40, 8, 50, 10), Shapes.rectangle(8, 8, 10, 10));
        assertThat(new SurfaceDistance(parts.surface(), outer.surface(), null)
                        .nearest(far())
                        .distanceMm())
                .isZero();
        // In its hole it is apart.
        SlabSolid pipe =
                Shapes.prism(Shapes.planes(0, 3, 6), Shapes.rectangle(0, 0, 20, 20), Shapes.rectangle(5, 6, 13, 15));
        assertThat(new SurfaceDistance(inner.surface(), pipe.surface(), null)
                        .nearest(far())
                        .distanceMm())
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void nothingIsSearchedWhereFlatContoursMeet() {
        SlabSolid box = Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 4, 4));
        Nearest known = new Nearest(0, SOMEWHERE, SOMEWHERE);
        assertThat(new SurfaceDistance(box.surface(), box.surface(), null).nearest(known))
                .isSameAs(known);
    }

    @Test
    void aKnownDistanceIsKeptIfNothingIsNearer() {
        SlabSolid left = Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 4, 4));
        SlabSolid right = Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(9, 0, 12, 4));
        Nearest known = new Nearest(5, new Point3(4, 1, 0), new Point3(9, 1, 0));
        assertThat(new SurfaceDistance(left.surface(), right.surface(), null).nearest(known))
                .isEqualTo(known);
    }

    /** Many patches: the first of every sixteen is looked at first, the rest from the nearest so far outwards. */
    @Test
    void alongManyPlanesTheNearestIsFoundWhereverItIs() {
        double[] planes = Shapes.planes(0, 2, 40);
        SlabSolid cord = Shapes.prism(planes, Shapes.rectangle(0, 0, 4, 4));
        for (int bump = 1; bump < 39; bump += 3) {
            Shapes target = Shapes.axial();
            for (int k = 0; k < 40; k++) {
                target.add(new double[] {planes[k] + 0.5}, Shapes.rectangle(k == bump ? 7 : 7.3, 0, 20, 4));
            }
            Nearest n = new SurfaceDistance(cord.surface(), target.solid().surface(), null).nearest(far());
            assertThat(n.distanceMm()).isCloseTo(3, within(1e-9));
            assertThat(n.onSecond().z()).isCloseTo(2 * bump + 0.5, within(1.01));
        }
    }
}
