package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.Property;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class SurfaceStripTest {
    private static List<SurfaceStrip> face(double[]... polygons) {
        return SurfaceStrip.face(
                PlaneFrame.AXIAL, 7, PlaneRegion.evenOdd(List.of(polygons)).toTrapezoids());
    }

    /** Area of a strip that lies in an axial plane, each quadrilateral as two triangles. */
    private static double area(SurfaceStrip strip) {
        double[] p = strip.lower();
        double[] q = strip.upper();
        double sum = 0;
        for (int k = 0; k < strip.size(); k++) {
            int i = 3 * k;
            int j = i + 3;
            sum += Math.abs(Rings.area(new double[] {p[i], p[i + 1], q[i], q[i + 1], q[j], q[j + 1], p[j], p[j + 1]}));
        }
        return sum;
    }

    @Test
    void aBoxIsOneQuadrilateral() {
        List<SurfaceStrip> strips = face(Outlines.box(1, 2, 4, 9));
        assertThat(strips).hasSize(1);
        assertThat(strips.get(0).size()).isEqualTo(1);
        assertThat(strips.get(0).lower()).containsExactly(1, 2, 7, 1, 9, 7);
        assertThat(strips.get(0).upper()).containsExactly(4, 2, 7, 4, 9, 7);
    }

    @Test
    void piecesThatStandUponEachOtherAreOneColumn() {
        // An octagon: three pieces, widening, straight and narrowing.
        List<SurfaceStrip> strips = face(new double[] {2, 0, 4, 0, 6, 2, 6, 4, 4, 6, 2, 6, 0, 4, 0, 2});
        assertThat(strips).hasSize(1);
        assertThat(strips.get(0).lower()).containsExactly(2, 0, 7, 0, 2, 7, 0, 4, 7, 2, 6, 7);
        assertThat(strips.get(0).upper()).containsExactly(4, 0, 7, 6, 2, 7, 6, 4, 7, 4, 6, 7);
    }

    @Test
    void aNarrowerPieceBeginsANewColumn() {
        // A T upside down; a tower beside the middle; two towers on one base.
        assertThat(face(new double[] {0, 0, 9, 0, 9, 2, 6, 2, 6, 8, 3, 8, 3, 2, 0, 2}))
                .hasSize(2);
        assertThat(face(new double[] {0, 0, 9, 0, 9, 2, 3, 2, 3, 8, 0, 8})).hasSize(2);
        assertThat(face(new double[] {0, 0, 9, 0, 9, 8, 6, 8, 6, 2, 0, 2})).hasSize(2);
        assertThat(face(new double[] {0, 0, 9, 0, 9, 8, 6, 8, 6, 2, 3, 2, 3, 8, 0, 8}))
                .hasSize(3);
    }

    @Test
    void columnsSideBySideAreNotMixed() {
        double[] octagon = {2, 0, 4, 0, 6, 2, 6, 4, 4, 6, 2, 6, 0, 4, 0, 2};
        double[] right = Outlines.placed(octagon, 1, 1, 10, 0);
        List<SurfaceStrip> strips = face(octagon, right);
        assertThat(strips).hasSize(2);
        assertThat(strips.get(0).size()).isEqualTo(3);
        assertThat(strips.get(1).size()).isEqualTo(3);
        assertThat(strips.stream().mapToDouble(SurfaceStripTest::area).sum()).isCloseTo(56, within(1e-12));
    }

    @Test
    void aFaceLiesInItsPlaneOfTheFrame() {
        PlaneFrame coronal = PlaneFrame.ofNormal(new Point3(0, 1, 0));
        SurfaceStrip strip = SurfaceStrip.face(
                        coronal,
                        7,
                        PlaneRegion.evenOdd(List.of(Outlines.box(1, 2, 4, 9))).toTrapezoids())
                .get(0);
        Point3 corner = coronal.point(4, 9, 7);
        assertThat(strip.upper()).endsWith(corner.x(), corner.y(), corner.z());
        assertThat(corner.y()).isEqualTo(7);
    }

    @Test
    void randomTanglesAreCoveredOnce() {
        Property.forAll(
                200, random -> random.doubles(6 + 2 * random.nextInt(8), 0, 10).toArray(), ring -> {
                    double covered = face(ring).stream()
                            .mapToDouble(SurfaceStripTest::area)
                            .sum();
                    assertThat(covered)
                            .isCloseTo(PlaneRegion.evenOdd(List.of(ring)).areaMm2(), within(1e-9));
                });
    }
}
