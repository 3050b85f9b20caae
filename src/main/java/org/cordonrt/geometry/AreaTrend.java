package org.cordonrt.geometry;

/**
 * The area of a part along the normal: a smooth, monotone course through its areas on the planes (piecewise cubic, with
 * the slopes of parabolas through three planes, limited so that no new extreme arises), and where it would reach zero
 * beyond the last plane.
 */
final class AreaTrend {
    /** Slope limit of monotone cubic interpolation, in secants. Fritsch and Carlson, doi:10.1137/0717021. */
    private static final double MONOTONE = 3;

    /** A parabola that only just misses zero, by this part of the last area, is taken to touch it: a cone's tip. */
    private static final double TOUCHES_ZERO = 0.05;

    private AreaTrend() {}

    /** Slope at a plane between two others. */
    static double slopeWithin(double before, double at, double after, double gapBefore, double gapAfter) {
        double d0 = (at - before) / gapBefore;
        double d1 = (after - at) / gapAfter;
        if (!(d0 * d1 > 0)) {
            return 0;
        }
        double parabola = (gapAfter * d0 + gapBefore * d1) / (gapBefore + gapAfter);
        double limit = MONOTONE * Math.min(Math.abs(d0), Math.abs(d1));
        return Math.copySign(Math.min(Math.abs(parabola), limit), d0);
    }

    /** Slope at the first of three planes; mirror the last three for the last. */
    static double slopeAtEnd(double at, double next, double afterNext, double gap, double nextGap) {
        double d0 = (next - at) / gap;
        double d1 = (afterNext - next) / nextGap;
        double parabola = ((2 * gap + nextGap) * d0 - gap * d1) / (gap + nextGap);
        if (!(parabola * d0 > 0)) {
            return 0;
        }
        return Math.copySign(Math.min(Math.abs(parabola), MONOTONE * Math.abs(d0)), d0);
    }

    /** Area at the fraction t of a gap, from the areas and slopes at its ends. */
    static double cubic(double a0, double slope0, double a1, double slope1, double gap, double t) {
        double u = 1 - t;
        return a0 * (1 + 2 * t) * u * u
                + slope0 * gap * t * u * u
                + a1 * t * t * (3 - 2 * t)
                - slope1 * gap * t * t * u;
    }

    /**
     * Beyond the last plane: area(x) = at + first x + second x^2 at a distance x from it, and the distance at which it
     * has shrunk to nothing, infinite if it does not.
     */
    record Beyond(double at, double first, double second, double zeroMm) {
        static final Beyond NEVER = new Beyond(0, 0, 0, Double.POSITIVE_INFINITY);

        /** From the last two planes. */
        static Beyond of(double at, double inner, double gap) {
            double first = (at - inner) / gap;
            return first < 0 ? new Beyond(at, first, 0, -at / first) : NEVER;
        }

        /** From the last three planes. */
        static Beyond of(double at, double inner, double innermost, double gap, double innerGap) {
            double d0 = (at - inner) / gap;
            double second = (d0 - (inner - innermost) / innerGap) / (gap + innerGap);
            double first = d0 + second * gap;
            if (!(first < 0)) {
                return NEVER;
            }
            double disc = first * first - 4 * second * at;
            if (disc >= 0) {
                // The smaller positive root, in the form that does not cancel.
                return new Beyond(at, first, second, 2 * at / (-first + Math.sqrt(disc)));
            }
            double vertex = -first / (2 * second);
            double left = at + first * vertex / 2;
            return left <= TOUCHES_ZERO * at ? new Beyond(at, first, second, vertex) : NEVER;
        }

        /** From the last two planes, for a part whose radius shrinks evenly: a cone up to its tip. */
        static Beyond ofRadius(double at, double inner, double gap) {
            double shrink = (Math.sqrt(inner) - Math.sqrt(at)) / gap;
            return shrink > 0
                    ? new Beyond(at, -2 * Math.sqrt(at) * shrink, shrink * shrink, Math.sqrt(at) / shrink)
                    : NEVER;
        }

        double area(double x) {
            return Math.max(0, at + x * (first + x * second));
        }
    }
}
