package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Internal;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.jspecify.annotations.Nullable;

/**
 * Part of a slab of a solid in a box along the solid's frame: a polygon over a height, halved when asked for. For work
 * that asks about the same solid again and again and needs small parts in a few places only.
 *
 * <p>Coordinates are those of the solid's frame, mm. Thread-safe: halves are made when first asked for, perhaps by several
 * threads, and are the same each time.
 */
@Internal
public final class SolidPart {
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
            List<SolidPart> made = new ArrayList<>(2);
            int axis = halfMm(2) >= widestHalfMm() ? 2 : halfMm(0) >= widestHalfMm() ? 0 : 1;
            double middle = middleMm(axis);
            if (axis == 2) {
                add(xy, low, middle, made);
                add(xy, middle, high, made);
            } else {
                add(RingClip.keep(xy, axis, middle, false), low, high, made);
                add(RingClip.keep(xy, axis, middle, true), low, high, made);
            }
            known = List.copyOf(made);
            halves = known;
        }
        return known;
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
