package org.cordonrt.margin;

import org.cordonrt.plan.Point3;

/**
 * Looks for the nearest points of sets of quadrilaterals and keeps the best found so far. Runs, chunks and single
 * quadrilaterals are left out as soon as their boxes, or their corners seen along the normal of either side, are no
 * nearer than that. One search each; not thread-safe.
 */
final class QuadSearch {
    /** What differs by less is rounding: equal distances all along parallel surfaces are searched once. */
    private static final double ALIKE = 1 - 1e-12;

    private final TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);
    private final double[] normal = new double[3];

    /** Squared distance of the best so far. */
    double best2() {
        return pair.best2;
    }

    /** A distance that is known to occur. */
    void startWith(Nearest known) {
        pair.best2 = known.distanceMm() * known.distanceMm();
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
        return Nearest.of(Math.sqrt(pair.best2), onA, onB);
    }

    void search(QuadChunks s, QuadChunks t) {
        for (int i = 0; i < s.runs(); i++) {
            if (QuadChunks.runToAll2(s, i, t) < pair.best2) {
                for (int j = 0; j < t.runs(); j++) {
                    if (QuadChunks.runs2(s, i, t, j) < pair.best2) {
                        runs(s, i, t, j);
                    }
                }
            }
        }
    }

    private void runs(QuadChunks s, int i, QuadChunks t, int j) {
        for (int p = QuadChunks.RUN * i; p < s.endChunk(i); p++) {
            for (int q = QuadChunks.RUN * j; q < t.endChunk(j); q++) {
                double boxes2 = QuadChunks.chunks2(s, p, t, q);
                if (boxes2 < pair.best2 && !chunksApart(s, p, t, q)) {
                    quads(
                            s.corners,
                            QuadChunks.CHUNK * p,
                            s.end(p),
                            t.corners,
                            QuadChunks.CHUNK * q,
                            t.end(q),
                            boxes2 == 0);
                }
            }
        }
    }

    private boolean chunksApart(QuadChunks s, int p, QuadChunks t, int q) {
        int i0 = QuadChunks.CORNERS * QuadChunks.CHUNK * p;
        int i1 = QuadChunks.CORNERS * s.end(p);
        int j0 = QuadChunks.CORNERS * QuadChunks.CHUNK * q;
        int j1 = QuadChunks.CORNERS * t.end(q);
        s.normalOf(p, normal);
        if (apartAlongNormal(s.corners, i0, i1, t.corners, j0, j1)) {
            return true;
        }
        t.normalOf(q, normal);
        return apartAlongNormal(s.corners, i0, i1, t.corners, j0, j1);
    }

    /** Halves what cannot be left out, until single quadrilaterals are left. */
    private void quads(double[] a, int a0, int a1, double[] b, int b0, int b1, boolean mayMeet) {
        if (a1 - a0 > 1 || b1 - b0 > 1) {
            if (a1 - a0 >= b1 - b0) {
                int middle = (a0 + a1) / 2;
                half(a, a0, middle, b, b0, b1, mayMeet);
                half(a, middle, a1, b, b0, b1, mayMeet);
            } else {
                int middle = (b0 + b1) / 2;
                half(a, a0, a1, b, b0, middle, mayMeet);
                half(a, a0, a1, b, middle, b1, mayMeet);
            }
            return;
        }
        int o = QuadChunks.CORNERS * a0;
        int r = QuadChunks.CORNERS * b0;
        pair.between(a, o, o + 3, o + 6, b, r, r + 3, r + 6, mayMeet);
        pair.between(a, o, o + 3, o + 6, b, r, r + 6, r + 9, mayMeet);
        pair.between(a, o, o + 6, o + 9, b, r, r + 3, r + 6, mayMeet);
        pair.between(a, o, o + 6, o + 9, b, r, r + 6, r + 9, mayMeet);
    }

    private void half(double[] a, int a0, int a1, double[] b, int b0, int b1, boolean mayMeet) {
        if (!areApart(a, a0, a1, b, b0, b1)) {
            quads(a, a0, a1, b, b0, b1, mayMeet);
        }
    }

    /** Whether two runs of quadrilaterals are surely no nearer than the best so far. */
    private boolean areApart(double[] a, int a0, int a1, double[] b, int b0, int b1) {
        int i0 = QuadChunks.CORNERS * a0;
        int i1 = QuadChunks.CORNERS * a1;
        int j0 = QuadChunks.CORNERS * b0;
        int j1 = QuadChunks.CORNERS * b1;
        QuadChunks.sumNormals(a, i0, i1, normal);
        if (apartAlongNormal(a, i0, i1, b, j0, j1)) {
            return true;
        }
        QuadChunks.sumNormals(b, j0, j1, normal);
        if (apartAlongNormal(a, i0, i1, b, j0, j1)) {
            return true;
        }
        // From the first corner of one to the first corner of the other: good for what lies beside, not opposite.
        normal[0] = b[j0] - a[i0];
        normal[1] = b[j0 + 1] - a[i0 + 1];
        normal[2] = b[j0 + 2] - a[i0 + 2];
        return apartAlongNormal(a, i0, i1, b, j0, j1);
    }

    private boolean apartAlongNormal(double[] a, int i0, int i1, double[] b, int j0, int j1) {
        double nx = normal[0];
        double ny = normal[1];
        double nz = normal[2];
        // If they are apart along this line, any two of their corners tell which of them comes first.
        if (nx * (b[j0] - a[i0]) + ny * (b[j0 + 1] - a[i0 + 1]) + nz * (b[j0 + 2] - a[i0 + 2]) < 0) {
            nx = -nx;
            ny = -ny;
            nz = -nz;
        }
        double enough = Math.sqrt(ALIKE * pair.best2 * (nx * nx + ny * ny + nz * nz));
        double highA = Double.NEGATIVE_INFINITY;
        for (int c = i0; c < i1; c += 3) {
            highA = Math.max(highA, nx * a[c] + ny * a[c + 1] + nz * a[c + 2]);
        }
        double least = highA + enough;
        for (int c = j0; c < j1; c += 3) {
            if (nx * b[c] + ny * b[c + 1] + nz * b[c + 2] < least) {
                return false;
            }
        }
        return enough > 0;
    }
}
