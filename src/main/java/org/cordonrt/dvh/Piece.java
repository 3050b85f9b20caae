package org.cordonrt.dvh;

import java.util.List;
import org.cordonrt.geometry.Rings;
import org.jspecify.annotations.Nullable;

/**
 * Part of a solid inside one dose cell: a box, or a shape within that box. Its dose is trilinear between the eight
 * corners of the box, hence a linear function about the box's middle plus a remainder between {@code -remainderBelowGy}
 * and {@code remainderAboveGy}. With the linear function the volume above a dose has a closed form; with the remainder
 * it has bounds.
 */
final class Piece {
    private enum Kind {
        /** The whole box. */
        BOX,
        /** A polygon (x0, y0, ...) in A and B, in box units, over the whole height of the box. */
        PRISM,
        /** A convex body, in box units. */
        POLYHEDRON
    }

    private final Kind kind;

    /** Corner doses, Gy; bit 0 of the index is A, bit 1 B, bit 2 C. */
    private final double[] corner;

    private final double boxMm3;
    private final double @Nullable [] shape;
    private final @Nullable Polyhedron body;

    private final double mean;
    private final double slopeA;
    private final double slopeB;
    private final double slopeC;

    /** How much of the remainder each direction has a part in; the largest is the one to split. */
    private final int worstAxis;

    // Made when first needed: most pieces are split or put aside before.
    private @Nullable BoxCut boxCut;
    private @Nullable PrismCut prismCut;
    private @Nullable PolyhedronCut polyhedronCut;

    final double mm3;
    final double remainderBelowGy;
    final double remainderAboveGy;

    /** Bounds of the dose within the piece. */
    final double minGy;

    final double maxGy;

    private Piece(
            Kind kind,
            double[] corner,
            double boxMm3,
            double mm3,
            double @Nullable [] shape,
            @Nullable Polyhedron body) {
        this.kind = kind;
        this.corner = corner;
        this.boxMm3 = boxMm3;
        this.mm3 = mm3;
        this.shape = shape;
        this.body = body;
        double d000 = corner[0];
        double d100 = corner[1];
        double d010 = corner[2];
        double d110 = corner[3];
        double d001 = corner[4];
        double d101 = corner[5];
        double d011 = corner[6];
        double d111 = corner[7];
        mean = (d000 + d100 + d010 + d110 + d001 + d101 + d011 + d111) / 8;
        slopeA = (d100 - d000 + d110 - d010 + d101 - d001 + d111 - d011) / 4;
        slopeB = (d010 - d000 + d110 - d100 + d011 - d001 + d111 - d101) / 4;
        slopeC = (d001 - d000 + d101 - d100 + d011 - d010 + d111 - d110) / 4;
        double twistLow = d110 - d100 - d010 + d000;
        double twistHigh = d111 - d101 - d011 + d001;
        double ab = (twistLow + twistHigh) / 2;
        double ac = (d101 - d100 - d001 + d000 + d111 - d110 - d011 + d010) / 2;
        double bc = (d011 - d010 - d001 + d000 + d111 - d110 - d101 + d100) / 2;
        double abc = Math.abs(twistHigh - twistLow);
        // Box coordinates run from -1/2 to 1/2 about the middle. The products of two have their extremes at the
        // corners: four pairs of opposite corners with equal values.
        double q0 = ab + ac + bc;
        double q1 = ab - ac - bc;
        double q2 = ac - ab - bc;
        double q3 = bc - ab - ac;
        remainderAboveGy = Math.max(Math.max(q0, q1), Math.max(q2, q3)) / 4 + abc / 8;
        remainderBelowGy = -Math.min(Math.min(q0, q1), Math.min(q2, q3)) / 4 + abc / 8;
        double inA = Math.abs(ab) + Math.abs(ac);
        double inB = Math.abs(ab) + Math.abs(bc);
        double inC = Math.abs(ac) + Math.abs(bc);
        worstAxis = inA >= inB && inA >= inC ? 0 : inB >= inC ? 1 : 2;
        double lo = corner[0];
        double hi = corner[0];
        for (int i = 1; i < 8; i++) {
            lo = Math.min(lo, corner[i]);
            hi = Math.max(hi, corner[i]);
        }
        minGy = lo;
        maxGy = hi;
    }

