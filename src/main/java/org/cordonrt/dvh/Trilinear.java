package org.cordonrt.dvh;

/**
 * A trilinear function on a box as eight numbers about its middle: m + a x + b y + c z + ab xy + ac xz + bc yz + abc xyz,
 * with x, y and z from -1/2 to 1/2. The first four are a linear function; what is left, the remainder, lies between
 * {@code -below} and {@code above}. Restricted to half the box in every direction, the remainder is a quarter.
 */
final class Trilinear {
    static final int SIZE = 8;

    static final int MEAN = 0;
    static final int A = 1;
    static final int B = 2;
    static final int C = 3;
    static final int AB = 4;
    static final int AC = 5;
    static final int BC = 6;
    static final int ABC = 7;

    private Trilinear() {}

    /** From the values at the corners; bit 0 of the index is A, bit 1 B, bit 2 C. */
    static void ofCorners(
            double d000,
            double d100,
            double d010,
            double d110,
            double d001,
            double d101,
            double d011,
            double d111,
            double[] f) {
        f[MEAN] = (d000 + d100 + d010 + d110 + d001 + d101 + d011 + d111) / 8;
        f[A] = (d100 - d000 + d110 - d010 + d101 - d001 + d111 - d011) / 4;
        f[B] = (d010 - d000 + d110 - d100 + d011 - d001 + d111 - d101) / 4;
        f[C] = (d001 - d000 + d101 - d100 + d011 - d010 + d111 - d110) / 4;
        double twistLow = d110 - d100 - d010 + d000;
        double twistHigh = d111 - d101 - d011 + d001;
        f[AB] = (twistLow + twistHigh) / 2;
        f[AC] = (d101 - d100 - d001 + d000 + d111 - d110 - d011 + d010) / 2;
        f[BC] = (d011 - d010 - d001 + d000 + d111 - d110 - d101 + d100) / 2;
        f[ABC] = twistHigh - twistLow;
    }

    static void ofCorners(double[] k, double[] f) {
        ofCorners(k[0], k[1], k[2], k[3], k[4], k[5], k[6], k[7], f);
    }

    /** The same function on a box within, about (x, y, z) and of the given widths, as shares of the whole. */
    static void restrict(
            double[] f, int at, double x, double y, double z, double wx, double wy, double wz, double[] g, int to) {
        double m = f[at];
        double a = f[at + A];
        double b = f[at + B];
        double c = f[at + C];
        double ab = f[at + AB];
        double ac = f[at + AC];
        double bc = f[at + BC];
        double abc = f[at + ABC];
        g[to] = m + a * x + b * y + c * z + ab * (x * y) + ac * (x * z) + bc * (y * z) + abc * (x * y * z);
        g[to + A] = wx * (a + ab * y + ac * z + abc * (y * z));
        g[to + B] = wy * (b + ab * x + bc * z + abc * (x * z));
        g[to + C] = wz * (c + ac * x + bc * y + abc * (x * y));
        g[to + AB] = wx * wy * (ab + abc * z);
        g[to + AC] = wx * wz * (ac + abc * y);
        g[to + BC] = wy * wz * (bc + abc * x);
        g[to + ABC] = wx * wy * wz * abc;
    }

    /** The same function on the lower or upper half of the box along an axis. */
    static void half(double[] f, int at, int axis, boolean upper, double[] g, int to) {
        double q = upper ? 0.25 : -0.25;
        switch (axis) {
            case 0 -> restrict(f, at, q, 0, 0, 0.5, 1, 1, g, to);
            case 1 -> restrict(f, at, 0, q, 0, 1, 0.5, 1, g, to);
            default -> restrict(f, at, 0, 0, q, 1, 1, 0.5, g, to);
        }
    }

    /** How far the function rises above its linear part at most: the products of two are extreme at the corners. */
    static double above(double[] f, int at) {
        double ab = f[at + AB];
        double ac = f[at + AC];
        double bc = f[at + BC];
        double q = Math.max(Math.max(ab + ac + bc, ab - ac - bc), Math.max(ac - ab - bc, bc - ab - ac));
        return q / 4 + Math.abs(f[at + ABC]) / 8;
    }

    /** How far the function falls below its linear part at most. */
    static double below(double[] f, int at) {
        double ab = f[at + AB];
        double ac = f[at + AC];
        double bc = f[at + BC];
        double q = Math.min(Math.min(ab + ac + bc, ab - ac - bc), Math.min(ac - ab - bc, bc - ab - ac));
        return -q / 4 + Math.abs(f[at + ABC]) / 8;
    }

    /** The direction that has the largest part in the remainder: the one to halve. */
    static int worstAxis(double[] f, int at) {
        double ab = Math.abs(f[at + AB]);
        double ac = Math.abs(f[at + AC]);
        double bc = Math.abs(f[at + BC]);
        double inA = ab + ac;
        double inB = ab + bc;
        double inC = ac + bc;
        return inA >= inB && inA >= inC ? 0 : inB >= inC ? 1 : 2;
    }

    /** Sum of the sizes of the slopes: the range of the linear part. */
    static double range(double[] f, int at) {
        return Math.abs(f[at + A]) + Math.abs(f[at + B]) + Math.abs(f[at + C]);
    }

    /** The trilinear function with eight corner values at a point of the unit box. */
    static double between(double[] corner, double x, double y, double z) {
        double low = lerp(lerp(corner[0], corner[1], x), lerp(corner[2], corner[3], x), y);
        double high = lerp(lerp(corner[4], corner[5], x), lerp(corner[6], corner[7], x), y);
        return lerp(low, high, z);
    }

    private static double lerp(double p, double q, double t) {
        return p + t * (q - p);
    }
}
