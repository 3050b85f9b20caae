package org.cordonrt.phantom;

/** How a contour with a hole ({@link TargetShape#RING}) is drawn. All three mean the same solid. */
public enum HoleStyle {
    /** Two CLOSED_PLANAR contours, one in the other. */
    NESTED,
    /** Two CLOSEDPLANAR_XOR contours (PS3.3 section C.8.8.6.3). */
    XOR,
    /** One CLOSED_PLANAR contour that enters the hole and leaves it along the same line. */
    KEYHOLE
}
