package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * The smallest distance of two surfaces that run on from plane to plane. Pairs of patches whose boxes are closer than the
 * best so far are searched, from where flat contours are nearest outwards. One search each; not thread-safe.
 */
final class SurfaceDistance {
    private final ShapeSurface a;
    private final ShapeSurface b;
    private final SurfaceChunks chunksA;
    private final SurfaceChunks chunksB;
    private final QuadSearch search = new QuadSearch();

    SurfaceDistance(ShapeSurface a, ShapeSurface b) {
        this.a = a;
        this.b = b;
        chunksA = new SurfaceChunks(a);
        chunksB = new SurfaceChunks(b);
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
        double[] boxesA = chunksA.boxes();
        double[] boxesB = chunksB.boxes();
        int m = chunksA.patches();
        int n = chunksB.patches();
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

    private void patches(int i, int j) {
        QuadChunks s = chunksA.patch(i);
        QuadChunks t = chunksB.patch(j);
        if (!s.isEmpty() && !t.isEmpty()) {
            search.search(s, t);
        }
    }
}
