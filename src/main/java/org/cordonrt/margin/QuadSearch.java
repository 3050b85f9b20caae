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

    /** Quadrilaterals that are looked at together before each for itself. */
    private static final int FEW = 4;

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
                if (boxes2 < pair.best2) {
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

    /** Halves what cannot be left out, until single quadrilaterals are left. */
    private void quads(double[] a, int a0, int a1, double[] b, int b0, int b1, boolean mayMeet) {
        if (areApart(a, a0, a1, b, b0, b1)) {
            return;
        }
        if (a1 - a0 > FEW || b1 - b0 > FEW) {
            if (a1 - a0 >= b1 - b0) {
                int middle = (a0 + a1) / 2;
                quads(a, a0, middle, b, b0, b1, mayMeet);
                quads(a, middle, a1, b, b0, b1, mayMeet);
            } else {
                int middle = (b0 + b1) / 2;
                quads(a, a0, a1, b, b0, middle, mayMeet);
                quads(a, a0, a1, b, middle, b1, mayMeet);
            }
            return;
        }
        for (int p = a0; p < a1; p++) {
            for (int q = b0; q < b1; q++) {
                if (!areApart(a, p, p + 1, b, q, q + 1)) {
                    int o = QuadChunks.CORNERS * p;
                    int r = QuadChunks.CORNERS * q;
                    pair.between(a, o, o + 3, o + 6, b, r, r + 3, r + 6, mayMeet);
                    pair.between(a, o, o + 3, o + 6, b, r, r + 6, r + 9, mayMeet);
                    pair.between(a, o, o + 6, o + 9, b, r, r + 3, r + 6, mayMeet);
                    pair.between(a, o, o + 6, o + 9, b, r, r + 6, r + 9, mayMeet);
                }
            }
        }
    }

    /** Whether two runs of quadrilaterals are surely no nearer than the best so far. */
    private boolean areApart(double[] a, int a0, int a1, double[] b, int b0, int b1) {
        int i0 = QuadChunks.CORNERS * a0;
        int i1 = QuadChunks.CORNERS * a1;
        int j0 = QuadChunks.CORNERS * b0;
        int j1 = QuadChunks.CORNERS * b1;
        normalOf(a, i0, i1);
        if (apartAlongNormal(a, i0, i1, b, j0, j1)) {
            return true;
        }
        normalOf(b, j0, j1);
        if (apartAlongNormal(a, i0, i1, b, j0, j1)) {
            return true;
        }
        // From the first corner of one to the first corner of the other: good for what lies beside, not opposite.
        normal[0] = b[j0] - a[i0];
        normal[1] = b[j0 + 1] - a[i0 + 1];
        normal[2] = b[j0 + 2] - a[i0 + 2];
        return apartAlongNormal(a, i0, i1, b, j0, j1);
    }

    /** The sum of the normals, each as long as its quadrilateral is large. */
    private void normalOf(double[] c, int from, int to) {
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int o = from; o < to; o += QuadChunks.CORNERS) {
            double ux = c[o + 6] - c[o];
            double uy = c[o + 7] - c[o + 1];
            double uz = c[o + 8] - c[o + 2];
            double vx = c[o + 9] - c[o + 3];
            double vy = c[o + 10] - c[o + 4];
            double vz = c[o + 11] - c[o + 5];
            // Neighbours may begin at another corner: take them the same way round.
            double x = uy * vz - uz * vy;
            double y = uz * vx - ux * vz;
            double z = ux * vy - uy * vx;
            double sense = x * nx + y * ny + z * nz < 0 ? -1 : 1;
            nx += sense * x;
            ny += sense * y;
            nz += sense * z;
        }
        normal[0] = nx;
        normal[1] = ny;
        normal[2] = nz;
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
