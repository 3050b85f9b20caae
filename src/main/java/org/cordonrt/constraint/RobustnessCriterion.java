package org.cordonrt.constraint;

/**
 * What a limit asks beyond being kept as planned. Immutable.
 *
 * @param shiftMm the limit must also be kept when the anatomy is shifted by as much, or less, in any direction; above 0
 *     and at most {@value #MOST_SHIFT_MM}
 */
public record RobustnessCriterion(double shiftMm) {
    /** Nobody is treated that lies farther off. */
    public static final double MOST_SHIFT_MM = 10;

    public RobustnessCriterion {
        if (!(shiftMm > 0 && shiftMm <= MOST_SHIFT_MM)) {
            throw new IllegalArgumentException("a limit that holds for a shift of " + shiftMm + " mm");
        }
    }

    /** E.g. {@code holds for 1 mm in every direction}. */
    public String text() {
        return text(shiftMm);
    }

    /** The same words for any length. */
    public static String text(double mm) {
        return "holds for " + Figures.plain(mm) + " mm in every direction";
    }
}
