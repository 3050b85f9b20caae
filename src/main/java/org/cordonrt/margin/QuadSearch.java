package org.cordonrt.margin;

import org.cordonrt.plan.Point3;

/**
 * Looks for the nearest points of sets of quadrilaterals, two search trees at a time, nearer boxes first, and keeps the
 * best found so far. One search each; not thread-safe.
 */
final class QuadSearch {
    private final TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);

    /** Squared distance of the best so far. */
    double best2() {
        return pair.best2;
    }

    Nearest nearest() {
        Point3 onA = new Point3(pair.onA[0], pair.onA[1], pair.onA[2]);
        Point3 onB = new Point3(pair.onB[0], pair.onB[1], pair.onB[2]);
        return Nearest.of(Math.sqrt(pair.best2), onA, onB);
    }

    void trees(QuadTree3 s, QuadTree3 t) {
        visit(s, 1, t, 1);
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
