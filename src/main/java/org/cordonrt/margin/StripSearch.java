package org.cordonrt.margin;

import org.cordonrt.plan.Point3;

/**
 * Looks for the nearest points of strips of quadrilaterals and keeps the best found so far. Runs are halved, down to
 * single quadrilaterals, and left out as soon as the hulls of their points are no nearer than that. One search each; not
 * thread-safe.
 */
final class StripSearch {
    private static final int POINT = 3;
    private static final int QUAD = 4 * POINT;

    private final TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);
    private final HullGap hulls = new HullGap();
    private final double[] quadA = new double[QUAD];
    private final double[] quadB = new double[QUAD];
    private double best = Double.POSITIVE_INFINITY;

    /** Squared distance of the best so far. */
    double best2() {
        return pair.best2;
    }

    /** Distance of the best so far, mm. */
    double best() {
        return best;
    }

    /** A distance that is known to occur. */
    void startWith(Nearest known) {
        pair.best2 = known.distanceMm() * known.distanceMm();
        best = known.distanceMm();
        put(known.onFirst(), pair.onA);
        put(known.onSecond(), pair.onB);
    }

    private static void put(Point3 p, double[] xyz) {
        xyz[0] = p.x();
        xyz[1] = p.y();
        xyz[2] = p.z();
    }

    Nearest nearest() {
        Point3 onA = new Point3(pair.onA[0], pair.onA[1], pair.onA[2]);
        Point3 onB = new Point3(pair.onB[0], pair.onB[1], pair.onB[2]);
        return Nearest.of(best, onA, onB);
    }

    void search(StripTree s, StripTree t) {
        if (StripTree.boxes2(s, t) < pair.best2) {
            nodes(s, 1, t, 1);
        }
    }

    private void nodes(StripTree s, int i, StripTree t, int j) {
        if (s.isEmpty(i) || t.isEmpty(j)) {
            return;
        }
        int o = StripTree.STRIDE * i;
        int p = StripTree.STRIDE * j;
        if (hulls.nodesApart(s, i, t, j, best)) {
            return;
        }
        if (s.isLeaf(i) && t.isLeaf(j)) {
            runs(s, s.firstItem(i), s.endItem(i), t, t.firstItem(j), t.endItem(j));
        } else if (t.isLeaf(j) || !s.isLeaf(i) && s.nodes[o + StripTree.RADIUS] >= t.nodes[p + StripTree.RADIUS]) {
            nodes(s, 2 * i, t, j);
            nodes(s, 2 * i + 1, t, j);
        } else {
            nodes(s, i, t, 2 * j);
            nodes(s, i, t, 2 * j + 1);
        }
    }

    private void runs(StripTree s, int a0, int a1, StripTree t, int b0, int b1) {
        if (hulls.runsApart(s, POINT * a0, POINT * a1, t, POINT * b0, POINT * b1, best)) {
            return;
        }
        int countA = a1 - a0;
        int countB = b1 - b0;
        if (countA == 1 && countB == 1) {
            quads(s, a0, t, b0, !hulls.areDisjoint());
        } else if (countA >= countB) {
            int middle = (a0 + a1) / 2;
            half(s, a0, middle, t, b0, b1);
            half(s, middle, a1, t, b0, b1);
        } else {
            int middle = (b0 + b1) / 2;
            half(s, a0, a1, t, b0, middle);
            half(s, a0, a1, t, middle, b1);
        }
    }

    private void half(StripTree s, int a0, int a1, StripTree t, int b0, int b1) {
        hulls.startAtMiddles(s, POINT * a0, POINT * a1, t, POINT * b0, POINT * b1);
        runs(s, a0, a1, t, b0, b1);
    }

    private void quads(StripTree s, int e, StripTree t, int f, boolean mayMeet) {
        corners(s, POINT * e, quadA);
        corners(t, POINT * f, quadB);
        pair.between(quadA, 0, 3, 6, quadB, 0, 3, 6, mayMeet);
        pair.between(quadA, 0, 3, 6, quadB, 0, 6, 9, mayMeet);
        pair.between(quadA, 0, 6, 9, quadB, 0, 3, 6, mayMeet);
        pair.between(quadA, 0, 6, 9, quadB, 0, 6, 9, mayMeet);
        best = Math.sqrt(pair.best2);
    }

    /** Corners in order round a quadrilateral, so that its shorter diagonal runs from the first to the third. */
    private static void corners(StripTree s, int o, double[] out) {
        double[] p = s.lower;
        double[] q = s.upper;
        int turn = distance2(p, o, q, o + POINT) <= distance2(p, o + POINT, q, o) ? 0 : QUAD - POINT;
        System.arraycopy(p, o, out, turn, POINT);
        System.arraycopy(p, o + POINT, out, (turn + POINT) % QUAD, POINT);
        System.arraycopy(q, o + POINT, out, (turn + 2 * POINT) % QUAD, POINT);
        System.arraycopy(q, o, out, (turn + 3 * POINT) % QUAD, POINT);
    }

    private static double distance2(double[] a, int i, double[] b, int j) {
        double dx = b[j] - a[i];
        double dy = b[j + 1] - a[i + 1];
        double dz = b[j + 2] - a[i + 2];
        return dx * dx + dy * dy + dz * dz;
    }
}