    static Piece box(double[] corner, double boxMm3) {
        return new Piece(Kind.BOX, corner.clone(), boxMm3, boxMm3, null, null);
    }

    /** A polygon over the height of the box; null when it has no area. */
    static @Nullable Piece prism(double[] corner, double boxMm3, double[] polygon) {
        double x0 = 1;
        double y0 = 1;
        double x1 = 0;
        double y1 = 0;
        for (int i = 0; i < polygon.length; i += 2) {
            x0 = Math.min(x0, polygon[i]);
            x1 = Math.max(x1, polygon[i]);
            y0 = Math.min(y0, polygon[i + 1]);
            y1 = Math.max(y1, polygon[i + 1]);
        }
        double w = x1 - x0;
        double h = y1 - y0;
        if (!(w > 0 && h > 0)) {
            return null;
        }
        double[] scaled = new double[polygon.length];
        for (int i = 0; i < polygon.length; i += 2) {
            scaled[i] = (polygon[i] - x0) / w;
            scaled[i + 1] = (polygon[i + 1] - y0) / h;
        }
        double area = Rings.area(scaled);
        if (!(area > 0)) {
            return null;
        }
        double[] c = subCorners(corner, x0, x1, y0, y1, 0, 1);
        double box = boxMm3 * w * h;
        return new Piece(Kind.PRISM, c, box, box * area, scaled, null);
    }

    /** Several rings (outer counter-clockwise, holes clockwise) over the height of the box, as one polygon. */
    static @Nullable Piece prism(double[] corner, double boxMm3, List<double[]> rings) {
        if (rings.size() == 1) {
            return prism(corner, boxMm3, rings.get(0));
        }
        // From the first ring's start to each other ring and back: the ways to and fro enclose nothing.
        double[] first = rings.get(0);
        int length = 0;
        for (double[] r : rings) {
            length += r.length + 4;
        }
        double[] joined = new double[length];
        int n = 0;
        for (double[] r : rings) {
            System.arraycopy(r, 0, joined, n, r.length);
            n += r.length;
            joined[n++] = r[0];
            joined[n++] = r[1];
            joined[n++] = first[0];
            joined[n++] = first[1];
        }
        return prism(corner, boxMm3, joined);
    }

    /** A convex body within the box; null when it has no volume. */
    static @Nullable Piece polyhedron(double[] corner, double boxMm3, Polyhedron body) {
        double[] from = new double[3];
        double[] width = new double[3];
        double box = boxMm3;
        for (int axis = 0; axis < 3; axis++) {
            from[axis] = body.min(axis);
            width[axis] = body.max(axis) - body.min(axis);
            if (!(width[axis] > 0)) {
                return null;
            }
            box *= width[axis];
        }
        Polyhedron scaled = body.inUnits(from, width);
        double share = scaled.volume();
        if (!(share > 0)) {
            return null;
        }
        double[] c = subCorners(
                corner, from[0], from[0] + width[0], from[1], from[1] + width[1], from[2], from[2] + width[2]);
        return new Piece(Kind.POLYHEDRON, c, box, box * share, null, scaled);
    }

    /** Volume where the linear function is at least d, mm3. */
    double linearMm3Above(double d) {
        if (d <= minGy - remainderAboveGy) {
            return mm3;
        }
        if (d > maxGy + remainderBelowGy) {
            return 0;
        }
        return switch (kind) {
            case BOX -> boxMm3 * box().shareAbove(d);
            case PRISM -> boxMm3 * prism().volumeAbove(d);
            case POLYHEDRON -> boxMm3 * polyhedron().volumeAbove(d);
        };
    }

    /** A lower bound of the volume that receives at least d, mm3. */
    double leastMm3Above(double d) {
        return d > maxGy ? 0 : d <= minGy ? mm3 : linearMm3Above(d + remainderBelowGy);
    }

    /** An upper bound of the volume that receives at least d, mm3. */
    double mostMm3Above(double d) {
        return d > maxGy ? 0 : d <= minGy ? mm3 : linearMm3Above(d - remainderAboveGy);
    }

