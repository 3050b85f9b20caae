package org.cordonrt.robust;

import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * The shifts that leave a structure within the hull of the dose samples: a box along the grid's directions. Beyond it
 * nothing is known of the dose. Immutable.
 */
final class Coverage {
    /** Kept away from the faces: rounding of coordinates. */
    private static final double ROUNDING_MM = 1e-6;

    private final Point3[] frame;
    private final double[] low;
    private final double[] high;

    private Coverage(Point3[] frame, double[] low, double[] high) {
        this.frame = frame;
        this.low = low;
        this.high = high;
    }

    static Coverage of(MovingStructure structure, GridGeometry grid) {
        Point3[] frame = {
            grid.columnStep().times(1 / grid.columnStep().norm()),
            grid.rowStep().times(1 / grid.rowStep().norm()),
            grid.frameDirection().times(1 / grid.frameDirection().norm())
        };
        double first = grid.frameOffsetMm(0);
        double last = grid.frameOffsetMm(grid.frames() - 1);
        double[] from = {0, 0, Math.min(first, last)};
        double[] to = {
            (grid.columns() - 1) * grid.columnStep().norm(),
            (grid.rows() - 1) * grid.rowStep().norm(),
            Math.max(first, last)
        };
        double[] low = new double[3];
        double[] high = new double[3];
        for (int d = 0; d < 3; d++) {
            double[] extent = structure.extent(frame[d]);
            double origin = grid.origin().dot(frame[d]);
            low[d] = origin + from[d] - extent[0] + ROUNDING_MM;
            high[d] = origin + to[d] - extent[1] - ROUNDING_MM;
        }
        return new Coverage(frame, low, high);
    }

    /** Whether the structure at rest lies within the grid. */
    boolean atRest() {
        return radiusMm() >= -ROUNDING_MM;
    }

    /** Every shift up to this length is evaluable, mm. */
    double radiusMm() {
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < 3; d++) {
            least = Math.min(least, Math.min(-low[d], high[d]));
        }
        return least;
    }

    boolean holds(Point3 shiftMm) {
        for (int d = 0; d < 3; d++) {
            double at = shiftMm.dot(frame[d]);
            if (!(at >= low[d] && at <= high[d])) {
                return false;
            }
        }
        return true;
    }

    /** How far along a direction, at most {@code mostMm}. */
    double along(Point3 unit, double mostMm) {
        double far = mostMm;
        for (int d = 0; d < 3; d++) {
            double rate = unit.dot(frame[d]);
            if (rate > 0) {
                far = Math.min(far, high[d] / rate);
            } else if (rate < 0) {
                far = Math.min(far, low[d] / rate);
            }
        }
        return Math.max(0, far);
    }

    /** All shifts of up to a length, as far as they are evaluable. */
    ShiftSearch.Region region(double radiusMm) {
        double[] from = new double[3];
        double[] to = new double[3];
        for (int d = 0; d < 3; d++) {
            from[d] = Math.min(0, Math.max(low[d], -radiusMm));
            to[d] = Math.max(0, Math.min(high[d], radiusMm));
        }
        return new ShiftSearch.Region(frame.clone(), from, to);
    }
}
