package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class EdgeCancellationTest {
    private static double area(List<double[]> polygons) {
        return polygons.stream().mapToDouble(Rings::area).map(Math::abs).sum();
    }

    @Test
    void polygonsWithoutDoubledEdgesStayAsTheyAre() {
        List<double[]> apart = List.of(Outlines.box(0, 0, 4, 4), Outlines.box(4, 4, 6, 6), Outlines.box(1, 1, 2, 2));
        assertThat(EdgeCancellation.apply(apart)).isSameAs(apart);
    }

    @Test
    void aKeyholeBecomesAnOutlineAndAHole() {
        double[] keyhole = {0, 0, 4, 0, 4, 2, 2, 2, 2, 7, 7, 7, 7, 2, 4, 2, 4, 0, 10, 0, 10, 10, 0, 10};
        List<double[]> cut = EdgeCancellation.apply(List.of(keyhole));
        assertThat(cut).hasSize(2);
        assertThat(cut.stream().map(p -> Math.abs(Rings.area(p)))).containsExactlyInAnyOrder(100.0, 25.0);
    }

    @Test
    void neighboursThatShareASideBecomeOne() {
        List<double[]> joined = EdgeCancellation.apply(List.of(Outlines.box(0, 0, 2, 2), Outlines.box(2, 0, 5, 2)));
        assertThat(joined).hasSize(1);
        assertThat(joined.get(0)).hasSize(12);
        assertThat(area(joined)).isEqualTo(10);
        // Along the other axis, and run the other way.
        joined = EdgeCancellation.apply(
                List.of(Outlines.box(0, 0, 2, 2), Rings.reversed(Outlines.box(0, 2, 2, 5)), Outlines.box(8, 0, 9, 1)));
        assertThat(joined).hasSize(2);
        assertThat(area(joined)).isEqualTo(11);
    }

    @Test
    void whatIsDrawnTwiceVanishesAndWhatIsDrawnThriceIsLeftOnce() {
        double[] box = Outlines.box(0, 0, 4, 4);
        assertThat(EdgeCancellation.apply(List.of(box, Outlines.from(box, 1)))).isEmpty();
        List<double[]> once = EdgeCancellation.apply(List.of(box, Rings.reversed(box), Outlines.from(box, 3)));
        assertThat(once).hasSize(1);
        assertThat(once.get(0)).hasSize(8);
        assertThat(area(once)).isEqualTo(16);
    }

    @Test
    void aNegativeZeroIsAZero() {
        double[] left = {-0.0, 0, -0.0, 2, -2, 2, -2, -0.0};
        List<double[]> joined = EdgeCancellation.apply(List.of(left, Outlines.box(0, 0, 2, 2)));
        assertThat(joined).hasSize(1);
        assertThat(area(joined)).isEqualTo(8);
    }

    /** A comb of many teeth, each a channel that is run along twice. */
    @Test
    void aPolygonOfManyPointsIsFollowedToItsEnd() {
        List<double[]> row = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            row.add(Outlines.box(k, 0, k + 1, 1));
        }
        List<double[]> joined = EdgeCancellation.apply(row);
        assertThat(joined).hasSize(1);
        assertThat(joined.get(0)).hasSize(2 * 82);
        assertThat(area(joined)).isEqualTo(40);
    }

    /** Boxes of a chequerboard, some of them several times: each is inside or not, as it was drawn oddly often or not. */
    @Test
    void whatIsInsideStaysInsideAndNoEdgeIsDoubled() {
        Property.forAll(
                200,
                random -> {
                    int[] times = new int[16];
                    for (int k = 0; k < 16; k++) {
                        times[k] = random.nextInt(4);
                    }
                    return times;
                },
                times -> {
                    List<double[]> boxes = new ArrayList<>();
                    for (int k = 0; k < 64; k++) {
                        int x = k % 4;
                        int y = k / 4 % 4;
                        if (times[k % 16] > k / 16) {
                            double[] box = Outlines.from(Outlines.box(x, y, x + 1, y + 1), k % 3);
                            boxes.add(k % 5 == 0 ? Rings.reversed(box) : box);
                        }
                    }
                    List<double[]> left = EdgeCancellation.apply(boxes);
                    Set<List<Double>> middles = new HashSet<>();
                    for (double[] p : left) {
                        for (int i = 0, j = p.length - 2; i < p.length; j = i, i += 2) {
                            assertThat(middles.add(List.of((p[i] + p[j]) / 2, (p[i + 1] + p[j + 1]) / 2)))
                                    .isTrue();
                        }
                    }
                    for (int k = 0; k < 16; k++) {
                        int winding = 0;
                        for (double[] p : left) {
                            winding += Rings.windingNumber(p, k % 4 + 0.5, k / 4 + 0.5);
                        }
                        assertThat(winding & 1).isEqualTo(times[k] & 1);
                    }
                });
    }
}
