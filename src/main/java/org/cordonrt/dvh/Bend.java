package org.cordonrt.dvh;

/**
 * What the remainder of a trilinear function adds to the volume above a dose, in a box or in a polygon over its height:
 * its integral over the surface on which the linear part is that dose, and how far the truth may be from that. The
 * page of the package has the proof.
 *
 * <p>The surface is projected along C on a strip of the polygon, and that integral is a sum over the polygon's edges: the
 * integrand is a polynomial, and Gauss's rule with three points is exact for the edges' share. Reused from piece to
 * piece; not thread-safe.
 */
final class Bend {
    /** Least share of its linear slope that the dose must keep everywhere along the direction of comparison. */
    private static final double STEADY = 0.5;

    /** Largest remainder, as a share of the slope along that direction. */
    private static final double SMALL_REMAINDER = 0.25;

    /** A slope along C of this share of the others counts as part of the remainder. */
    private static final double UPRIGHT = 1e-9;

    /** The least share of the slope along C, squared, that slopes across it must have: else the strip has no direction. */
    private static final double LEVEL = 1e-12;

    private static final double LEAST_SLOPES = 1e-60;

    /** Nodes and weights of Gauss's rule with three points for -1 to 1. */
    private static final double NODE = Math.sqrt(0.6);

    private static final double OUTER_WEIGHT = 5.0 / 9;
    private static final double MIDDLE_WEIGHT = 8.0 / 9;

    private static final double[] SQUARE = {-0.5, -0.5, 0.5, -0.5, 0.5, 0.5, -0.5, 0.5};

    private double mean;
    private double a;
    private double b;
    private double c;
    private double ab;
    private double ac;
    private double bc;
    private double abc;

    private double below;
    private double above;

    /** What a slope along C that counts as remainder adds to it. */
    private double upright;

    /** How far the remainder falls below 0, and rises above it, on a wall. */
    private double wallBelow;

    private double wallAbove;

    /** a^2 + b^2. */
    private double slopes;

    /** Least slope along the direction in which volumes are compared, and what it may differ by from the linear one. */
    private double leastSlope;

    private double slopeChange;

    /** That direction: 0 for A, 1 for B, 2 for C. */
    private int along;

    private double entering;
    private double leaving;

    private double shift;
    private double less;
    private double more;
    private double density;

    /** Share of the box to add to that above the dose by the linear part. */
    double shift() {
        return shift;
    }

    /** How much less than with {@link #shift} the share may be, at most. */
    double less() {
        return less;
    }

    /** How much more than with {@link #shift} the share may be, at most. */
    double more() {
        return more;
    }

    /** Share lost per Gy by the linear part. */
    double density() {
        return density;
    }

    /** For a whole box; false when there is no bound of this kind. */
    boolean box(double[] f, int at, double d) {
        double sa = Math.abs(f[at + Trilinear.A]);
        double sb = Math.abs(f[at + Trilinear.B]);
        double sc = Math.abs(f[at + Trilinear.C]);
        boolean found;
        // Along the steepest direction no wall is crossed, only the two ends.
        if (sc >= sa && sc >= sb) {
            found = set(f, at, Trilinear.A, Trilinear.B, Trilinear.C, Trilinear.AB, Trilinear.AC, Trilinear.BC);
        } else if (sa >= sb) {
            found = set(f, at, Trilinear.C, Trilinear.B, Trilinear.A, Trilinear.BC, Trilinear.AC, Trilinear.AB);
        } else {
            found = set(f, at, Trilinear.A, Trilinear.C, Trilinear.B, Trilinear.AC, Trilinear.AB, Trilinear.BC);
        }
        if (!found) {
            return false;
        }
        double half = (Math.abs(a) + Math.abs(b)) / 2;
        add(d, SQUARE, 0, SQUARE.length, 0, 0, 1, 1);
        addEnds(mean - half - d, mean + half - d, 1);
        finish();
        return true;
    }

    /**
     * For a polygon over the height of the box; false when there is no bound of this kind.
     *
     * @param f the dose in a box around the polygon
     * @param xy the polygon, counter-clockwise: its numbers from one place up to, not including, another
     * @param middleX the box's middle
     * @param perX 1 over the box's width
     * @param lowest the linear part's least value in the polygon half-way up
     * @param area the polygon's share of the box
     */
    boolean prism(
            double[] f,
            double d,
            double[] xy,
            int from,
            int to,
            double middleX,
            double middleY,
            double perX,
            double perY,
            double lowest,
            double highest,
            double area) {
        if (!set(f, 0, Trilinear.A, Trilinear.B, Trilinear.C, Trilinear.AB, Trilinear.AC, Trilinear.BC)) {
            return false;
        }
        add(d, xy, from, to, middleX, middleY, perX, perY);
        if (along == 2) {
            addEnds(lowest - d, highest - d, area);
        }
        finish();
        return true;
    }

