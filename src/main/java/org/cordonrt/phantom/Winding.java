package org.cordonrt.phantom;

/** Sense in which contours run, seen along +z with +x to the right and +y up. */
public enum Winding {
    COUNTERCLOCKWISE,
    CLOCKWISE,
    /** Changes from contour to contour. */
    ALTERNATING
}
