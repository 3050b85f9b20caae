package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.issue.CordonException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class PlaneRegionTest {
    private static final double[] SQUARE = {0, 0, 10, 0, 10, 10, 0, 10};

    private static double[] square(double x, double y, double side) {
        return new double[] {x, y, x + side, y, x + side, y + side, x, y + side};
    }

    private static double[] reversed(double[] p) {
        double[] r = new double[p.length];
        for (int i = 0; i < p.length; i += 2) {
            r[i] = p[p.length - 2 - i];
            r[i + 1] = p[p.length - 1 - i];
        }
        return r;
    }

    private static double area(double[]... polygons) {
        return PlaneRegion.evenOdd(List.of(polygons)).areaMm2();
    }

    @Test
    void aSquareHasItsAreaWhicheverWayItRuns() {
        assertThat(area(SQUARE)).isEqualTo(100);
        assertThat(area(reversed(SQUARE))).isEqualTo(100);
    }

    @Test
    void repeatedAndClosingVerticesChangeNothing() {
        assertThat(area(new double[] {0, 0, 0, 0, 10, 0, 10, 10, 10, 10, 0, 10, 0, 0}))
                .isEqualTo(100);
    }

    @Test
    void aHoleIsAHoleWhateverItsWinding() {
        assertThat(area(SQUARE, square(2, 2, 5))).isEqualTo(75);
        assertThat(area(SQUARE, reversed(square(2, 2, 5)))).isEqualTo(75);
        assertThat(area(square(2, 2, 5), SQUARE)).isEqualTo(75);
    }

    @Test
    void aKeyholeEqualsTheHole() {
        // In along the bottom edge's middle, round the hole, and out the same way.
        double[] keyhole = {0, 0, 4, 0, 4, 2, 2, 2, 2, 7, 7, 7, 7, 2, 4, 2, 4, 0, 10, 0, 10, 10, 0, 10};
        assertThat(area(keyhole)).isCloseTo(75, within(1e-12));
    }

    @Test
    void anIslandInAHoleCountsAgain() {
        assertThat(area(SQUARE, square(1, 1, 8), square(3, 3, 2))).isEqualTo(100 - 64 + 4);
    }

    @Test
    void crossingSquaresLeaveOutWhatBothCover() {
        PlaneRegion r = PlaneRegion.evenOdd(List.of(SQUARE, square(5, 5, 10)));
        assertThat(r.areaMm2()).isCloseTo(150, within(1e-12));
        assertThat(r.hasCrossings()).isTrue();
        assertThat(r.contains(7, 7)).isFalse();
        assertThat(r.contains(2, 2)).isTrue();
        assertThat(r.contains(12, 12)).isTrue();
    }

    @Test
    void aFigureOfEightHasBothLobes() {
        assertThat(area(new double[] {0, 0, 10, 10, 10, 0, 0, 10})).isCloseTo(50, within(1e-12));
    }

    @Test
    void polygonsThatShareAnEdgeOrATouchingVertexAddUp() {
        assertThat(area(SQUARE, square(10, 0, 10))).isCloseTo(200, within(1e-12));
        assertThat(area(SQUARE, square(10, 10, 10))).isCloseTo(200, within(1e-12));
    }

    @Test
    void itsBoundsAreThoseOfItsContours() {
        PlaneRegion r = PlaneRegion.evenOdd(List.of(square(3, -2, 4), square(-9, 5, 1)));
        assertThat(new double[] {r.minX(), r.minY(), r.maxX(), r.maxY()}).containsExactly(-9, -2, 7, 6);
    }

    @Test
    void whatAHoleLeavesOutIsNotInside() {
        PlaneRegion r = PlaneRegion.evenOdd(List.of(SQUARE, square(2, 2, 5), square(20, 0, 3)));
        assertThat(r.contains(1, 1)).isTrue();
        assertThat(r.contains(4, 4)).isFalse();
        assertThat(r.contains(21, 1)).isTrue();
        assertThat(r.contains(15, 1)).isFalse();
        assertThat(r.hasCrossings()).isFalse();
    }

    @Test
    void linesAndPointsEncloseNothing() {
        assertThat(PlaneRegion.evenOdd(List.of(
                                new double[] {1, 1}, new double[] {0, 0, 5, 5}, new double[] {0, 0, 5, 0, 9, 0}))
                        .areaMm2())
                .isZero();
    }

    @Test
    void aTangleBeyondReasonIsRefusedInsteadOfHanging() {
        double[] zigzag = new double[2 * 60_000];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < zigzag.length; i++) {
            zigzag[i] = random.nextDouble(100);
        }
        assertThatThrownBy(() -> PlaneRegion.evenOdd(List.of(zigzag)))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining("cross too often");
    }

    @Test
    void randomTanglesHaveTheAreaAndTheInsideOfTheEvenOddRule() {
        Property.forAll(300, PlaneRegionTest::tangle, polygons -> {
            PlaneRegion region = PlaneRegion.evenOdd(polygons);
            assertThat(region.areaMm2()).isCloseTo(evenOddArea(polygons), within(1e-7));
            SplittableRandom random = new SplittableRandom(polygons.size());
            for (int i = 0; i < 200; i++) {
                double x = random.nextDouble(20);
                double y = random.nextDouble(20);
                assertThat(region.contains(x, y)).as("(%s, %s)", x, y).isEqualTo(inside(polygons, x, y));
            }
        });
    }

    @Test
    void overlapAreasOfBoxesAreExactAndTouchingIsNothing() {
        PlaneRegion box = PlaneRegion.evenOdd(List.of(SQUARE));
        assertThat(box.overlapAreaMm2(PlaneRegion.evenOdd(List.of(square(7, 4, 10)))))
                .isCloseTo(18, within(1e-12));
        assertThat(box.overlapAreaMm2(box)).isEqualTo(100);
        assertThat(box.overlapAreaMm2(PlaneRegion.evenOdd(List.of(square(10, 0, 10)))))
                .isZero();
        assertThat(box.overlapAreaMm2(PlaneRegion.evenOdd(List.of(square(10, 10, 10)))))
                .isZero();
        assertThat(box.overlapAreaMm2(PlaneRegion.evenOdd(List.of(new double[] {20, 0, 0, 20, 20, 20}))))
                .isZero();
        assertThat(box.overlapAreaMm2(PlaneRegion.evenOdd(List.of(new double[] {5, 0, 10, 5, 5, 10, 0, 5}))))
                .isCloseTo(50, within(1e-12));
    }

    @Test
    void randomTanglesOverlapByTheAreaOfTheirIntersection() {
        Property.forAll(300, random -> List.of(tangle(random), tangle(random)), pair -> {
            PlaneRegion p = PlaneRegion.evenOdd(pair.get(0));
            PlaneRegion q = PlaneRegion.evenOdd(pair.get(1));
            // |P and Q| = (|P| + |Q| - |P xor Q|) / 2, and the even-odd rule over all polygons is P xor Q.
            List<double[]> both = new ArrayList<>(pair.get(0));
            both.addAll(pair.get(1));
            double shared = (evenOddArea(pair.get(0)) + evenOddArea(pair.get(1)) - evenOddArea(both)) / 2;
            assertThat(p.overlapAreaMm2(q)).isCloseTo(shared, within(1e-6));
            assertThat(q.overlapAreaMm2(p)).isCloseTo(shared, within(1e-6));
            assertThat(p.overlapAreaMm2(p)).isCloseTo(p.areaMm2(), within(1e-9));
        });
    }

    @Test
    void trapezoidsCoverTheRegionOnce() {
        Property.forAll(200, PlaneRegionTest::tangle, polygons -> {
            PlaneRegion region = PlaneRegion.evenOdd(polygons);
            double sum = 0;
            double lower = Double.NEGATIVE_INFINITY;
            for (double[] t : region.toTrapezoids()) {
                assertThat(t[1]).isEqualTo(t[3]).isLessThan(t[5]).isGreaterThanOrEqualTo(lower);
                assertThat(t[5]).isEqualTo(t[7]);
                lower = t[1];
                sum += Rings.area(t);
            }
            assertThat(sum).isCloseTo(region.areaMm2(), within(1e-9));
        });
    }

    /** One to three random polygons, some on a coarse lattice so that vertices and edges coincide. */
    private static List<double[]> tangle(SplittableRandom random) {
        List<double[]> polygons = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        boolean lattice = random.nextBoolean();
        for (int k = 0; k < count; k++) {
            double[] p = new double[2 * (3 + random.nextInt(12))];
            for (int i = 0; i < p.length; i++) {
                p[i] = lattice ? random.nextInt(6) * 4 : random.nextDouble(20);
            }
            polygons.add(p);
        }
        return polygons;
    }

    private static boolean inside(List<double[]> polygons, double x, double y) {
        boolean in = false;
        for (double[] p : polygons) {
            int j = p.length - 2;
            for (int i = 0; i < p.length; i += 2) {
                if (p[i + 1] <= y != p[j + 1] <= y
                        && x < p[j] + (p[i] - p[j]) * ((y - p[j + 1]) / (p[i + 1] - p[j + 1]))) {
                    in = !in;
                }
                j = i;
            }
        }
        return in;
    }

    /** The even-odd region of a polygon is the symmetric difference of the triangles of any fan. */
    private static double evenOddArea(List<double[]> polygons) {
        GeometryFactory factory = new GeometryFactory();
        List<Geometry> parts = new ArrayList<>(Collections.singletonList(factory.createPolygon()));
        for (double[] p : polygons) {
            for (int i = 2; i + 3 < p.length; i += 2) {
                parts.add(factory.createPolygon(new Coordinate[] {
                    new Coordinate(p[0], p[1]),
                    new Coordinate(p[i], p[i + 1]),
                    new Coordinate(p[i + 2], p[i + 3]),
                    new Coordinate(p[0], p[1])
                }));
            }
        }
        Geometry sum = parts.get(0);
        for (Geometry g : parts) {
            if (g.getArea() > 0) {
                sum = polygonsOf(OverlayNGRobust.overlay(sum, g, OverlayNG.SYMDIFFERENCE));
            }
        }
        return sum.getArea();
    }

    private static Geometry polygonsOf(Geometry g) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i) instanceof Polygon p) {
                polygons.add(p);
            }
        }
        return g.getFactory().createMultiPolygon(polygons.toArray(new Polygon[0]));
    }
}
