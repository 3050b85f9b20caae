package org.cordonrt.robust;

/** How much of a box a plane cuts off. */
final class EvenShare {
    /** Narrower sides than this share of the widest are given up for a bound: the closed form would lose its digits. */
    private static final double NARROW = 1e-3;

    private EvenShare() {}

    /**
     * The share of a box on which a linear function is 0 or more: the sum of cubes over its corners.
     *
     * @param middle the function in the middle of the box
     * @param a by how much it changes over half of one side, 0 or more; likewise {@code b} and {@code c}
     * @param most whether to give no less than the share, else no more, where it is only bounded
     */
    static double above(double middle, double a, double b, double c, boolean most) {
        double reach = a + b + c;
        if (middle >= reach) {
            return 1;
        }
        if (middle < -reach) {
            return 0;
        }
        double x = Math.max(a, Math.max(b, c));
        double z = Math.min(a, Math.min(b, c));
        double y = reach - x - z;
        double m = middle;
        double share;
        if (z > NARROW * x) {
            share = (cube(m + x + y + z)
                            - cube(m + x + y - z)
                            - cube(m + x - y + z)
                            + cube(m + x - y - z)
                            - cube(m - x + y + z)
                            + cube(m - x + y - z)
                            + cube(m - x - y + z)
                            - cube(m - x - y - z))
                    / (48 * x * y * z);
        } else {
            m += most ? z : -z;
            if (y > NARROW * x) {
                share = (square(m + x + y) - square(m + x - y) - square(m - x + y) + square(m - x - y)) / (8 * x * y);
            } else {
                m += most ? y : -y;
                share = x > 0 ? (m + x) / (2 * x) : m >= 0 ? 1 : 0;
            }
        }
        return Math.max(0, Math.min(1, share));
    }

    private static double square(double v) {
        return v > 0 ? v * v : 0;
    }

    private static double cube(double v) {
        return v > 0 ? v * v * v : 0;
    }
}
