package org.cordonrt.dvh;

import java.util.List;

/**
 * Part of a solid inside one dose cell that is not a whole box. Its dose is a linear function plus a remainder between
 * {@code -belowGy} and {@code aboveGy}; see {@link Trilinear}. With the linear function the volume above a dose has a
 * closed form; with the remainder it has bounds. Immutable but for what is prepared when first needed.
 */
abstract class Piece {
    final double mm3;
    final double belowGy;
    final double aboveGy;

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

    /** Half the width of the remainder: what the piece may add to the width of an interval. */
    final double remainderGy() {
        return (belowGy + aboveGy) / 2;
    }
}
