package org.cordonrt.geometry;

/** What is assumed between contour planes. */
public enum SolidModel {
    /** Every plane is extruded half-way to its neighbours: what most planning systems do, and the default. */
    SLAB,

    /** The surface runs on from plane to plane: see {@link ShapeBuilder} for the definition. */
    SHAPE
}
