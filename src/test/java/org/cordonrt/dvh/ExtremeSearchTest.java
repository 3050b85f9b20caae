package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** The largest and the smallest dose of a solid, and where they are. */
class ExtremeSearchTest {
    private static final double ROUNDING = 1e-9;

    private static Extreme find(SlabSolid solid, DoseGrid dose, boolean largest, int maxPieces) {
        GridAxes axes = new GridAxes(dose.geometry(), solid.frame());
        SolidCells cells = SolidCells.of(solid, axes);
        ExtremeSearch search = new ExtremeSearch(cells, axes, largest, maxPieces);
        cells.walk(dose, search);
        return search.finish(1e-12);
    }

    private static Extreme find(SlabSolid solid, DoseGrid dose, boolean largest) {
        return find(solid, dose, largest, 100_000);
    }

    /** A star around the middle of {@link ProductDose}, turned. */
    static double[] outline(SplittableRandom random) {
        double[] star = PrismPieceTest.star(random);
        double tilt = random.nextDouble(6);
        for (int i = 0; i < star.length; i += 2) {
            double x = 8 * (star[i] - 0.5);
            double y = 8 * (star[i + 1] - 0.5);
            star[i] = 4.1 + Math.cos(tilt) * x - Math.sin(tilt) * y;
            star[i + 1] = 4 + Math.sin(tilt) * x + Math.cos(tilt) * y;
        }
        return star;
    }

    /** A value of x y / 4 at a place in the outline of which no point of an edge has a better one. */
    static void assertIsExtreme(double[] outline, double gy, Point3 at, boolean largest) {
        assertThat(at.x() * at.y() / 4).isCloseTo(gy, within(ROUNDING));
        assertThat(RingClip.holds(List.of(outline), at.x(), at.y())).isTrue();
        assertThat(at.z()).isBetween(-ROUNDING, 6 + ROUNDING);
        for (int i = 0; i < outline.length; i += 2) {
            int j = (i + 2) % outline.length;
            for (double t = 0; t < 1; t += 0.05) {
                double x = outline[i] + t * (outline[j] - outline[i]);
                double y = outline[i + 1] + t * (outline[j + 1] - outline[i + 1]);
                double better = largest ? x * y / 4 - gy : gy - x * y / 4;
                assertThat(better).isLessThanOrEqualTo(ROUNDING);
            }
        }
    }

    @Test
    void theExtremesOfAProductLieOnTheOutline() {
        for (double spacing : new double[] {1, 2.6, 6}) {
            DoseGrid dose = ProductDose.dose(spacing);
            Property.forAll(20, random -> random, random -> {
                double[] star = outline(random);
                SlabSolid solid = SlabSolid.of(Shapes.polygon(star, 1, 3, 5), SolidOptions.defaults());
                for (boolean largest : new boolean[] {true, false}) {
                    Extreme e = find(solid, dose, largest);
                    assertIsExtreme(star, e.gy().value(), e.locationMm(), largest);
                    assertThat(e.gy().upper() - e.gy().lower()).isCloseTo(2e-12, within(1e-13));
                    assertThat(e.gy().isBounded()).isFalse();
                }
            });
        }
    }

