package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.Internal;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.jspecify.annotations.Nullable;

/**
 * Part of a slab of a solid in a box along the solid's frame: a polygon over a height, halved when asked for. Its volume
 * where a linear function reaches a value has a closed form ({@link PrismPiece}), good to 1e-9 of the volume. For work
 * that asks about the same solid again and again and needs small parts in a few places only.
 *
 * <p>Coordinates are those of the solid's frame, mm. Not thread-safe: halves are made when first asked for.
 */
@Internal
public final class SolidPart {
    /** Of a part with more corners near the level the volume is bounded by even steps. */
    private static final int MOST_KNOTS = 14;

    /** The joined rings of the polygon. */
    private final double[] xy;

    private final double low;
    private final double high;

    /** Least and greatest x, least and greatest y. */
    private final double[] box;

    /** Integrals of 1, x, y and x y over the polygon. */
    private final double[] moments;

    private @Nullable List<SolidPart> halves;

    private SolidPart(double[] xy, double low, double high, double[] box, double[] moments) {
        this.xy = xy;
        this.low = low;
        this.high = high;
        this.box = box;
        this.moments = moments;
    }

    /** The slabs of a solid that have a volume. */
    public static List<SolidPart> of(SlabSolid solid) {
        List<SolidPart> parts = new ArrayList<>();
        for (Slab s : solid.slabs()) {
            add(joined(s.region().toRings()), s.lowMm(), s.highMm(), parts);
        }
        return List.copyOf(parts);
    }

    /** One ring that runs from the first ring's start to each other ring and back: those ways enclose nothing. */
    private static double[] joined(double[][] rings) {
        if (rings.length == 1) {
            return rings[0];
        }
        int n = 0;
        for (double[] r : rings) {
            n += r.length + 4;
        }
        double[] xy = new double[n];
        int to = 0;
        for (double[] r : rings) {
            System.arraycopy(r, 0, xy, to, r.length);
            to += r.length;
            xy[to++] = r[0];
            xy[to++] = r[1];
            xy[to++] = rings[0][0];
            xy[to++] = rings[0][1];
        }
        return xy;
    }

