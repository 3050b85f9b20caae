package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * The smallest distance of two surfaces that run on from plane to plane. Pairs of patches whose boxes are closer than the
 * best so far are searched, nearest boxes first. One search each; not thread-safe.
 */
final class SurfaceDistance {
    private final ShapeSurface a;
    private final ShapeSurface b;
    private final @Nullable QuadTree3[] treesA;
    private final @Nullable QuadTree3[] treesB;
    private final QuadSearch search = new QuadSearch();

    SurfaceDistance(ShapeSurface a, ShapeSurface b) {
        this.a = a;
        this.b = b;
        treesA = new QuadTree3[a.patchCount()];
        treesB = new QuadTree3[b.patchCount()];
    }

    Nearest nearest() {
        Point3 inside = inside(a, b);
        inside = inside == null ? inside(b, a) : inside;
        return inside == null ? search() : new Nearest(0, inside, inside);
    }

    /** A part of the first that begins inside the second; surfaces around each other are far apart all the same. */
    private static @Nullable Point3 inside(ShapeSurface parts, ShapeSurface body) {
        for (Point3 p : parts.partPoints()) {
            if (body.contains(p)) {
                return p;
            }
        }
        return null;
    }

    private Nearest search() {
        double[] boxesA = boxes(a);
        double[] boxesB = boxes(b);
        int m = a.patchCount();
        int n = b.patchCount();
        double[] rowBound = new double[m];
        long[] order = new long[m];
        for (int i = 0; i < m; i++) {
            rowBound[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                rowBound[i] = Math.min(rowBound[i], QuadTree3.boxes2(boxesA, 6 * i, boxesB, 6 * j));
            }
            // Non-negative floats sort like their bits; the number breaks ties.
            order[i] = (long) Float.floatToRawIntBits((float) rowBound[i]) << 32 | i;
        }
        Arrays.sort(order);
        long[] columns = new long[n];
        for (long key : order) {
            int i = (int) key;
            if (rowBound[i] >= search.best2()) {
                continue;
            }
            for (int j = 0; j < n; j++) {
                float d2 = (float) QuadTree3.boxes2(boxesA, 6 * i, boxesB, 6 * j);
                columns[j] = (long) Float.floatToRawIntBits(d2) << 32 | j;
            }
            Arrays.sort(columns);
            for (long column : columns) {
                int j = (int) column;
                if (QuadTree3.boxes2(boxesA, 6 * i, boxesB, 6 * j) < search.best2()) {
                    patches(i, j);
                }
            }
        }
        return search.nearest();
    }

    /** A box in patient coordinates around each patch. */
    static double[] boxes(ShapeSurface s) {
        PlaneFrame f = s.frame();
        double[] all = new double[6 * s.patchCount()];
        for (int i = 0; i < s.patchCount(); i++) {
            double[] own = s.patchBox(i);
            boolean empty = own[0] > own[3];
            for (int d = 0; d < 3; d++) {
                all[6 * i + d] = Double.POSITIVE_INFINITY;
                all[6 * i + 3 + d] = Double.NEGATIVE_INFINITY;
            }
            for (int corner = 0; corner < 8 && !empty; corner++) {
                Point3 p = f.point(
                        own[(corner & 1) == 0 ? 0 : 3], own[(corner & 2) == 0 ? 1 : 4], own[(corner & 4) == 0 ? 2 : 5]);
                double[] xyz = {p.x(), p.y(), p.z()};
                for (int d = 0; d < 3; d++) {
                    all[6 * i + d] = Math.min(all[6 * i + d], xyz[d]);
                    all[6 * i + 3 + d] = Math.max(all[6 * i + 3 + d], xyz[d]);
                }
            }
        }
        return all;
    }

    private void patches(int i, int j) {
        QuadTree3 s = tree(treesA, a, i);
        QuadTree3 t = tree(treesB, b, j);
        if (!s.isEmpty() && !t.isEmpty()) {
            search.trees(s, t);
        }
    }

    private static QuadTree3 tree(@Nullable QuadTree3[] trees, ShapeSurface s, int i) {
        QuadTree3 known = trees[i];
        if (known == null) {
            known = new QuadTree3(s.patch(i));
            trees[i] = known;
        }
        return known;
    }
}
