package org.cordonrt.dvh;

import java.util.List;

/**
 * Part of a solid inside one dose cell that is not a whole box. Its dose is a linear function plus a remainder between
 * {@code -belowGy} and {@code aboveGy}; see {@link Trilinear}. With the linear function the volume above a dose has a
 * closed form; with the remainder it has bounds. Immutable but for what is prepared when first needed.
 */
abstract class Piece {
    /** Places in the result of {@link #bounds}. */
    static final int LEAST = 0;

    static final int MOST = 1;
    static final int LIKELY = 2;
    static final int PER_GY = 3;
    static final int NUMBERS = 4;

    /** Share of the range of dose over which the volume lost per Gy is found. */
    private static final double SLOPE_SHARE = 1e-3;

    final double mm3;
    final double belowGy;
    final double aboveGy;

    /** The dose asked last in {@link #known}, and what {@link #bounds} said. */
    private double knownAt = Double.NaN;

    private final double[] known = new double[NUMBERS];

    Piece(double mm3, double belowGy, double aboveGy) {
        this.mm3 = mm3;
        this.belowGy = belowGy;
        this.aboveGy = aboveGy;
    }

    /** The least value of the linear function, Gy. */
    abstract double lowestGy();

    /** The greatest value of the linear function, Gy. */
    abstract double highestGy();

    /** Volume where the linear function is at least d, mm3. */
    abstract double linearMm3Above(double d);

    /**
     * Writes the volume above a dose by the linear function as cubes; false if there is no such form.
     *
     * @param tiltGy what the function is made to rise more across the piece's box in each direction, as in
     *     {@link TruncatedCubes#box}
     */
    boolean cubes(TruncatedCubes out, double tiltGy) {
        return false;
    }

    /** Adds the halves across the direction that adds most to the remainder; what has no volume is left out. */
    abstract void split(List<Piece> out);

    /** No dose in the piece is less. */
    final double bottomGy() {
        return lowestGy() - belowGy;
    }

    /** No dose in the piece is greater. */
    final double topGy() {
        return highestGy() + aboveGy;
    }

    /** At least this volume receives d, mm3. */
    final double leastMm3Above(double d) {
        return linearMm3Above(d + belowGy);
    }

    /** At most this volume receives d, mm3. */
    final double mostMm3Above(double d) {
        return linearMm3Above(d - aboveGy);
    }

    /**
     * Bounds of the volume that receives d, as close as can be had without dividing the piece, mm3.
     *
     * @param out becomes the least volume, the greatest, and the likeliest; and what is lost of that per Gy, about
     */
    void bounds(double d, Bend bend, double[] out) {
        out[LEAST] = leastMm3Above(d);
        out[MOST] = mostMm3Above(d);
        out[LIKELY] = linearMm3Above(d);
        double apart = belowGy + aboveGy;
        double wide = SLOPE_SHARE * (highestGy() - lowestGy());
        if (apart > wide) {
            out[PER_GY] = (out[MOST] - out[LEAST]) / apart;
        } else {
            out[PER_GY] = wide > 0 ? (linearMm3Above(d - wide / 2) - linearMm3Above(d + wide / 2)) / wide : 0;
        }
    }

    /** As {@link #bounds}, kept for when the same dose is asked again. */
    final double[] known(double d, Bend bend) {
        if (d != knownAt) {
            bounds(d, bend, known);
            knownAt = d;
        }
        return known;
    }

    /** Half the width of the remainder: what the piece may add to the width of an interval. */
    final double remainderGy() {
        return (belowGy + aboveGy) / 2;
    }
}
