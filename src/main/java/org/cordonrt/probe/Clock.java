package org.cordonrt.probe;

import org.cordonrt.plan.Point3;

/**
 * Directions in an axial plane as on a clock face, seen from the patient's feet as axial images are shown: 12 is
 * anterior, 3 the patient's left, 6 posterior, 9 the patient's right. Pure functions.
 */
public final class Clock {
    private static final double HOURS = 12;

    /** Sideways distances below this have no direction. */
    private static final double NOWHERE_MM = 1e-6;

    private Clock() {}

    /** The direction from one point to another, 0 (anterior) up to below 12; NaN when one is straight above the other. */
    public static double hours(Point3 from, Point3 to) {
        double left = to.x() - from.x();
        double anterior = from.y() - to.y();
        if (Math.hypot(left, anterior) < NOWHERE_MM) {
            return Double.NaN;
        }
        double h = Math.atan2(left, anterior) / (2 * Math.PI) * HOURS;
        return h < 0 ? h + HOURS : h;
    }

    /** The side in words: anterior, anterior left, left, and so on; "above or below" when there is no direction. */
    public static String side(double hours) {
        if (Double.isNaN(hours)) {
            return "above or below";
        }
        String[] words = {
            "anterior",
            "anterior left",
            "left",
            "posterior left",
            "posterior",
            "posterior right",
            "right",
            "anterior right"
        };
        return words[(int) Math.floor(hours / HOURS * words.length + 0.5) % words.length];
    }

    /** The nearest half hour as people say it: "12", "2:30"; "-" when there is no direction. */
    public static String words(double hours) {
        if (Double.isNaN(hours)) {
            return "-";
        }
        int halves = (int) Math.round(hours * 2) % (int) (2 * HOURS);
        int hour = halves / 2 == 0 ? (int) HOURS : halves / 2;
        return hour + (halves % 2 == 0 ? "" : ":30");
    }
}
