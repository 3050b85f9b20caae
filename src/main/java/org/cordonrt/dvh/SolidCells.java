package org.cordonrt.dvh;

import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;

/** A solid cut up by the cells of a dose grid: what is geometry only, and the same for every dose on that grid. */
sealed interface SolidCells permits AlignedCells, ObliqueCells {

    static SolidCells of(SlabSolid solid, GridAxes axes) {
        return axes.isAligned() ? new AlignedCells(solid, axes) : new ObliqueCells(solid, axes);
    }

    /** Volume of the solid within the hull of the sample centres, mm3. */
    double coveredMm3();

    /** Visits every part of the solid that lies within the grid. */
    void walk(DoseGrid dose, CellSink sink);

    /** Two doses between which all in the solid lie, Gy; they may be further apart than its corner doses. */
    double[] doseRange(DoseGrid dose);

    /** Whether a knot lies in the slab's region, or on its boundary. */
    boolean holdsKnot(int slab, int a, int b);
}
