package org.cordonrt.margin;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * The smallest distance of two surfaces that run on from plane to plane. Pairs of patches whose boxes are closer than the
 * best so far are searched, from where flat contours are nearest outwards. One search each; not thread-safe.
 */
final class SurfaceDistance {
    /** Of so many patches one is searched first. */
    private static final int SAMPLE = 16;

    private final ShapeSurface a;
    private final ShapeSurface b;
    private final SurfaceTrees treesA;
    private final SurfaceTrees treesB;
    private final @Nullable ContourBound contours;
    private final StripSearch search = new StripSearch();

    /** @param contours what may rule out patches, if there is anything */
    SurfaceDistance(ShapeSurface a, ShapeSurface b, @Nullable ContourBound contours) {
        this.a = a;
        this.b = b;
        this.contours = contours;
        treesA = new SurfaceTrees(a);
        treesB = new SurfaceTrees(b);
    }

    /** @param known two points of the bodies and their distance, which the search then need not exceed */
    Nearest nearest(Nearest known) {
        if (known.distanceMm() == 0) {
            return known;
        }
        search.startWith(known);
        Point3 inside = inside(a, b, k -> contours != null && contours.firstIsCovered(k));
        inside = inside == null ? inside(b, a, k -> contours != null && contours.secondIsCovered(k)) : inside;
        return inside == null ? search() : new Nearest(0, inside, inside);
    }

    /**
     * A part of the first that begins inside the second; surfaces around each other are far apart all the same.
     *
     * @param apart planes of the first on which the contours of both are known to be apart
     */
    private static @Nullable Point3 inside(ShapeSurface parts, ShapeSurface body, IntPredicate apart) {
        for (int k = 0; k < parts.planeCount(); k++) {
            for (Point3 p : apart.test(k) ? List.<Point3>of() : parts.partPoints(k)) {
                if (body.contains(p)) {
                    return p;
                }
            }
        }
        return null;
    }

    private Nearest search() {
        double[] boxesA = treesA.boxes();
        int m = treesA.patches();
        double[] rowBound = new double[m];
        for (int i = 0; i < m; i++) {
            Interruption.check();
            rowBound[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < treesB.patches(); j++) {
                rowBound[i] = Math.min(rowBound[i], boxes2(i, j));
            }
        }
        // A few all along first: the nearer the best so far is to the answer, the more is left out.
        boolean[] done = new boolean[m];
        for (int i = 0; i < m; i += SAMPLE) {
            row(i, rowBound[i]);
            done[i] = true;
        }
        // Then from there outwards. Non-negative floats sort like their bits.
        Point3 start = search.nearest().onFirst();
        double[] here = {start.x(), start.y(), start.z(), start.x(), start.y(), start.z()};
        long[] order = new long[m];
        for (int i = 0; i < m; i++) {
            float away = (float) StripTree.boxes2(boxesA, SurfaceTrees.BOX * i, here, 0);
            order[i] = (long) Float.floatToRawIntBits(away) << 32 | i;
        }
        Arrays.sort(order);
        for (long key : order) {
            Interruption.check();
            int i = (int) key;
            if (!done[i]) {
                row(i, rowBound[i]);
            }
        }
        return search.nearest();
    }

    private double boxes2(int i, int j) {
        return StripTree.boxes2(treesA.boxes(), SurfaceTrees.BOX * i, treesB.boxes(), SurfaceTrees.BOX * j);
    }

    /** A patch of the first surface against all of the second, nearer ones first. */
    private void row(int i, double bound) {
        if (bound >= search.best2() || contours != null && contours.firstApart(i, search.best())) {
            return;
        }
        long[] columns = new long[treesB.patches()];
        int n = 0;
        for (int j = 0; j < treesB.patches(); j++) {
            double d2 = boxes2(i, j);
            if (d2 < search.best2()) {
                columns[n++] = (long) Float.floatToRawIntBits((float) d2) << 32 | j;
            }
        }
        Arrays.sort(columns, 0, n);
        for (int k = 0; k < n; k++) {
            int j = (int) columns[k];
            boolean near = boxes2(i, j) < search.best2();
            if (near && (contours == null || !contours.secondApart(j, search.best()))) {
                patches(i, j);
            }
        }
    }

    private void patches(int i, int j) {
        for (StripTree s : treesA.patch(i)) {
            for (StripTree t : treesB.patch(j)) {
                search.search(s, t);
            }
        }
    }
}
