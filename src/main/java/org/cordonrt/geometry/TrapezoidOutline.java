package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outline of trapezoids with horizontal sides that share no area: their sides without what two of them share. */
final class TrapezoidOutline {
    /** What is smaller is rounding, mm2. */
    private static final double DUST_MM2 = 1e-9;

    private record Vertex(double x, double y) {}

    /** Sides at one height: region above (+1) or below (-1) from x on; summed up, what only one of both covers. */
    private final Map<Double, TreeMap<Double, Integer>> sides = new TreeMap<>();

    private final Map<Vertex, List<Vertex>> next = new HashMap<>();
    private final List<Vertex> starts = new ArrayList<>();

    private TrapezoidOutline() {}

    /**
     * Rings around the trapezoids, outer ones counter-clockwise and holes clockwise.
     *
     * @param trapezoids lower left, lower right, upper right and upper left vertex of each
     */
    static List<double[]> of(double[][] trapezoids) {
        TrapezoidOutline outline = new TrapezoidOutline();
        for (double[] t : trapezoids) {
            // Adding zero makes -0.0 equal to 0.0.
            Vertex a = new Vertex(t[0] + 0.0, t[1] + 0.0);
            Vertex b = new Vertex(t[2] + 0.0, t[3] + 0.0);
            Vertex c = new Vertex(t[4] + 0.0, t[5] + 0.0);
            Vertex d = new Vertex(t[6] + 0.0, t[7] + 0.0);
            outline.edge(b, c);
            outline.edge(d, a);
            outline.side(a, b, 1);
            outline.side(d, c, -1);
        }
        outline.horizontalEdges();
        return outline.rings();
    }

    private void edge(Vertex from, Vertex to) {
        List<Vertex> back = next.get(to);
        if (!from.equals(to) && !(back != null && back.remove(from))) {
            next.computeIfAbsent(from, v -> new ArrayList<>()).add(to);
            starts.add(from);
        }
    }

    private void side(Vertex left, Vertex right, int sign) {
        TreeMap<Double, Integer> at = sides.computeIfAbsent(left.y, y -> new TreeMap<>());
        at.merge(left.x, sign, Integer::sum);
        at.merge(right.x, -sign, Integer::sum);
    }

    private void horizontalEdges() {
        sides.forEach((y, steps) -> {
            int sum = 0;
            double from = 0;
            for (Map.Entry<Double, Integer> step : steps.entrySet()) {
                double x = step.getKey();
                if (sum != 0) {
                    Vertex left = new Vertex(from, y);
                    Vertex right = new Vertex(x, y);
                    // Region above: the outline runs to the right; region below: to the left.
                    for (int k = 0; k < Math.abs(sum); k++) {
                        edge(sum > 0 ? left : right, sum > 0 ? right : left);
                    }
                }
                sum += step.getValue();
                from = x;
            }
        });
    }

    /** As many edges leave a vertex as enter it, so that following them always comes back to the start. */
    private List<double[]> rings() {
        List<double[]> rings = new ArrayList<>();
        for (Vertex start : starts) {
            while (!next.getOrDefault(start, List.of()).isEmpty()) {
                double[] ring = new double[16];
                int n = 0;
                Vertex here = start;
                do {
                    if (n == ring.length) {
                        ring = Arrays.copyOf(ring, 2 * n);
                    }
                    ring[n++] = here.x;
                    ring[n++] = here.y;
                    List<Vertex> ways = next.getOrDefault(here, List.of());
                    if (ways.isEmpty()) {
                        break;
                    }
                    here = ways.remove(ways.size() - 1);
                } while (!here.equals(start));
                double[] closed = Arrays.copyOf(ring, n);
                if (Math.abs(Rings.area(closed)) > DUST_MM2) {
                    rings.add(closed);
                }
            }
        }
        return rings;
    }
}
