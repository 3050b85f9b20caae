package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Test;

/** Contours that could be computed, but in no time that anybody would wait, are refused with the plane they lie on. */
class WorkBoundsTest {

    /** Ten million points of one structure reach this bound on one of a hundred planes. */
    @Test
    void aPlaneOfMoreThanAHundredThousandPoints() {
        refused("100001 points", List.of(circle(100_001, 5)));
        assertThat(solid(List.of(circle(100_000, 5))).volumeCc()).isPositive();
    }

    @Test
    void aPlaneOfMillionsOfContours() {
        List<Contour> specks = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            double x = 0.1 * i;
            specks.add(contour(x, 0, x + 0.05, 0, x, 0.05));
        }
        refused("more than 5000 contours", specks);
        // One contour as often as one likes is one contour.
        assertThat(solid(Collections.nCopies(100_000, circle(3, 5))).volumeCc()).isPositive();
    }

    @Test
    void aPlaneOfFifteenThousandCrossings() {
        SplittableRandom random = new SplittableRandom(1);
        double[] xy = random.doubles(600, -5, 5).toArray();
        refused("parts, most of them made by contours that cross", List.of(contour(xy)));
    }

    @Test
    void aPlaneOfAHundredThousandCrossings() {
        SplittableRandom random = new SplittableRandom(1);
        double[] xy = random.doubles(2_000, -5, 5).toArray();
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> solid(List.of(contour(xy))))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.CONTOUR_GEOMETRY));
    }

    private static void refused(String words, List<Contour> contours) {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> solid(contours))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.CONTOUR_GEOMETRY))
                .withMessageContaining("the plane at 7.0 mm")
                .withMessageContaining(words);
    }

    private static SlabSolid solid(List<Contour> contours) {
        return SlabSolid.of(Structure.of(1, "Test", contours), SolidOptions.defaults());
    }

    private static Contour circle(int points, double radius) {
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            xy[2 * i] = radius * Math.cos(2 * Math.PI * i / points);
            xy[2 * i + 1] = radius * Math.sin(2 * Math.PI * i / points);
        }
        return contour(xy);
    }

    private static Contour contour(double... xy) {
        double[] xyz = new double[xy.length / 2 * 3];
        for (int i = 0; i < xy.length / 2; i++) {
            xyz[3 * i] = xy[2 * i];
            xyz[3 * i + 1] = xy[2 * i + 1];
            xyz[3 * i + 2] = 7;
        }
        return Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
    }
}
