package org.cordonrt.margin;

/** Where the second solid is, asked for upright cells in the first solid's coordinates. */
interface Reach {
    /**
     * Looks for a point of the solid near a cell's centre.
     *
     * @param radius half the diagonal of the cell's base
     * @param found receives x, y and z of a point of the solid
     * @return false only if the solid does not meet the cell
     */
    boolean near(double x, double y, double radius, double low, double high, double[] found);
}
