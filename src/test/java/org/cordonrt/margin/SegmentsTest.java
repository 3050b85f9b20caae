package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

class SegmentsTest {
    @Test
    void aPointIsNearestToTheFootOfItsPerpendicularOrToAnEnd() {
        assertThat(Segments.pointTo2(3, 4, 1, 1, 11, 1)).isEqualTo(9);
        assertThat(Segments.pointTo2(-2, 5, 1, 1, 11, 1)).isEqualTo(25);
        assertThat(Segments.pointTo2(14, 5, 1, 1, 11, 1)).isEqualTo(25);
        assertThat(Segments.pointTo2(4, 5, 1, 1, 1, 1)).as("no length").isEqualTo(25);
        // 3-4-5: the line through the origin along (4, 3); 10 along it and 5 beside it.
        assertThat(Segments.pointTo2(8 - 3, 6 + 4, 0, 0, 16, 12)).isCloseTo(25, within(1e-12));
    }

    @Test
    void theFootLiesOnTheSegment() {
        assertThat(Segments.along(-1, 4)).isZero();
        assertThat(Segments.along(1, 4)).isEqualTo(0.25);
        assertThat(Segments.along(5, 4)).isEqualTo(1);
        assertThat(Segments.along(0, 0)).as("no length").isZero();
    }

    @Test
    void segmentsThatCrossAreNowhereApart() {
        assertThat(Segments.distance2(1, 1, 5, 5, 1, 5, 5, 1)).isZero();
        assertThat(Segments.distance2(1, 1, 5, 5, 5, 1, 1, 5)).isZero();
        assertThat(Segments.distance2(0, 2, 10, 3, 7, -4, 6, 30)).isZero();
    }

    @Test
    void segmentsThatDoNotCrossAreNearestAtAnEnd() {
        assertThat(Segments.distance2(0, 0, 10, 0, 0, 3, 10, 3)).as("parallel").isEqualTo(9);
        assertThat(Segments.distance2(0, 0, 10, 0, 13, 4, 20, 4))
                .as("end to end")
                .isEqualTo(25);
        assertThat(Segments.distance2(0, 0, 10, 0, 4, 2, 4, 9)).as("a T").isEqualTo(4);
        assertThat(Segments.distance2(4, 2, 4, 9, 0, 0, 10, 0)).as("a T").isEqualTo(4);
        assertThat(Segments.distance2(4, 9, 4, 2, 0, 0, 10, 0)).as("a T").isEqualTo(4);
        assertThat(Segments.distance2(0, 0, 10, 0, 6, 0, 20, 0))
                .as("on one line")
                .isZero();
        assertThat(Segments.distance2(0, 0, 2, 0, 6, 0, 20, 0))
                .as("on one line")
                .isEqualTo(16);
    }

    /** On a lattice, where segments touch, coincide and have no length, and off it. */
    @Test
    void agreesWithAnotherImplementation() {
        Property.forAll(2000, SegmentsTest::ends, e -> {
            double expected = Distance.segmentToSegment(
                    new Coordinate(e[0], e[1]),
                    new Coordinate(e[2], e[3]),
                    new Coordinate(e[4], e[5]),
                    new Coordinate(e[6], e[7]));
            double d2 = Segments.distance2(e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7]);
            assertThat(Math.sqrt(d2)).isCloseTo(expected, within(1e-9));
            assertThat(Math.sqrt(Segments.distance2(e[6], e[7], e[4], e[5], e[2], e[3], e[0], e[1])))
                    .isCloseTo(expected, within(1e-9));
        });
    }

    private static double[] ends(SplittableRandom random) {
        boolean lattice = random.nextBoolean();
        double[] e = new double[8];
        for (int i = 0; i < e.length; i++) {
            e[i] = lattice ? random.nextInt(-3, 4) : random.nextDouble(-5, 5);
        }
        return e;
    }
}
