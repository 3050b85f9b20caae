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
    private final TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);

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
            if (rowBound[i] >= pair.best2) {
                continue;
            }
            for (int j = 0; j < n; j++) {
                float d2 = (float) QuadTree3.boxes2(boxesA, 6 * i, boxesB, 6 * j);
                columns[j] = (long) Float.floatToRawIntBits(d2) << 32 | j;
            }
            Arrays.sort(columns);
            for (long column : columns) {
                int j = (int) column;
                if (QuadTree3.boxes2(boxesA, 6 * i, boxesB, 6 * j) < pair.best2) {
                    patches(i, j);
                }
            }
        }
        Point3 onA = new Point3(pair.onA[0], pair.onA[1], pair.onA[2]);
        Point3 onB = new Point3(pair.onB[0], pair.onB[1], pair.onB[2]);
        return Nearest.of(Math.sqrt(pair.best2), onA, onB);
    }

    /** A box in patient coordinates around each patch. */
    private static double[] boxes(ShapeSurface s) {
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
            visit(s, 1, t, 1);
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

    private void visit(QuadTree3 s, int i, QuadTree3 t, int j) {
        if (!(QuadTree3.distance2(s, i, t, j) < pair.best2)) {
            return;
        }
        if (s.isLeaf(i) && t.isLeaf(j)) {
            leaves(s, i, t, j);
        } else if (t.isLeaf(j) || !s.isLeaf(i) && s.extent(i) >= t.extent(j)) {
            nearerFirst(s, 2 * i, j, 2 * i + 1, j, t);
        } else {
            nearerFirst(s, i, 2 * j, i, 2 * j + 1, t);
        }
    }

    private void nearerFirst(QuadTree3 s, int i1, int j1, int i2, int j2, QuadTree3 t) {
        if (QuadTree3.distance2(s, i1, t, j1) <= QuadTree3.distance2(s, i2, t, j2)) {
            visit(s, i1, t, j1);
            visit(s, i2, t, j2);
        } else {
            visit(s, i2, t, j2);
            visit(s, i1, t, j1);
        }
    }

    private void leaves(QuadTree3 s, int i, QuadTree3 t, int j) {
        boolean mayMeet = QuadTree3.distance2(s, i, t, j) == 0;
        for (int p = s.firstItem(i); p < s.endItem(i); p++) {
            for (int q = t.firstItem(j); q < t.endItem(j); q++) {
                int o = QuadTree3.CORNERS * p;
                int r = QuadTree3.CORNERS * q;
                if (!mayMeet && pair.areApart(s.corners, o, t.corners, r)) {
                    continue;
                }
                pair.between(s.corners, o, o + 3, o + 6, t.corners, r, r + 3, r + 6, mayMeet);
                pair.between(s.corners, o, o + 3, o + 6, t.corners, r, r + 6, r + 9, mayMeet);
                pair.between(s.corners, o, o + 6, o + 9, t.corners, r, r + 3, r + 6, mayMeet);
                pair.between(s.corners, o, o + 6, o + 9, t.corners, r, r + 6, r + 9, mayMeet);
            }
        }
    }
}