    /** Half the width of the remainder: what the piece may add to the width of an interval. */
    double remainderGy() {
        return (remainderBelowGy + remainderAboveGy) / 2;
    }

    /** Middle of the remainder. */
    double centreGy() {
        return (remainderAboveGy - remainderBelowGy) / 2;
    }

    private BoxCut box() {
        if (boxCut == null) {
            boxCut = new BoxCut(mean, slopeA, slopeB, slopeC);
        }
        return boxCut;
    }

    private PrismCut prism() {
        if (prismCut == null) {
            prismCut = new PrismCut(mean, slopeA, slopeB, slopeC, shape, mm3 / boxMm3);
        }
        return prismCut;
    }

    private PolyhedronCut polyhedron() {
        if (polyhedronCut == null) {
            polyhedronCut = new PolyhedronCut(mean, slopeA, slopeB, slopeC, body, mm3 / boxMm3);
        }
        return polyhedronCut;
    }

    /** Splits the piece in two across the direction that adds most to the remainder, and adds the parts to a list. */
    void split(List<Piece> out) {
        switch (kind) {
            case BOX -> {
                out.add(new Piece(Kind.BOX, half(worstAxis, false), boxMm3 / 2, boxMm3 / 2, null, null));
                out.add(new Piece(Kind.BOX, half(worstAxis, true), boxMm3 / 2, boxMm3 / 2, null, null));
            }
            case PRISM -> splitPrism(out);
            case POLYHEDRON -> {
                addPart(out, body.keep(worstAxis, 0.5, false));
                addPart(out, body.keep(worstAxis, 0.5, true));
            }
        }
    }

    private void splitPrism(List<Piece> out) {
        if (worstAxis == 2) {
            out.add(new Piece(Kind.PRISM, half(2, false), boxMm3 / 2, mm3 / 2, shape, null));
            out.add(new Piece(Kind.PRISM, half(2, true), boxMm3 / 2, mm3 / 2, shape, null));
            return;
        }
        addIfSolid(out, prism(corner, boxMm3, RingClip.keep(shape, worstAxis, 0.5, false)));
        addIfSolid(out, prism(corner, boxMm3, RingClip.keep(shape, worstAxis, 0.5, true)));
    }

    private void addPart(List<Piece> out, @Nullable Polyhedron part) {
        if (part != null) {
            addIfSolid(out, polyhedron(corner, boxMm3, part));
        }
    }

    private static void addIfSolid(List<Piece> out, @Nullable Piece p) {
        if (p != null) {
            out.add(p);
        }
    }

    private double[] half(int axis, boolean upper) {
        double[] c = corner.clone();
        int bit = 1 << axis;
        for (int i = 0; i < 8; i++) {
            if ((i & bit) == 0) {
                double middle = (corner[i] + corner[i | bit]) / 2;
                c[upper ? i : i | bit] = middle;
            }
        }
        return c;
    }

    /** Trilinear corner doses of a box within the unit box. */
    private static double[] subCorners(double[] c, double x0, double x1, double y0, double y1, double z0, double z1) {
        if (x0 == 0 && x1 == 1 && y0 == 0 && y1 == 1 && z0 == 0 && z1 == 1) {
            return c.clone();
        }
        double[] out = new double[8];
        for (int i = 0; i < 8; i++) {
            out[i] = trilinear(c, (i & 1) == 0 ? x0 : x1, (i & 2) == 0 ? y0 : y1, (i & 4) == 0 ? z0 : z1);
        }
        return out;
    }

    /** The trilinear function of eight corner values at a point of the unit box. */
    static double trilinear(double[] c, double x, double y, double z) {
        double low = lerp(lerp(c[0], c[1], x), lerp(c[2], c[3], x), y);
        double high = lerp(lerp(c[4], c[5], x), lerp(c[6], c[7], x), y);
        return lerp(low, high, z);
    }

    private static double lerp(double p, double q, double t) {
        return p + t * (q - p);
    }

    /** What sign times the dose is at most in a convex body. */
    double bound(double sign) {
        PolyhedronCut cut = polyhedron();
        return sign > 0 ? cut.highest() + remainderAboveGy : -(cut.lowest() - remainderBelowGy);
    }
}