    private static void add(double[] xy, double low, double high, List<SolidPart> out) {
        if (xy.length < 6) {
            return;
        }
        double[] box = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < xy.length; i += 2) {
            box[0] = Math.min(box[0], xy[i]);
            box[1] = Math.max(box[1], xy[i]);
            box[2] = Math.min(box[2], xy[i + 1]);
            box[3] = Math.max(box[3], xy[i + 1]);
        }
        double[] moments = new double[4];
        Moments.add(xy, 0, xy.length, moments, 0);
        if (moments[0] > 0 && high > low) {
            out.add(new SolidPart(xy, low, high, box, moments));
        }
    }

    /** Volume, mm3. */
    public double mm3() {
        return moments[0] * (high - low);
    }

    /** Middle of the box around the part along an axis of the frame, mm. */
    public double middleMm(int axis) {
        return axis == 2 ? (low + high) / 2 : (box[2 * axis] + box[2 * axis + 1]) / 2;
    }

    /** Half its width, mm. */
    public double halfMm(int axis) {
        return axis == 2 ? (high - low) / 2 : (box[2 * axis + 1] - box[2 * axis]) / 2;
    }

    /** Half the greatest width, mm. */
    public double widestHalfMm() {
        return Math.max(halfMm(2), Math.max(halfMm(0), halfMm(1)));
    }

    /** The parts on both sides of the middle of the widest side; they share no volume and leave none out. */
    public List<SolidPart> halves() {
        List<SolidPart> known = halves;
        if (known == null) {
            known = new ArrayList<>(2);
            int axis = halfMm(2) >= widestHalfMm() ? 2 : halfMm(0) >= widestHalfMm() ? 0 : 1;
            double middle = middleMm(axis);
            if (axis == 2) {
                add(xy, low, middle, known);
                add(xy, middle, high, known);
            } else {
                add(RingClip.keep(xy, axis, middle, false), low, high, known);
                add(RingClip.keep(xy, axis, middle, true), low, high, known);
            }
            halves = known;
        }
        return known;
    }

    /**
     * The volumes where a linear function is at least so much.
     *
     * @param atMiddle its value in the middle of the box
     * @param slope along the axes of the frame, per mm
     * @param values the values asked about
     * @param mm3 receives the volumes
     */
    public void mm3Above(double atMiddle, double[] slope, double[] values, double[] mm3) {
        PrismPiece prism = PrismPiece.linear(xy, box, moments, high - low, atMiddle, slope);
        for (int i = 0; i < values.length; i++) {
            mm3[i] = prism.linearMm3Above(values[i]);
        }
    }

    /**
     * An upper bound on the volume where a linear function, raised by t, is at least {@code level}: for every t from
     * {@code -change} to {@code change} it is at most {@code out[0] + out[1] t}. Between the values at the corners of the
     * part the volume is a cubic polynomial in t, which does not exceed the greatest of its Bernstein coefficients
     * (doi:10.1016/j.cagd.2012.03.001).
     *
     * @param atMiddle the function in the middle of the box
     * @param slope along the axes of the frame, per mm
     * @param change above 0
     * @param out receives the two numbers and the volume for t = 0, about
     */
    public void boundMm3Above(double atMiddle, double[] slope, double level, double change, double[] out) {
        PrismPiece prism = PrismPiece.linear(xy, box, moments, high - low, atMiddle, slope);
        double[] knots = new double[MOST_KNOTS + 2];
        int n = knots(atMiddle, slope, level, change, knots);
        boolean cubic = n > 0;
        if (!cubic) {
            n = knots.length;
            for (int i = 0; i < n; i++) {
                knots[i] = change * (2.0 * i / (n - 1) - 1);
            }
        }
        double first = prism.linearMm3Above(level + change);
        double last = prism.linearMm3Above(level - change);
        double by = Math.max(0, last - first) / (2 * change);
        double most = Math.max(first + by * change, last - by * change);
        double inMiddle = Double.NaN;
        double before = first;
        for (int i = 1; i < n; i++) {
            double t0 = knots[i - 1];
            double t3 = knots[i];
            double d = (t3 - t0) / 3;
            double f3 = i == n - 1 ? last : prism.linearMm3Above(level - t3);
            double f1 = prism.linearMm3Above(level - t0 - d);
            double f2 = prism.linearMm3Above(level - t0 - 2 * d);
            double c1 = (-5 * before + 18 * f1 - 9 * f2 + 2 * f3) / 6;
            double c2 = (2 * before - 9 * f1 + 18 * f2 - 5 * f3) / 6;
            double coefficients = Math.max(
                    Math.max(before - by * t0, f3 - by * t3), Math.max(c1 - by * (t0 + d), c2 - by * (t0 + 2 * d)));
            // The volume rises with t: no value in between exceeds the one at the end.
            double rising = f3 - by * t0;
            most = Math.max(most, cubic ? Math.min(coefficients, rising) : rising);
            if (t0 <= 0 && t3 > 0) {
                inMiddle = n == 2 ? (9 * (f1 + f2) - before - f3) / 16 : (f1 + f2) / 2;
            }
            before = f3;
        }
        out[0] = most;
        out[1] = by;
        out[2] = inMiddle;
    }

    /** Where a corner's value passes the level, and both ends; in order. -1 where they are too many. */
    private int knots(double atMiddle, double[] slope, double level, double change, double[] knots) {
        int n = 0;
        knots[n++] = -change;
        double rise = Math.abs(slope[2]) * halfMm(2);
        double start = level - atMiddle + slope[0] * middleMm(0) + slope[1] * middleMm(1);
        for (int i = 0; i < xy.length; i += 2) {
            double t = start - slope[0] * xy[i] - slope[1] * xy[i + 1];
            for (int side = -1; side <= 1; side += 2) {
                double k = t + side * rise;
                if (k > -change && k < change) {
                    if (n > MOST_KNOTS) {
                        return -1;
                    }
                    knots[n++] = k;
                }
            }
        }
        knots[n++] = change;
        Arrays.sort(knots, 0, n);
        return n;
    }

    /** By how much a linear function is greater, at its greatest in the part, than in the middle of the box. */
    public double most(double[] slope) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xy.length; i += 2) {
            most = Math.max(most, slope[0] * (xy[i] - middleMm(0)) + slope[1] * (xy[i + 1] - middleMm(1)));
        }
        return most + Math.abs(slope[2]) * halfMm(2);
    }

    /** Its integral over the part where it is 0 in the middle of the box, mm3 times its unit. */
    public double integral(double[] slope) {
        return (slope[0] * (moments[1] - middleMm(0) * moments[0]) + slope[1] * (moments[2] - middleMm(1) * moments[0]))
                * (high - low);
    }
}
