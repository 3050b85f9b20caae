package org.cordonrt.margin;

/**
 * The volume two sets of prisms share. Seen along the common x axis, two prisms are two rectangles turned against each
 * other; over the polygon both cover, the length they share along x is the smaller of two linear right bounds less the
 * larger of two linear left bounds, where positive. One computation each; not thread-safe.
 */
final class PrismOverlap {
    // A vertex of the polygon: y and z in the first frame, then left and right bounds of both prisms.
    private static final int STRIDE = 6;
    private static final int LEFT_A = 2;
    private static final int RIGHT_A = 3;
    private static final int LEFT_B = 4;
    private static final int RIGHT_B = 5;

    /** A rectangle clipped by four lines, split twice and clipped once more has at most eleven vertices. */
    private static final int MAX_VERTICES = 16;

    private final PrismSet a;
    private final PrismSet b;
    private final double cos;
    private final double sin;
    private double mm3;

    private double[] polygon = new double[STRIDE * MAX_VERTICES];
    private double[] spare = new double[STRIDE * MAX_VERTICES];
    private final double[] byRight = new double[STRIDE * MAX_VERTICES];
    private final double[] byLeft = new double[STRIDE * MAX_VERTICES];
    private final double[] positive = new double[STRIDE * MAX_VERTICES];
    private final double[] sign = new double[MAX_VERTICES];

    PrismOverlap(PrismSet a, PrismSet b) {
        this.a = a;
        this.b = b;
        cos = a.frame.v().dot(b.frame.v());
        sin = a.frame.v().dot(b.frame.w());
    }

    double mm3() {
        mm3 = 0;
        descend(1, 1);
        return mm3;
    }

    private void descend(int i, int j) {
        if (PrismSet.distance2(a, i, b, j) > 0) {
            return;
        }
        if (a.isLeaf(i) && b.isLeaf(j)) {
            prisms(PrismSet.STRIDE * a.prism(i), PrismSet.STRIDE * b.prism(j));
        } else if (b.isLeaf(j) || !a.isLeaf(i) && a.extent(i) >= b.extent(j)) {
            descend(2 * i, j);
            descend(2 * i + 1, j);
        } else {
            descend(i, 2 * j);
            descend(i, 2 * j + 1);
        }
    }

    private void prisms(int o, int p) {
        for (int k = 0; k < 4; k++) {
            double y = a.data[o + (k & 2) / 2];
            boolean upper = ((k + 1) & 2) != 0;
            polygon[STRIDE * k] = y;
            polygon[STRIDE * k + 1] = a.data[o + 6 + (upper ? 1 : 0)];
            polygon[STRIDE * k + LEFT_A] = a.data[o + 2 + (k & 2)];
            polygon[STRIDE * k + RIGHT_A] = a.data[o + 3 + (k & 2)];
        }
        int n = 4;
        for (int side = 0; side < 4 && n > 0; side++) {
            double bound = b.data[p + (side < 2 ? side : side + 4)];
            for (int k = 0; k < n; k++) {
                double y = polygon[STRIDE * k];
                double z = polygon[STRIDE * k + 1];
                double inB = side < 2 ? y * cos - z * sin : y * sin + z * cos;
                sign[k] = (side & 1) == 0 ? inB - bound : bound - inB;
            }
            n = clip(polygon, n, spare);
            double[] swap = polygon;
            polygon = spare;
            spare = swap;
        }
        for (int k = 0; k < n; k++) {
            double inB = polygon[STRIDE * k] * cos - polygon[STRIDE * k + 1] * sin;
            polygon[STRIDE * k + LEFT_B] = TrapezoidSet.left(b.data, p, inB);
            polygon[STRIDE * k + RIGHT_B] = TrapezoidSet.right(b.data, p, inB);
        }
        if (n >= 3) {
            split(n);
        }
    }

    private void split(int n) {
        for (int right = RIGHT_A; right <= RIGHT_B; right += 2) {
            int m = smaller(polygon, n, right, RIGHT_A + RIGHT_B - right, right == RIGHT_B, byRight);
            for (int left = LEFT_A; left <= LEFT_B; left += 2) {
                int k = smaller(byRight, m, LEFT_A + LEFT_B - left, left, left == LEFT_B, byLeft);
                k = smaller(byLeft, k, left, right, false, positive);
                integrate(k, right, left);
            }
        }
    }

    /** The part of a polygon where one bound is the smaller; where two coincide all over, only one of them may be it. */
    private int smaller(double[] vertices, int n, int bound, int other, boolean strictly, double[] out) {
        boolean anywhere = !strictly;
        for (int k = 0; k < n; k++) {
            sign[k] = vertices[STRIDE * k + other] - vertices[STRIDE * k + bound];
            anywhere |= sign[k] > 0;
        }
        return anywhere ? clip(vertices, n, out) : 0;
    }

    /** Keeps the part of a convex polygon where the sign is not negative; the number of its vertices. */
    private int clip(double[] in, int n, double[] out) {
        int m = 0;
        for (int k = 0; k < n; k++) {
            int next = k + 1 < n ? k + 1 : 0;
            if (sign[k] >= 0) {
                System.arraycopy(in, STRIDE * k, out, STRIDE * m++, STRIDE);
            }
            if (sign[k] < 0 != sign[next] < 0) {
                double t = sign[k] / (sign[k] - sign[next]);
                for (int c = 0; c < STRIDE; c++) {
                    double from = in[STRIDE * k + c];
                    out[STRIDE * m + c] = from + t * (in[STRIDE * next + c] - from);
                }
                m++;
            }
        }
        return m;
    }

    private void integrate(int n, int right, int left) {
        for (int k = 1; k + 1 < n; k++) {
            int p = STRIDE * k;
            int q = p + STRIDE;
            double area = (positive[p] - positive[0]) * (positive[q + 1] - positive[1])
                    - (positive[q] - positive[0]) * (positive[p + 1] - positive[1]);
            double length = positive[right]
                    - positive[left]
                    + (positive[p + right] - positive[p + left])
                    + (positive[q + right] - positive[q + left]);
            mm3 += Math.abs(area) / 2 * Math.max(0, length / 3);
        }
    }
}
