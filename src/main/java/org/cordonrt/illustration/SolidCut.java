package org.cordonrt.illustration;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.geometry.SurfaceStrip;
import org.cordonrt.plan.Point3;

/** Cuts a solid's surface with a plane. */
final class SolidCut {
    /** A view this near to a contour plane shows the contours themselves. */
    private static final double SAME_PLANE_MM = 0.05;

    private static final double PARALLEL = 1 - 1e-9;
    private static final int CORNERS = 12;

    private SolidCut() {}

    /**
     * Lines of a cut, and whether they are contours as drawn.
     *
     * @param lines a0, b0, a1, b1, ... in in-plane mm; a closed one ends where it starts
     */
    record Cut(List<Samples> lines, boolean asDrawn) {}

    /** What of the solid a plane shows; lines that lie wholly outside the view are left out. */
    static Cut of(SlabSolid solid, ViewPlane plane) {
        PlaneFrame frame = solid.frame();
        double cos = frame.w().dot(plane.orientation().normal());
        return Math.abs(cos) > PARALLEL
                ? along(solid, plane, plane.depthMm() * Math.signum(cos))
                : across(solid, plane);
    }

    /** A cut parallel to the contour planes. */
    private static Cut along(SlabSolid solid, ViewPlane plane, double heightMm) {
        PlaneFrame frame = solid.frame();
        double height = heightMm;
        boolean asDrawn = false;
        for (Slab s : solid.under(SolidModel.SLAB, solid.options().endCap()).slabs()) {
            if (Math.abs(s.planeMm() - heightMm) <= SAME_PLANE_MM) {
                height = s.planeMm();
                asDrawn = true;
            }
        }
        List<Samples> lines = new ArrayList<>();
        for (double[] ring : solid.surface().region(height).outlines()) {
            double[] ab = new double[ring.length + 2];
            for (int i = 0; i < ab.length; i += 2) {
                int j = i % ring.length;
                Point3 p = frame.point(ring[j], ring[j + 1], height);
                ab[i] = plane.a(p);
                ab[i + 1] = plane.b(p);
            }
            if (touches(ab, plane)) {
                lines.add(Samples.of(ab));
            }
        }
        return new Cut(lines, asDrawn);
    }

    private static boolean touches(double[] ab, ViewPlane plane) {
        double[] box = box(ab);
        return box[0] <= plane.leftMm() + plane.sizeMm()
                && box[2] >= plane.leftMm()
                && box[1] <= plane.topMm() + plane.sizeMm()
                && box[3] >= plane.topMm();
    }

    /** Least a and b, greatest a and b. */
    static double[] box(double[] ab) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < ab.length; i += 2) {
            box[0] = Math.min(box[0], ab[i]);
            box[1] = Math.min(box[1], ab[i + 1]);
            box[2] = Math.max(box[2], ab[i]);
            box[3] = Math.max(box[3], ab[i + 1]);
        }
        return box;
    }

    /** A cut across the contour planes. */
    private static Cut across(SlabSolid solid, ViewPlane plane) {
        ShapeSurface surface = solid.surface();
        Point3 normal = plane.orientation().normal();
        Point3 right = plane.orientation().right();
        Point3 down = plane.orientation().down();
        LineChains chains = new LineChains();
        for (int i = 0; i < surface.patchCount(); i++) {
            double[] box = surface.patchBox(i);
            if (meets(box, surface.frame(), normal, plane.depthMm(), plane.depthMm())
                    && meets(box, surface.frame(), right, plane.leftMm(), plane.leftMm() + plane.sizeMm())
                    && meets(box, surface.frame(), down, plane.topMm(), plane.topMm() + plane.sizeMm())) {
                surface.patch(i).strips().forEach(s -> cut(s, plane, chains));
            }
        }
        return new Cut(chains.lines(), false);
    }

    /** Whether a box reaches into an interval along a direction. */
    private static boolean meets(double[] box, PlaneFrame frame, Point3 direction, double low, double high) {
        double[] along = {direction.dot(frame.u()), direction.dot(frame.v()), direction.dot(frame.w())};
        double least = 0;
        double most = 0;
        for (int k = 0; k < along.length; k++) {
            double one = along[k] * box[k];
            double other = along[k] * box[k + 3];
            least += Math.min(one, other);
            most += Math.max(one, other);
        }
        return least <= high && most >= low;
    }

    private static void cut(SurfaceStrip strip, ViewPlane plane, LineChains chains) {
        double[] ends = new double[4];
        double[] corners = new double[CORNERS];
        for (int q = 0; q < 3 * strip.size(); q += 3) {
            double[] low = strip.lower();
            double[] high = strip.upper();
            // Cut along the shorter diagonal, as the surface is.
            boolean rising = distance2(low, q, high, q + 3) <= distance2(low, q + 3, high, q);
            System.arraycopy(low, rising ? q : q + 3, corners, 0, 3);
            System.arraycopy(rising ? low : high, q + 3, corners, 3, 3);
            System.arraycopy(high, rising ? q + 3 : q, corners, 6, 3);
            System.arraycopy(rising ? high : low, q, corners, 9, 3);
            cut(corners, 0, 3, 6, plane, chains, ends);
            cut(corners, 0, 6, 9, plane, chains, ends);
        }
    }

    private static double distance2(double[] a, int i, double[] b, int j) {
        double x = a[i] - b[j];
        double y = a[i + 1] - b[j + 1];
        double z = a[i + 2] - b[j + 2];
        return x * x + y * y + z * z;
    }

    private static void cut(double[] c, int i, int j, int k, ViewPlane plane, LineChains chains, double[] ends) {
        double di = offset(c, i, plane);
        double dj = offset(c, j, plane);
        double dk = offset(c, k, plane);
        // A corner on the plane counts as above it, so that neighbours agree.
        boolean up = di >= 0;
        if (up == dj >= 0 && up == dk >= 0) {
            return;
        }
        if (up == dj >= 0) {
            meet(c, i, di, k, dk, plane, ends, 0);
            meet(c, j, dj, k, dk, plane, ends, 2);
        } else if (up == dk >= 0) {
            meet(c, i, di, j, dj, plane, ends, 0);
            meet(c, k, dk, j, dj, plane, ends, 2);
        } else {
            meet(c, j, dj, i, di, plane, ends, 0);
            meet(c, k, dk, i, di, plane, ends, 2);
        }
        chains.add(ends[0], ends[1], ends[2], ends[3]);
    }

    private static double offset(double[] c, int i, ViewPlane plane) {
        return plane.offsetMm(new Point3(c[i], c[i + 1], c[i + 2]));
    }

    private static void meet(double[] c, int i, double di, int j, double dj, ViewPlane plane, double[] ends, int at) {
        double t = di / (di - dj);
        Point3 p = new Point3(
                c[i] + t * (c[j] - c[i]), c[i + 1] + t * (c[j + 1] - c[i + 1]), c[i + 2] + t * (c[j + 2] - c[i + 2]));
        ends[at] = plane.a(p);
        ends[at + 1] = plane.b(p);
    }
}