    private boolean set(double[] f, int at, int ia, int ib, int ic, int iab, int iac, int ibc) {
        double sa = Math.abs(f[at + ia]);
        double sb = Math.abs(f[at + ib]);
        double sc = Math.abs(f[at + ic]);
        double inAb = Math.abs(f[at + iab]) / 2;
        double inAc = Math.abs(f[at + iac]) / 2;
        double inBc = Math.abs(f[at + ibc]) / 2;
        double inAll = Math.abs(f[at + Trilinear.ABC]) / 4;
        double slope;
        if (sc >= sa && sc >= sb) {
            along = 2;
            slope = sc;
            slopeChange = inAc + inBc + inAll;
        } else if (sa >= sb) {
            along = 0;
            slope = sa;
            slopeChange = inAb + inAc + inAll;
        } else {
            along = 1;
            slope = sb;
            slopeChange = inAb + inBc + inAll;
        }
        leastSlope = slope - slopeChange;
        slopes = sa * sa + sb * sb;
        if (!(slope > LEAST_SLOPES && leastSlope >= STEADY * slope && slopes > LEVEL * sc * sc)) {
            return false;
        }
        mean = f[at];
        a = f[at + ia];
        b = f[at + ib];
        c = f[at + ic];
        ab = f[at + iab];
        ac = f[at + iac];
        bc = f[at + ibc];
        abc = f[at + Trilinear.ABC];
        upright = 0;
        if (sc < UPRIGHT * (sa + sb)) {
            upright = sc / 2;
            c = 0;
        }
        below = Trilinear.below(f, at) + upright;
        above = Trilinear.above(f, at) + upright;
        entering = 0;
        leaving = 0;
        return Order.greater(below, above) <= SMALL_REMAINDER * slope;
    }

    /**
     * Integrates the remainder, and 1, over the surface: along the lines of equal dose in closed form, from edge to edge.
     * On such a line the dose across C, t = a u + b v, is given by the height z, and s = a v - b u runs along it.
     */
    private void add(
            double d, double[] xy, int from, int to, double middleX, double middleY, double perX, double perY) {
        double alongA = a;
        double alongB = b;
        double alongC = c;
        double t0 = d - mean;
        double twist = ab;
        double twistC = abc;
        double k0 = alongA * alongB / (slopes * slopes);
        double k1 = (alongA * alongA - alongB * alongB) / (2 * slopes * slopes);
        double k2 = (ac * alongA + bc * alongB) / slopes;
        double k3 = (bc * alongA - ac * alongB) / (2 * slopes);
        double rise = Math.abs(c) / 2;
        double least = -above - rise;
        double greatest = below + rise;
        double sum = 0;
        double surface = 0;
        double u = (xy[to - 2] - middleX) * perX;
        double v = (xy[to - 1] - middleY) * perY;
        double f = alongA * u + alongB * v - t0;
        double s = alongA * v - alongB * u;
        for (int i = from; i < to; i += 2) {
            double u0 = u;
            double v0 = v;
            double f0 = f;
            double s0 = s;
            u = (xy[i] - middleX) * perX;
            v = (xy[i + 1] - middleY) * perY;
            f = alongA * u + alongB * v - t0;
            s = alongA * v - alongB * u;
            if (along != 2 && Order.lesser(f0, f) < greatest && Order.greater(f0, f) > least) {
                wall(u0, v0, f0, u, v, f, least, greatest);
            }
            if (alongC == 0) {
                if (f0 >= 0 != f >= 0) {
                    double at = s0 + f0 / (f0 - f) * (s - s0);
                    double weight = f0 > f ? at : -at;
                    surface += weight;
                    sum += weight * twist * (k0 * t0 * t0 + at * (k1 * t0 - k0 / 3 * at));
                }
                continue;
            }
            double z0 = -f0 / alongC;
            double z1 = -f / alongC;
            double low = Order.greater(Order.lesser(z0, z1), -0.5);
            double high = Order.lesser(Order.greater(z0, z1), 0.5);
            if (!(high > low)) {
                continue;
            }
            double half = (high - low) / 2;
            double z = (high + low) / 2;
            double perZ = (s - s0) / (z1 - z0);
            double step = NODE * half;
            double sign = z1 > z0 == alongC > 0 ? half : -half;
            double outer = sign * OUTER_WEIGHT;

            double at = s0 + perZ * (z - z0);
            double t = t0 - alongC * z;
            double weight = sign * MIDDLE_WEIGHT * at;
            surface += weight;
            sum += weight
                    * ((twist + twistC * z) * (k0 * t * t + at * (k1 * t - k0 / 3 * at)) + z * (k2 * t + k3 * at));

            double zLow = z - step;
            at = s0 + perZ * (zLow - z0);
            t = t0 - alongC * zLow;
            weight = outer * at;
            surface += weight;
            sum += weight
                    * ((twist + twistC * zLow) * (k0 * t * t + at * (k1 * t - k0 / 3 * at))
                            + zLow * (k2 * t + k3 * at));

            double zHigh = z + step;
            at = s0 + perZ * (zHigh - z0);
            t = t0 - alongC * zHigh;
            weight = outer * at;
            surface += weight;
            sum += weight
                    * ((twist + twistC * zHigh) * (k0 * t * t + at * (k1 * t - k0 / 3 * at))
                            + zHigh * (k2 * t + k3 * at));
        }
        shift = sum / slopes;
        density = Order.greater(0, surface / slopes);
    }

