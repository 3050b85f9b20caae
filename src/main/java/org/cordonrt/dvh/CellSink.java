package org.cordonrt.dvh;

/** Receives the parts of a solid, dose cell by dose cell, always in the same order. */
interface CellSink {
    /** The solid fills the cells of a layer from (a0, b) up to, not including, (a1, b). */
    void boxes(Layer layer, int a0, int a1, int b);

    /**
     * The solid fills the prisms from one number up to, not including, another, in cells of a layer.
     *
     * @param slab number of the slab that they belong to
     */
    void prisms(Layer layer, Prisms prisms, int from, int to, int slab);

    /**
     * The solid fills a convex body.
     *
     * @param body in units of the cell
     */
    void polyhedron(Cell cell, Polyhedron body);
}
