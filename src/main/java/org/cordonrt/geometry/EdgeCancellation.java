package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes edges that polygons run along twice, such as the channel of a keyhole, and links what is left into polygons
 * again. By the even-odd rule two equal edges bound nothing, whichever way they run.
 */
final class EdgeCancellation {
    private record Vertex(double x, double y) {}

    private record Edge(Vertex from, Vertex to) {
        /** The same for both directions. */
        Edge undirected() {
            boolean swap = from.x > to.x || from.x == to.x && from.y > to.y;
            return swap ? new Edge(to, from) : this;
        }
    }

    private EdgeCancellation() {}

    /** The polygons without doubled edges; the same list when there are none. */
    static List<double[]> apply(List<double[]> polygons) {
        if (!mayRepeat(polygons)) {
            return polygons;
        }
        List<Edge> edges = new ArrayList<>();
        Map<Edge, Integer> counts = new HashMap<>();
        for (double[] p : polygons) {
            Vertex a = vertex(p, p.length - 2);
            for (int i = 0; i < p.length; i += 2) {
                Vertex b = vertex(p, i);
                Edge e = new Edge(a, b);
                edges.add(e);
                counts.merge(e.undirected(), 1, Integer::sum);
                a = b;
            }
        }
        List<Edge> kept = new ArrayList<>();
        for (Edge e : edges) {
            // Of an odd number of equal edges one is left: the first.
            if (counts.getOrDefault(e.undirected(), 0) % 2 == 1) {
                kept.add(e);
                counts.put(e.undirected(), 0);
            }
        }
        return kept.size() == edges.size() ? polygons : link(kept);
    }

    private static Vertex vertex(double[] p, int i) {
        // Adding zero makes -0.0 equal to 0.0.
        return new Vertex(p[i] + 0.0, p[i + 1] + 0.0);
    }

    /** A cheap look first: nearly all planes have no doubled edge. */
    private static boolean mayRepeat(List<double[]> polygons) {
        int n = 0;
        for (double[] p : polygons) {
            n += p.length / 2;
        }
        long[] hashes = new long[n];
        int k = 0;
        for (double[] p : polygons) {
            long a = hash(p, p.length - 2);
            for (int i = 0; i < p.length; i += 2) {
                long b = hash(p, i);
                hashes[k++] = a + b;
                a = b;
            }
        }
        Arrays.sort(hashes);
        for (int i = 1; i < n; i++) {
            if (hashes[i] == hashes[i - 1]) {
                return true;
            }
        }
        return false;
    }

    private static long hash(double[] p, int i) {
        long h = Double.doubleToRawLongBits(p[i] + 0.0) * 0x9E3779B97F4A7C15L
                + Long.rotateLeft(Double.doubleToRawLongBits(p[i + 1] + 0.0), 31);
        h *= 0xBF58476D1CE4E5B9L;
        return h ^ (h >>> 29);
    }

    /** Every vertex has an even number of edges left, so that following unused ones always comes back to the start. */
    private static List<double[]> link(List<Edge> edges) {
        Map<Vertex, List<Integer>> at = new HashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            at.computeIfAbsent(edges.get(i).from, v -> new ArrayList<>()).add(i);
            at.computeIfAbsent(edges.get(i).to, v -> new ArrayList<>()).add(i);
        }
        boolean[] used = new boolean[edges.size()];
        List<double[]> polygons = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            if (!used[i]) {
                polygons.add(follow(i, edges, at, used));
            }
        }
        return polygons;
    }

    private static double[] follow(int first, List<Edge> edges, Map<Vertex, List<Integer>> at, boolean[] used) {
        double[] out = new double[16];
        int n = 0;
        Vertex start = edges.get(first).from;
        Vertex here = start;
        int next = first;
        do {
            used[next] = true;
            if (n == out.length) {
                out = Arrays.copyOf(out, 2 * n);
            }
            out[n++] = here.x;
            out[n++] = here.y;
            Edge e = edges.get(next);
            here = e.from.equals(here) ? e.to : e.from;
            next = unused(at.getOrDefault(here, List.of()), used);
        } while (!here.equals(start));
        return Arrays.copyOf(out, n);
    }

    private static int unused(List<Integer> candidates, boolean[] used) {
        while (!candidates.isEmpty()) {
            int i = candidates.get(0);
            if (!used[i]) {
                return i;
            }
            candidates.remove(0);
        }
        return -1;
    }
}