    /**
     * The wall above an edge.
     *
     * @param f0 the linear part less d at the edge's start, half-way up
     * @param least what that is at least, on the part of the edge above which L may be on the wrong side of d
     */
    private void wall(double u0, double v0, double f0, double u1, double v1, double f1, double least, double greatest) {
        double change = f1 - f0;
        double from = 0;
        double to = 1;
        if (change > 0) {
            from = Order.greater(0, (least - f0) / change);
            to = Order.lesser(1, (greatest - f0) / change);
        } else if (change < 0) {
            from = Order.greater(0, (greatest - f0) / change);
            to = Order.lesser(1, (least - f0) / change);
        }
        boundRemainder(u0 + from * (u1 - u0), v0 + from * (v1 - v0), u0 + to * (u1 - u0), v0 + to * (v1 - v0));
        double triangles = wallBelow * wallBelow + wallAbove * wallAbove;
        double peak = (to - from) * Order.greater(wallBelow, wallAbove);
        double slope = 2 * Order.greater(Math.abs(change), Math.abs(c));
        double share = triangles >= slope * peak ? peak : triangles / slope;
        // Positive where the dose rises outwards.
        double across = along == 0 ? (v1 - v0) * Math.signum(a) : (u0 - u1) * Math.signum(b);
        if (across > 0) {
            leaving += across * share;
        } else {
            entering -= across * share;
        }
    }

    /** Bounds the remainder on a wall: along it a parabola, up and down it a straight line. */
    private void boundRemainder(double u0, double v0, double u1, double v1) {
        double u = (u0 + u1) / 2;
        double v = (v0 + v1) / 2;
        double half0 = (ac * u0 + bc * v0 + abc * u0 * v0) / 2;
        double half1 = (ac * u1 + bc * v1 + abc * u1 * v1) / 2;
        double half = (ac * u + bc * v + abc * u * v) / 2;
        double r0 = ab * u0 * v0;
        double r1 = ab * u1 * v1;
        double r = ab * u * v;
        // A parabola rises above the highest of three points by an eighth of their second difference at most.
        double bulge = (Math.abs(r0 + r1 - 2 * r) + Math.abs(half0 + half1 - 2 * half)) / 8 + upright;
        half0 = Math.abs(half0);
        half1 = Math.abs(half1);
        half = Math.abs(half);
        wallAbove = Order.greater(0, bulge + Order.greater(r + half, Order.greater(r0 + half0, r1 + half1)));
        wallBelow = Order.greater(0, bulge - Order.lesser(r - half, Order.lesser(r0 - half0, r1 - half1)));
    }

    /**
     * The two ends of the box along C.
     *
     * @param least the linear part's least value in the polygon half-way up, less d
     */
    private void addEnds(double least, double greatest, double area) {
        double across = Math.abs(a) + Math.abs(b);
        // Where an end may be crossed is a strip, as long as the box along lines of equal dose, at most.
        double strip = (below * below + above * above) / 2 * across / slopes;
        double most = Order.lesser(Order.greater(below, above) * area, strip);
        double rise = Math.abs(c) / 2;
        if (least + rise < below && greatest + rise > -above) {
            leaving += most;
        }
        if (least - rise < below && greatest - rise > -above) {
            entering += most;
        }
    }

    private void finish() {
        double inside = density * Order.greater(below, above) * slopeChange / leastSlope;
        less = inside + entering / leastSlope;
        more = inside + leaving / leastSlope;
    }
}
