package org.cordonrt.margin;

/** Where the entering solid is, asked for boxes in the coordinates in which the entered solid is searched. */
interface Reach {
    /**
     * Looks for a point of the solid in a box.
     *
     * @param found receives x, y and z of such a point, one near the middle if that is easy
     * @return false if the solid does not meet the box
     */
    boolean meets(double x, double y, double halfX, double halfY, double low, double high, double[] found);
}
