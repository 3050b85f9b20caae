package org.cordonrt.probe;

import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/** The trilinear dose at single points. Immutable and thread-safe. */
public final class PointDose {
    /** Points this far outside, in samples or mm, are on the hull up to rounding. */
    private static final double ROUNDING = 1e-9;

    private final DoseGrid dose;
    private final GridPlace place;

    private PointDose(DoseGrid dose) {
        this.dose = dose;
        this.place = new GridPlace(dose.geometry());
    }

    public static PointDose of(DoseGrid dose) {
        return new PointDose(dose);
    }

    /** The dose at a point, Gy; NaN outside the hull of the sample centres. */
    public double atGy(Point3 p) {
        GridGeometry g = dose.geometry();
        double column = inside(place.column(p), 0, g.columns() - 1.0);
        double row = inside(place.row(p), 0, g.rows() - 1.0);
        double offset = inside(place.offset(p), place.sortedOffset(0), place.sortedOffset(g.frames() - 1));
        if (Double.isNaN(column) || Double.isNaN(row) || Double.isNaN(offset)) {
            return Double.NaN;
        }
        int i = Math.max(0, Math.min(g.columns() - 2, (int) column));
        int j = Math.max(0, Math.min(g.rows() - 2, (int) row));
        int k = Math.max(0, Math.min(g.frames() - 2, place.frameBelow(offset)));
        double low = place.sortedOffset(k);
        double t = g.frames() == 1 ? 0 : (offset - low) / (place.sortedOffset(k + 1) - low);
        return blend(t, plane(i, j, k, column - i, row - j), t == 0 ? 0 : plane(i, j, k + 1, column - i, row - j));
    }

    private double plane(int i, int j, int k, double s, double t) {
        int frame = place.frame(k);
        return blend(t, line(i, j, frame, s), t == 0 ? 0 : line(i, j + 1, frame, s));
    }

    private double line(int i, int j, int frame, double s) {
        return blend(s, dose.doseGy(i, j, frame), s == 0 ? 0 : dose.doseGy(i + 1, j, frame));
    }

    private static double blend(double t, double from, double to) {
        return t == 0 ? from : from + t * (to - from);
    }

    private static double inside(double v, double low, double high) {
        if (!(v >= low - ROUNDING && v <= high + ROUNDING)) {
            return Double.NaN;
        }
        return Math.max(low, Math.min(high, v));
    }
}
