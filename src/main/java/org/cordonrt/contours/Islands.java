package org.cordonrt.contours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Rings;
import org.cordonrt.geometry.Slab;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;

/** Several parts on one plane where there is one body, and holes in a cord, which has none. */
final class Islands {
    /** Trapezoids that share less of a side than this do not hang together. */
    private static final double TOUCH_MM = 1e-6;

    /** Smaller parts are slivers that rounding leaves where contours touch. */
    private static final double SLIVER_MM2 = 0.05;

    private Islands() {}

    static List<Issue> of(Drawn d) {
        int islands = 0;
        int holes = 0;
        Slab firstIsland = null;
        Slab firstHole = null;
        double smallest = Double.POSITIVE_INFINITY;
        for (Slab s : d.solid().slabs()) {
            double[] parts = partsMm2(s.region());
            if (parts.length > 1) {
                firstIsland = firstIsland == null ? s : firstIsland;
                islands++;
                smallest = Math.min(smallest, parts[0]);
            }
            if (d.part() == Drawn.Part.CORD && hasHole(s.region())) {
                firstHole = firstHole == null ? s : firstHole;
                holes++;
            }
        }
        List<Issue> issues = new ArrayList<>();
        if (firstIsland != null) {
            issues.add(Issue.of(
                    IssueCode.CONTOUR_ISLAND,
                    d.words() + ": several separate parts on " + planes(islands) + ", first at "
                            + Place.at(d.solid().frame(), firstIsland.planeMm()) + ", the smallest "
                            + Place.fine(smallest) + " mm2; remove what does not belong to it"));
        }
        if (firstHole != null) {
            issues.add(Issue.of(
                    IssueCode.CONTOUR_ISLAND,
                    d.words() + ": a hole in the cord on " + planes(holes) + ", first at "
                            + Place.at(d.solid().frame(), firstHole.planeMm())
                            + "; what lies in it is not counted as cord"));
        }
        return issues;
    }

    private static String planes(int n) {
        return n == 1 ? "1 plane" : n + " planes";
    }

    private static boolean hasHole(PlaneRegion region) {
        // Rings that were cut into trapezoids have lost their holes; then the crossings are reported instead.
        return Arrays.stream(region.toRings()).anyMatch(r -> Rings.area(r) < -SLIVER_MM2);
    }

    /** Areas of the separate parts of a region, ascending, their holes not deducted. */
    static double[] partsMm2(PlaneRegion region) {
        double[][] rings = region.toRings();
        if (!region.hasCrossings()) {
            return Arrays.stream(rings)
                    .mapToDouble(Rings::area)
                    .filter(a -> a > SLIVER_MM2)
                    .sorted()
                    .toArray();
        }
        int n = rings.length;
        int[] root = new int[n];
        Arrays.setAll(root, i -> i);
        Integer[] byLower = new Integer[n];
        Arrays.setAll(byLower, i -> i);
        Arrays.sort(byLower, (i, j) -> Double.compare(rings[i][1], rings[j][1]));
        for (int i = 0; i < n; i++) {
            double top = rings[i][5];
            for (int k = firstAtOrAbove(byLower, rings, top); k < n && rings[byLower[k]][1] == top; k++) {
                double[] above = rings[byLower[k]];
                double shared = Math.min(rings[i][4], above[2]) - Math.max(rings[i][6], above[0]);
                if (shared > TOUCH_MM) {
                    root[find(root, i)] = find(root, byLower[k]);
                }
            }
        }
        double[] area = new double[n];
        for (int i = 0; i < n; i++) {
            area[find(root, i)] += Rings.area(rings[i]);
        }
        return Arrays.stream(area).filter(a -> a > SLIVER_MM2).sorted().toArray();
    }

    private static int firstAtOrAbove(Integer[] byLower, double[][] rings, double y) {
        int low = 0;
        int high = byLower.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rings[byLower[middle]][1] < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int find(int[] root, int i) {
        int r = i;
        while (root[r] != r) {
            root[r] = root[root[r]];
            r = root[r];
        }
        return r;
    }
}
