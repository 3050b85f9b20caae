package org.cordonrt.contours;

import org.cordonrt.geometry.PlaneFrame;

/** Heights and lengths in messages. Pure functions. */
final class Place {
    private Place() {}

    /** "z = -201.5 mm" on axial planes. */
    static String at(PlaneFrame frame, double heightMm) {
        return isAxial(frame) ? "z = " + mm(heightMm) + " mm" : mm(heightMm) + " mm along the slice normal";
    }

    static String between(PlaneFrame frame, double fromMm, double toMm) {
        return isAxial(frame)
                ? "between z = " + mm(fromMm) + " and " + mm(toMm) + " mm"
                : "between " + mm(fromMm) + " and " + mm(toMm) + " mm along the slice normal";
    }

    static boolean isAxial(PlaneFrame frame) {
        return frame.equals(PlaneFrame.AXIAL);
    }

    /** A tenth of a millimetre is what a person can find again. */
    static String mm(double v) {
        double rounded = Math.round(v * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    /** Two decimals, for distances and areas that may be small. */
    static String fine(double v) {
        double rounded = Math.round(v * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
