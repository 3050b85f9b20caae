package org.cordonrt.dvh;

import java.util.List;

/** Receives the parts of a solid, dose cell by dose cell, always in the same order. */
interface CellSink {
    /** The solid fills the cell's part. */
    void box(Cell cell);

    /**
     * The solid fills a prism.
     *
     * @param rings in A and B, in units of the cell; winding numbers are 1 inside and 0 outside
     * @param slab number of the slab the prism belongs to
     */
    void prism(Cell cell, List<double[]> rings, int slab);

    /**
     * The solid fills a convex body.
     *
     * @param body in units of the cell
     */
    void polyhedron(Cell cell, Polyhedron body);
}
