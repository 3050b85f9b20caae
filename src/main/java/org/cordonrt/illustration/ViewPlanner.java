package org.cordonrt.illustration;

import java.util.List;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/** Chooses the part of a plane to show: around cord and target, small enough that a gap of 3 mm is seen. */
final class ViewPlanner {
    private static final double LEAST_MM = 70;
    private static final double MOST_MM = 110;
    private static final double BESIDE_MM = 10;

    /** The point that a view is about stays within this share of its size from the middle. */
    private static final double OFF_CENTRE = 0.3;

    private ViewPlanner() {}

    /**
     * @param cord the cord; where it runs along the plane it does not widen the view
     * @param target empty or one solid: what the cord is near to
     */
    static ViewPlane around(Point3 through, Orientation orientation, SlabSolid cord, List<SlabSolid> target) {
        ViewPlane wide = centred(orientation, through, 0, 0, 2 * MOST_MM);
        double a = wide.a(through);
        double b = wide.b(through);
        double[] box = {a, b, a, b};
        for (SlabSolid t : target) {
            grow(box, SolidCut.of(t, wide).lines());
        }
        if (orientation == Orientation.AXIAL) {
            grow(box, SolidCut.of(cord, wide).lines());
        }
        double size = Math.max(box[2] - box[0], box[3] - box[1]) + 2 * BESIDE_MM;
        size = Math.max(LEAST_MM, Math.min(MOST_MM, Math.ceil(size)));
        return centred(
                orientation,
                through,
                clamp((box[0] + box[2]) / 2 - a, OFF_CENTRE * size),
                clamp((box[1] + box[3]) / 2 - b, OFF_CENTRE * size),
                size);
    }

    private static double clamp(double v, double most) {
        return Math.max(-most, Math.min(most, v));
    }

    private static ViewPlane centred(Orientation o, Point3 through, double da, double db, double sizeMm) {
        return new ViewPlane(
                o, through, through.dot(o.right()) + da - sizeMm / 2, through.dot(o.down()) + db - sizeMm / 2, sizeMm);
    }

    private static void grow(double[] box, List<Samples> lines) {
        for (Samples line : lines) {
            double[] b = SolidCut.box(line.toArray());
            box[0] = Math.min(box[0], b[0]);
            box[1] = Math.min(box[1], b[1]);
            box[2] = Math.max(box[2], b[2]);
            box[3] = Math.max(box[3], b[3]);
        }
    }
}
