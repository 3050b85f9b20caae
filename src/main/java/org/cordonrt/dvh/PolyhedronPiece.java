package org.cordonrt.dvh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A convex body in a dose cell. */
final class PolyhedronPiece extends Piece {
    private static final double HALF = 0.5;

    /** The dose on the box around the body. */
    private final double[] dose;

    private final double boxMm3;

    /** In units of that box, 0 to 1. */
    private final Polyhedron body;

    private final double share;
    private @Nullable PolyhedronCut cut;

    private PolyhedronPiece(double[] dose, double boxMm3, Polyhedron body, double share) {
        super(boxMm3 * share, Trilinear.below(dose, 0), Trilinear.above(dose, 0));
        this.dose = dose;
        this.boxMm3 = boxMm3;
        this.body = body;
        this.share = share;
    }

    /**
     * A body in a box of known dose; null when it has no volume.
     *
     * @param body in units of the box
     */
    static @Nullable PolyhedronPiece of(double[] dose, double boxMm3, Polyhedron body) {
        double[] from = new double[3];
        double[] width = new double[3];
        double mm3 = boxMm3;
        for (int axis = 0; axis < 3; axis++) {
            from[axis] = body.min(axis);
            width[axis] = body.max(axis) - body.min(axis);
            if (!(width[axis] > 0)) {
                return null;
            }
            mm3 *= width[axis];
        }
        Polyhedron scaled = body.inUnits(from, width);
        double share = scaled.volume();
        if (!(share > 0)) {
            return null;
        }
        double[] d = new double[Trilinear.SIZE];
        Trilinear.restrict(
                dose,
                0,
                from[0] + width[0] / 2 - HALF,
                from[1] + width[1] / 2 - HALF,
                from[2] + width[2] / 2 - HALF,
                width[0],
                width[1],
                width[2],
                d,
                0);
        return new PolyhedronPiece(d, mm3, scaled, share);
    }

    private PolyhedronCut cut() {
        if (cut == null) {
            cut = new PolyhedronCut(
                    dose[Trilinear.MEAN], dose[Trilinear.A], dose[Trilinear.B], dose[Trilinear.C], body, share);
        }
        return cut;
    }

    @Override
    double lowestGy() {
        return cut().lowest();
    }

    @Override
    double highestGy() {
        return cut().highest();
    }

    @Override
    double linearMm3Above(double d) {
        return boxMm3 * cut().volumeAbove(d);
    }

    @Override
    void split(List<Piece> out) {
        int axis = Trilinear.worstAxis(dose, 0);
        for (boolean above : new boolean[] {false, true}) {
            Polyhedron part = body.keep(axis, HALF, above);
            PolyhedronPiece p = part == null ? null : of(dose, boxMm3, part);
            if (p != null) {
                out.add(p);
            }
        }
    }
}
