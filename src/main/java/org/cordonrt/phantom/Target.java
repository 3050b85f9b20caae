package org.cordonrt.phantom;

import java.util.List;

/** A target as a smooth solid. Lengths in mm. */
interface Target {
    double zLow();

    double zHigh();

    /** The solid grown away from the cord; the side that faces the cord stays. */
    Target grown(double mm);

    /** Smallest signed distance from a point of this solid to the surface of the cord, to about 1e-7 mm. */
    double gapTo(Tube cord);

    /**
     * The closed curves that bound the axial section at z: the outer one, then holes, all counterclockwise; empty where
     * the section is empty or less than a tenth of a millimetre thick.
     */
    List<double[]> section(double z, double pointSpacingMm);

    /**
     * How far a point of the section at z is from the region that the dose is meant to fill, negative inside. Close to a
     * distance, continuous, and cheap; used for the dose only.
     */
    DoseEdge doseEdge(double z);

    /** {@link #doseEdge} of one axial plane. */
    @FunctionalInterface
    interface DoseEdge {
        double mm(double x, double y);
    }

    /** Signed distance to a body from signed distances to its side and to its nearer end. */
    static double combine(double side, double end) {
        return side > 0 || end > 0
                ? Math.sqrt(square(Math.max(side, 0)) + square(Math.max(end, 0)))
                : Math.max(side, end);
    }

    private static double square(double v) {
        return v * v;
    }
}