    /** In an oblique grid a linear dose is largest at a vertex, a bent one within 1e-7 Gy of what is found. */
    @Test
    void inAnObliqueGridTheExtremesOfALinearDoseAreAtVertices() {
        Property.forAll(10, random -> random, random -> {
            double[] star = outline(random);
            SlabSolid solid = SlabSolid.of(Shapes.polygon(star, 1, 3, 5), SolidOptions.defaults());
            PlaneFrame f = PlaneFrame.ofNormal(new Point3(random.nextDouble(), random.nextDouble(), 1));
            Point3 slope = new Point3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
            DoseGrid dose =
                    Shapes.grid(9, 9, 9, new Point3(4, 4, 3), f.u(), f.v(), f.w(), 2.3, 2.1, p -> 20 + p.dot(slope));
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < star.length; i += 2) {
                for (double z : new double[] {0, 6}) {
                    double gy = 20 + new Point3(star[i], star[i + 1], z).dot(slope);
                    most = Math.max(most, gy);
                    least = Math.min(least, gy);
                }
            }
            Extreme max = find(solid, dose, true);
            assertThat(max.gy().value()).isCloseTo(most, within(ROUNDING));
            assertThat(20 + max.locationMm().dot(slope)).isCloseTo(most, within(ROUNDING));
            assertThat(max.gy().upper()).isBetween(most + 0.9e-7, most + 1.1e-7);
            assertThat(max.gy().lower()).isBetween(most - 1e-8, most);
            assertThat(max.gy().isBounded()).isFalse();
            Extreme min = find(solid, dose, false);
            assertThat(min.gy().value()).isCloseTo(least, within(ROUNDING));
            assertThat(20 + min.locationMm().dot(slope)).isCloseTo(least, within(ROUNDING));
            assertThat(min.gy().lower()).isBetween(least - 1.1e-7, least - 0.9e-7);
        });
    }

    /** The peak of u v on the line u + v = 4, in a grid turned about it, lies inside a face: found by halving. */
    @Test
    void inAnObliqueGridAPeakInsideAFaceIsFound() {
        // In the grid's own axes, u and v turned out of the plane, one cell holds all.
        double a = 0.3;
        Point3 u = new Point3(Math.cos(a), 0, Math.sin(a));
        Point3 v = Shapes.Y;
        Point3 w = u.cross(v);
        DoseGrid dose = Shapes.grid(2, 2, 2, new Point3(0, 0, 0), u, v, w, 40, 40, p -> 10 + p.dot(u) * p.dot(v) / 4);
        SlabSolid solid = Shapes.cuboid(-4, 4, -3, 3, -5, 5);
        // x cos a + z sin a is largest on the edge x = 4, z = 5, and so is the product with y = 3.
        double most = 10 + (4 * Math.cos(a) + 5 * Math.sin(a)) * 3 / 4;
        Extreme max = find(solid, dose, true);
        assertThat(max.gy().value()).isCloseTo(most, within(1e-7));
        assertThat(most).isBetween(max.gy().lower(), max.gy().upper());
        // On a side that runs slantwise the saddle has its peak inside.
        SlabSolid slanted =
                SlabSolid.of(Shapes.polygon(new double[] {0, 0, 6, 0, 0, 6}, -1, 0, 1), SolidOptions.defaults());
        DoseGrid saddle = Shapes.grid(2, 2, 2, new Point3(0, 0, 0), u, v, w, 40, 40, p -> 10 + p.dot(u) * p.dot(v));
        // On the edge at z = 3/2, c and s the cosine and sine: (c x + 1.5 s) (6 - x) is largest at 3 - 0.75 s / c.
        double x = 3 - 0.75 * Math.tan(a);
        double top = 10 + Math.cos(a) * (6 - x) * (6 - x);
        Extreme peak = find(slanted, saddle, true);
        assertThat(peak.gy().value()).isCloseTo(top, within(3e-7));
        assertThat(peak.gy().upper()).isGreaterThanOrEqualTo(top).isLessThan(top + 1e-6);
        assertThat(peak.gy().isBounded()).isFalse();
        assertThat(peak.locationMm().x()).isCloseTo(x, within(0.01));
        // With hardly any work allowed the bound is wider, and true.
        Extreme rough = find(slanted, saddle, true, 8);
        assertThat(rough.gy().isBounded()).isTrue();
        assertThat(top).isBetween(rough.gy().lower(), rough.gy().upper());
        assertThat(rough.gy().upper()).isLessThan(top + 10);
        Extreme bottom = find(slanted, saddle, false, 8);
        assertThat(bottom.gy().lower()).isLessThanOrEqualTo(10);
    }

    @Test
    void aCellCornerOutsideANotchedContourIsNotPartOfIt() {
        SlabSolid c = SlabSolid.of(
                Shapes.polygon(new double[] {-3, -3, 3, -3, 3, -1, -1, -1, -1, 1, 3, 1, 3, 3, -3, 3}, 0, 1, 2),
                SolidOptions.defaults());
        for (double sign : new double[] {1, -1}) {
            DoseGrid dose = Shapes.grid(
                    9,
                    9,
                    5,
                    new Point3(0, 0, 1),
                    Shapes.X,
                    Shapes.Y,
                    Shapes.Z,
                    2,
                    2,
                    p -> p.x() == 0 && p.y() == 0 ? 20 * sign : 0);
            assertThat(find(c, dose, sign > 0).gy().value()).isCloseTo(10 * sign, within(1e-9));
        }
    }

    /** Cells that the solid fills have their extremes at corners. */
    @Test
    void theExtremesOfWholeCellsAreAtTheirCorners() {
        SlabSolid solid = Shapes.cuboid(0, 8, 0, 4, 0, 6);
        for (int sign = 0; sign < 8; sign++) {
            Point3 slope = new Point3((sign & 1) - 0.5, (sign >> 1 & 1) - 0.5, (sign >> 2) - 0.5);
            DoseGrid dose = Shapes.grid(
                    7, 7, 7, new Point3(4, 2, 3), Shapes.X, Shapes.Y, Shapes.Z, 2, 3, p -> 20 + p.dot(slope));
            for (boolean largest : new boolean[] {true, false}) {
                Point3 to = largest ? slope : slope.times(-1);
                Point3 at = new Point3(to.x() > 0 ? 8 : 0, to.y() > 0 ? 4 : 0, to.z() > 0 ? 6 : 0);
                Extreme e = find(solid, dose, largest);
                assertThat(e.gy().value()).isCloseTo(20 + at.dot(slope), within(ROUNDING));
                assertThat(e.locationMm().minus(at).norm()).isLessThan(1e-9);
            }
        }
    }

    /** The extremes of z, of a dose that does not change in the plane, are on the faces. */
    @Test
    void theExtremesAlongTheAxisAreAtTheEnds() {
        DoseGrid dose =
                Shapes.grid(9, 9, 9, new Point3(4, 4, 3), Shapes.X, Shapes.Y, Shapes.Z, 2.3, 2.1, p -> 20 + 3 * p.z());
        SlabSolid star =
                SlabSolid.of(Shapes.polygon(outline(new SplittableRandom(1)), 1, 3, 5), SolidOptions.defaults());
        for (SlabSolid solid : List.of(star, Shapes.cuboid(1, 7, 0, 8, 0, 6))) {
            assertThat(find(solid, dose, true).gy().value()).isCloseTo(38, within(ROUNDING));
            assertThat(find(solid, dose, true).locationMm().z()).isCloseTo(6, within(ROUNDING));
            assertThat(find(solid, dose, false).gy().value()).isCloseTo(20, within(ROUNDING));
            assertThat(find(solid, dose, false).locationMm().z()).isCloseTo(0, within(ROUNDING));
        }
    }

    /** Along an edge x + y = s the product is largest in the middle: where the edge has it, not at its ends. */
    @Test
    void theMaximumMayLieInsideAnEdge() {
        Property.forAll(30, random -> random, random -> {
            double[] diamond = new double[8];
            double tilt = random.nextDouble(-0.2, 0.2);
            for (int i = 0; i < 4; i++) {
                diamond[2 * i] = 4.1 + 4 * Math.cos(tilt + Math.PI * i / 2);
                diamond[2 * i + 1] = 4 + 4 * Math.sin(tilt + Math.PI * i / 2);
            }
            SlabSolid solid = SlabSolid.of(Shapes.polygon(diamond, 1, 3, 5), SolidOptions.defaults());
            for (double spacing : new double[] {2.6, 12}) {
                Extreme max = find(solid, ProductDose.dose(spacing), true);
                assertIsExtreme(diamond, max.gy().value(), max.locationMm(), true);
                for (int i = 0; i < 8; i += 2) {
                    assertThat(max.gy().value()).isGreaterThan(diamond[i] * diamond[i + 1] / 4);
                }
                Extreme min = find(solid, ProductDose.dose(spacing), false);
                assertIsExtreme(diamond, min.gy().value(), min.locationMm(), false);
            }
        });
    }

    /** A dose that bends in all three directions has its extreme inside an edge of the face where it is largest. */
    @Test
    void theExtremeOfATripleProductIsInsideAnEdgeOfAFace() {
        double[] diamond = {4, 0, 8, 4, 4, 8, 0, 4};
        SlabSolid solid = SlabSolid.of(Shapes.polygon(diamond, 1, 3, 5), SolidOptions.defaults());
        for (double spacing : new double[] {2.7, 13}) {
            for (boolean upwards : new boolean[] {true, false}) {
                for (boolean largest : new boolean[] {true, false}) {
                    double sign = largest ? 1 : -1;
                    DoseGrid dose = Shapes.grid(
                            6,
                            6,
                            6,
                            new Point3(4.1, 3.9, 3.2),
                            Shapes.X,
                            Shapes.Y,
                            Shapes.Z,
                            spacing,
                            spacing,
                            p -> 300 + sign * p.x() * p.y() * (upwards ? p.z() : 6 - p.z()));
                    Extreme e = find(solid, dose, largest);
                    assertThat(e.gy().value()).isCloseTo(300 + sign * 36 * 6, within(1e-9));
                    assertThat(e.locationMm()
                                    .minus(new Point3(6, 6, upwards ? 6 : 0))
                                    .norm())
                            .isLessThan(1e-6);
                }
            }
        }
    }

    @Test
    void anInterruptedThreadStopsHalving() {
        PlaneFrame f = PlaneFrame.ofNormal(new Point3(0.4, 0.2, 1));
        DoseGrid dose = Shapes.grid(
                2, 2, 2, new Point3(4, 4, 3), f.u(), f.v(), f.w(), 40, 40, p -> 10 + p.x() * p.y() + p.z() * p.x());
        SlabSolid solid = ProductDose.solid();
        GridAxes axes = new GridAxes(dose.geometry(), solid.frame());
        SolidCells cells = SolidCells.of(solid, axes);
        ExtremeSearch search = new ExtremeSearch(cells, axes, true, 100_000);
        cells.walk(dose, search);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> search.finish(1e-12)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
