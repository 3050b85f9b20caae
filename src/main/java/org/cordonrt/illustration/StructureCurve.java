package org.cordonrt.illustration;

import java.util.Objects;
import org.cordonrt.check.Curve;
import org.cordonrt.constraint.StructureMatch;

/**
 * A structure's cumulative histogram with its certified envelope. Immutable.
 *
 * @param match the structure
 * @param volumeCc its volume, cc, above 0: what percentages refer to
 * @param curve at most {@link #MOST_POINTS} points
 */
public record StructureCurve(StructureMatch match, double volumeCc, Curve curve) {
    /** As many as a screen can show. */
    public static final int MOST_POINTS = 400;

    public StructureCurve {
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(curve, "curve");
        if (!(volumeCc > 0) || curve.size() > MOST_POINTS) {
            throw new IllegalArgumentException(volumeCc + " cc, " + curve.size() + " points");
        }
    }

    /** Volume at least at the i-th dose, percent of the structure. */
    public double percent(int i) {
        return 100 * curve.volumeCc(i) / volumeCc;
    }
}
