package org.cordonrt.margin;

/**
 * The volume two sets of prisms share. Seen along the common x axis, two prisms are two rectangles turned against each
 * other; over the polygon both cover, the length they share along x is the smaller of two linear right bounds less the
 * larger of two linear left bounds, where positive. One computation each; not thread-safe.
 */
final class PrismOverlap {
    // What a vertex carries besides y and z in the first frame: left and right bounds of both prisms.
    private static final int LEFT_A = 2;
    private static final int RIGHT_A = 3;
    private static final int LEFT_B = 4;
    private static final int RIGHT_B = 5;
    private static final int COLUMNS = 6;

    private final PrismSet a;
    private final PrismSet b;
    private final double cos;
    private final double sin;
    private double mm3;

    private final ConvexPolygon common = new ConvexPolygon(COLUMNS);
    private final ConvexPolygon byRight = new ConvexPolygon(COLUMNS);
    private final ConvexPolygon byLeft = new ConvexPolygon(COLUMNS);

    PrismOverlap(PrismSet a, PrismSet b, ObliqueFrames frames) {
        this.a = a;
        this.b = b;
        cos = frames.cos();
        sin = frames.sin();
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
        double[] d = a.data;
        common.rectangle(d[o], d[o + 1], d[o + 6], d[o + 7]);
        for (int k = 0; k < 4; k++) {
            common.set(k, LEFT_A, d[o + (k < 2 ? 2 : 4)]);
            common.set(k, RIGHT_A, d[o + (k < 2 ? 3 : 5)]);
        }
        common.clipByTurnedRectangle(cos, sin, b.data, p);
        if (common.size() < 3) {
            return;
        }
        for (int k = 0; k < common.size(); k++) {
            double inB = common.get(k, 0) * cos - common.get(k, 1) * sin;
            common.set(k, LEFT_B, TrapezoidSet.left(b.data, p, inB));
            common.set(k, RIGHT_B, TrapezoidSet.right(b.data, p, inB));
        }
        for (int right = RIGHT_A; right <= RIGHT_B; right += 2) {
            byRight.copyFrom(common);
            keepSmaller(byRight, right, RIGHT_A + RIGHT_B - right, right == RIGHT_B);
            for (int left = LEFT_A; left <= LEFT_B; left += 2) {
                byLeft.copyFrom(byRight);
                keepSmaller(byLeft, LEFT_A + LEFT_B - left, left, left == LEFT_B);
                keepSmaller(byLeft, left, right, true);
                integrate(byLeft, left, right);
            }
        }
    }

    /** Keeps where one bound is the smaller; where the two coincide all over, only one of them may be it. */
    private static void keepSmaller(ConvexPolygon p, int bound, int other, boolean strictly) {
        boolean anywhere = !strictly;
        for (int k = 0; k < p.size(); k++) {
            anywhere |= p.get(k, other) > p.get(k, bound);
        }
        p.clip(k -> p.get(k, other) - p.get(k, bound));
        if (!anywhere) {
            p.clip(k -> -1);
        }
    }

    private void integrate(ConvexPolygon p, int left, int right) {
        double y = p.get(0, 0);
        double z = p.get(0, 1);
        for (int k = 1; k + 1 < p.size(); k++) {
            double area = (p.get(k, 0) - y) * (p.get(k + 1, 1) - z) - (p.get(k + 1, 0) - y) * (p.get(k, 1) - z);
            double length = p.get(0, right)
                    - p.get(0, left)
                    + (p.get(k, right) - p.get(k, left))
                    + (p.get(k + 1, right) - p.get(k + 1, left));
            mm3 += Math.abs(area) / 2 * Math.max(0, length / 3);
        }
    }
}
