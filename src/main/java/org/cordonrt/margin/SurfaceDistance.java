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
    private final @Nullable QuadChunks[] treesA;
    private final @Nullable QuadChunks[] treesB;
    private final QuadSearch search = new QuadSearch();

    SurfaceDistance(ShapeSurface a, ShapeSurface b) {
        this.a = a;
        this.b = b;
        treesA = new QuadChunks[a.patchCount()];
        treesB = new QuadChunks[b.patchCount()];
    }

    /** @param known two points of the bodies and their distance, which the search then need not exceed */
    Nearest nearest(Nearest known) {
        if (known.distanceMm() == 0) {
            return known;
        }
        search.startWith(known);
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
        Point3 start = search.nearest().onFirst();
        double[] here = {start.x(), start.y(), start.z(), start.x(), start.y(), start.z()};
        for (int i = 0; i < m; i++) {
            rowBound[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                rowBound[i] = Math.min(rowBound[i], QuadChunks.boxes2(boxesA, 6 * i, boxesB, 6 * j));
            }
            // From where flat contours are nearest outwards. Non-negative floats sort like their bits.
            float away = (float) QuadChunks.boxes2(boxesA, 6 * i, here, 0);
            order[i] = (long) Float.floatToRawIntBits(away) << 32 | i;
        }
        Arrays.sort(order);
        long[] columns = new long[n];
        for (long key : order) {
            int i = (int) key;
            if (rowBound[i] >= search.best2()) {
                continue;
            }
            for (int j = 0; j < n; j++) {
                float d2 = (float) QuadChunks.boxes2(boxesA, 6 * i, boxesB, 6 * j);
                columns[j] = (long) Float.floatToRawIntBits(d2) << 32 | j;
            }
            Arrays.sort(columns);
            for (long column : columns) {
                int j = (int) column;
                if (QuadChunks.boxes2(boxesA, 6 * i, boxesB, 6 * j) < search.best2()) {
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
        QuadChunks s = tree(treesA, a, i);
        QuadChunks t = tree(treesB, b, j);
        if (!s.isEmpty() && !t.isEmpty()) {
            search.search(s, t);
        }
    }

    private static QuadChunks tree(@Nullable QuadChunks[] trees, ShapeSurface s, int i) {
        QuadChunks known = trees[i];
        if (known == null) {
            known = new QuadChunks(s.patch(i).corners());
            trees[i] = known;
        }
        return known;
    }
}
