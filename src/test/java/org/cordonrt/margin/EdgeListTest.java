package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneRegion;
import org.junit.jupiter.api.Test;

class EdgeListTest {
    private static PlaneRegion region(double[]... rings) {
        return PlaneRegion.evenOdd(List.of(rings));
    }

    private static List<List<Double>> edges(double[] ends) {
        List<List<Double>> edges = new ArrayList<>();
        for (int o = 0; o < ends.length; o += 4) {
            edges.add(List.of(ends[o], ends[o + 1], ends[o + 2], ends[o + 3]));
        }
        return edges;
    }

    private static double length(double[] ends) {
        double sum = 0;
        for (int o = 0; o < ends.length; o += 4) {
            sum += Math.hypot(ends[o + 2] - ends[o], ends[o + 3] - ends[o + 1]);
        }
        return sum;
    }

    @Test
    void contoursThatKeepApartHaveAllTheirEdges() {
        PlaneRegion pipe = region(Shapes.rectangle(0, 0, 9, 9), Shapes.rectangle(2, 2, 4, 4));
        assertThat(EdgeList.of(pipe)).containsExactly(pipe.toEdges());
        assertThat(length(EdgeList.of(pipe))).isEqualTo(36 + 8);
    }

    /** Two boxes that cross in the middle: trapezoids share sides, their outline does not have them. */
    @Test
    void theSidesThatTrapezoidsShareAreNoEdges() {
        PlaneRegion cross = region(Shapes.rectangle(0, 4, 10, 6), Shapes.rectangle(4, 0, 6, 10));
        assertThat(cross.mayRepeatEdges()).isTrue();
        assertThat(length(EdgeList.of(cross))).as("four arms of 12 each").isEqualTo(48);
    }

    @Test
    void noEdgeIsLeftInBothSenses() {
        Property.forAll(
                100,
                r -> region(
                        r.doubles(8 + 2 * r.nextInt(6), -9, 9).toArray(),
                        r.doubles(8 + 2 * r.nextInt(6), -9, 9).toArray()),
                region -> {
                    List<List<Double>> left = edges(EdgeList.of(region));
                    List<List<Double>> all = edges(region.toEdges());
                    Set<List<Double>> there = new HashSet<>(left);
                    for (List<Double> e : left) {
                        if (!(e.get(0).equals(e.get(2)) && e.get(1).equals(e.get(3)))) {
                            assertThat(there).doesNotContain(List.of(e.get(2), e.get(3), e.get(0), e.get(1)));
                        }
                    }
                    // What is gone went in pairs.
                    List<List<Double>> gone = new ArrayList<>(all);
                    left.forEach(e -> assertThat(gone.remove(e)).isTrue());
                    for (List<Double> e : new ArrayList<>(gone)) {
                        assertThat(gone).contains(List.of(e.get(2), e.get(3), e.get(0), e.get(1)));
                    }
                });
    }
}
