package org.cordonrt.dvh;

/**
 * Adds up volumes above equidistant doses, a piece at a time. A piece that spans many of the doses is not evaluated at
 * each: of its {@link TruncatedCubes} the moments about the next lower dose are kept, and in the end one pass from high
 * to low doses adds everything up, moving the moments from dose to dose. The pass starts anew every {@value #BLOCK}
 * doses, so that the rounding of a piece is spread over few of them.
 *
 * <p>Not thread-safe.
 */
final class CurveSums {
    private static final int BLOCK = 64;

    /** Spanning fewer doses than this, a piece is better evaluated at each. */
    private static final int MANY = 12;

    /**
     * Rounding of a sum of cubes in one block, as a share of the cubes themselves: four operations for each of the
     * block's steps, each off by 1.1e-16 of the largest moment.
     */
    private static final double CUBE_ROUNDING = 4 * BLOCK * 1.2e-16;

    /** What a piece's volume may be off by, relative. */
    static final double VOLUME_ROUNDING = 1e-7;

    private final double stepGy;
    private final double[] direct;

    /** For each dose the moments 0 to 3 of the cubes that begin above it and not above the next. */
    private final double[] moments;

    CurveSums(double stepGy, int size) {
        this.stepGy = stepGy;
        this.direct = new double[size];
        this.moments = new double[4 * size];
    }

    /** Whether a piece of a volume, in mm3, that straddles some doses is to be added as cubes: sure enough, and quicker. */
    static boolean suits(TruncatedCubes cubes, double mm3, double rangeGy, double stepGy) {
        double widest = rangeGy + BLOCK * stepGy;
        return CUBE_ROUNDING * cubes.weights() * (widest * widest * widest) <= VOLUME_ROUNDING * mm3;
    }

    static boolean isWorth(int first, int last) {
        return last - first >= MANY;
    }

    /** The first dose of those that a piece added as cubes contributes to by itself, when {@code first} is straddled. */
    static int beginning(int first) {
        return first / BLOCK * BLOCK;
    }

    void add(int i, double mm3) {
        direct[i] += mm3;
    }

    /**
     * Adds a piece as cubes, to all doses from {@link #beginning} on.
     *
     * @param first lowest dose that the piece may straddle
     * @param last highest one
     * @param shiftGy added to the dose everywhere in the piece; what it straddles then lies between first and last
     */
    void add(TruncatedCubes cubes, int first, int last, double shiftGy) {
        for (int block = last / BLOCK; block >= first / BLOCK; block--) {
            int low = block * BLOCK;
            int high = Math.min(low + BLOCK, direct.length) - 1;
            for (int k = 0; k < cubes.size(); k++) {
                double t = cubes.at(k) + shiftGy;
                if (t > low * stepGy) {
                    int i = t > high * stepGy ? high : (int) (t / stepGy);
                    // Of a cube that rounding puts just below its dose the moments are next to nothing.
                    double x = t - i * stepGy;
                    double w = cubes.weight(k);
                    moments[4 * i] += w;
                    moments[4 * i + 1] += w * x;
                    moments[4 * i + 2] += w * x * x;
                    moments[4 * i + 3] += w * x * x * x;
                }
            }
        }
    }

    /** The volume above each dose, mm3. */
    double[] build() {
        double[] sums = direct.clone();
        double h = stepGy;
        for (int from = 0; from < sums.length; from += BLOCK) {
            double m0 = 0;
            double m1 = 0;
            double m2 = 0;
            double m3 = 0;
            for (int i = Math.min(from + BLOCK, sums.length) - 1; i >= from; i--) {
                m3 += h * (3 * m2 + h * (3 * m1 + h * m0)) + moments[4 * i + 3];
                m2 += h * (2 * m1 + h * m0) + moments[4 * i + 2];
                m1 += h * m0 + moments[4 * i + 1];
                m0 += moments[4 * i];
                sums[i] += m3;
            }
        }
        return sums;
    }
}
