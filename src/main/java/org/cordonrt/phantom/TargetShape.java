package org.cordonrt.phantom;

/** Where the target lies. */
public enum TargetShape {
    /** Vertebral body and pedicles around the front and the sides of the canal, open behind: a C. */
    WRAPPED,
    /** All around the canal: contours with a hole. */
    RING,
    /** An ellipsoid on the left of the cord. */
    BESIDE,
    /** An ellipsoid in front of the cord. */
    FRONT,
    /** A cylinder with flat ends above the upper end of the cord: the nearest points lie one above the other. */
    ABOVE
}
