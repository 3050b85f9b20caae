package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.issue.Issue;

/**
 * The contour planes of one structure, before anything is said of what lies between them.
 *
 * @param frame of the planes
 * @param planes in increasing height; at least one
 * @param spacingMm the usual distance between planes; the assumed thickness of a single one
 * @param issues what was noticed
 */
record ContourStack(PlaneFrame frame, List<Plane> planes, double spacingMm, List<Issue> issues) {
    ContourStack {
        planes = List.copyOf(planes);
        issues = List.copyOf(issues);
    }

    /** What the contours of one plane bound, and how high it lies. */
    record Plane(double heightMm, PlaneRegion region) {}

    /** Every plane extruded half-way to its neighbours. */
    List<Slab> slabs(EndCap endCap) {
        int n = planes.size();
        List<Slab> slabs = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            Plane p = planes.get(i);
            double h = p.heightMm();
            double below = i > 0 ? planes.get(i - 1).heightMm() : Double.NaN;
            double above = i + 1 < n ? planes.get(i + 1).heightMm() : Double.NaN;
            double low;
            double high;
            if (n == 1) {
                // A single plane is all assumption: the end cap does not apply to it.
                low = h - spacingMm / 2;
                high = h + spacingMm / 2;
            } else {
                low = i > 0 ? (below + h) / 2 : h - endCap.lengthMm(above - h);
                high = i + 1 < n ? (h + above) / 2 : h + endCap.lengthMm(h - below);
            }
            slabs.add(new Slab(h, low, high, p.region()));
        }
        return slabs;
    }
}
