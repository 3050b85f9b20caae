package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.cordonrt.plan.Point3;

/** A piece of a surface as quadrilaterals, neighbours side by side. Immutable and thread-safe. */
public final class SurfacePatch {
    private static final int STRIDE = 12;

    /** A wall that bends less than this is taken to be straight from level to level. */
    private static final double STRAIGHT_MM = 0.002;

    private final PlaneFrame frame;
    private double[] corners = new double[64 * STRIDE];
    private int used;

    SurfacePatch(PlaneFrame frame, List<RingStack> stacks) {
        this.frame = frame;
        for (RingStack s : stacks) {
            walls(s);
        }
        stacks.stream()
                .flatMapToDouble(s -> DoubleStream.concat(
                        s.openLow() ? DoubleStream.of(s.lowMm()) : DoubleStream.empty(),
                        s.openHigh() ? DoubleStream.of(s.highMm()) : DoubleStream.empty()))
                .sorted()
                .distinct()
                .forEach(height -> faces(height, stacks));
        corners = Arrays.copyOf(corners, used);
    }

    /**
     * Corners of all quadrilaterals in patient mm, twelve numbers each: x, y, z of the four corners in order round it. Two
     * corners may coincide. A quadrilateral that is not flat stands for the triangles of its corners 0, 1, 2 and 0, 2, 3.
     *
     * @return the array itself, not to be changed
     */
    public double[] corners() {
        return corners;
    }

    private void walls(RingStack s) {
        double[] levels = s.bends(STRAIGHT_MM);
        double[] lower = s.ringAt(levels[0]);
        for (int j = 1; j < levels.length; j++) {
            double[] upper = s.ringAt(levels[j]);
            double low = levels[j - 1];
            double high = levels[j];
            int n = lower.length;
            for (int i = 0; i < n; i += 2) {
                int k = i + 2 == n ? 0 : i + 2;
                // Cut along the shorter diagonal, whichever way the contour runs.
                double one = distance2(lower, i, upper, k);
                double other = distance2(lower, k, upper, i);
                if (one <= other) {
                    add(lower[i], lower[i + 1], low);
                    add(lower[k], lower[k + 1], low);
                    add(upper[k], upper[k + 1], high);
                    add(upper[i], upper[i + 1], high);
                } else {
                    add(lower[k], lower[k + 1], low);
                    add(upper[k], upper[k + 1], high);
                    add(upper[i], upper[i + 1], high);
                    add(lower[i], lower[i + 1], low);
                }
            }
            lower = upper;
        }
    }

    private static double distance2(double[] a, int i, double[] b, int j) {
        double dx = b[j] - a[i];
        double dy = b[j + 1] - a[i + 1];
        return dx * dx + dy * dy;
    }

    /** Flat faces where something ends: what is covered just below or just above a height, but not both. */
    private void faces(double height, List<RingStack> stacks) {
        List<double[]> below = new ArrayList<>();
        List<double[]> above = new ArrayList<>();
        for (RingStack s : stacks) {
            // A part without height counts on one side only, so that it leaves its face.
            if (s.isFlat() ? s.lowMm() == height : s.lowMm() < height && height <= s.highMm()) {
                below.add(s.ringAt(height));
            }
            if (!s.isFlat() && s.lowMm() <= height && height < s.highMm()) {
                above.add(s.ringAt(height));
            }
        }
        List<double[]> either = new ArrayList<>(PlaneRegion.covered(below).outlines());
        either.addAll(PlaneRegion.covered(above).outlines());
        for (double[] t : PlaneRegion.evenOdd(either).toTrapezoids()) {
            for (int c = 0; c < 8; c += 2) {
                add(t[c], t[c + 1], height);
            }
        }
    }

    private void add(double a, double b, double c) {
        if (used == corners.length) {
            corners = Arrays.copyOf(corners, 2 * used);
        }
        Point3 p = frame.point(a, b, c);
        corners[used++] = p.x();
        corners[used++] = p.y();
        corners[used++] = p.z();
    }
}
