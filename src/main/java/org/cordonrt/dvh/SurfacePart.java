package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.Internal;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.jspecify.annotations.Nullable;

/**
 * Part of the surface of a solid with its area as a vector, halved when asked for: a wall, some edges of a slab's outline
 * over a height, or a face, what one of two slabs covers beyond the other at the height where they meet. For work that
 * asks how a volume grows when the solid moves: by the area of the surface along the way.
 *
 * <p>Coordinates are those of the solid's frame, mm. Not thread-safe: halves are made when first asked for.
 */
@Internal
public final class SurfacePart {
    /** Slabs nearer than this meet, mm. */
    private static final double TOUCH_MM = 1e-9;

    /** Faces that cover less are rounding, mm2. */
    private static final double DUST_MM2 = 1e-12;

    private static final double[] NOTHING = new double[0];

    /** A wall's corners, one more than edges; of a face the joined rings of the slab below it. */
    private final double[] xy;

    /** Of a face the joined rings of the slab above it; null for a wall. */
    private final double @Nullable [] above;

    private final double low;
    private final double high;

    /** Least and greatest x, least and greatest y. */
    private final double[] box;

    private final double[] net = new double[3];
    private final double[] total = new double[3];
    private @Nullable List<SurfacePart> halves;

    private SurfacePart(double[] xy, double @Nullable [] above, double low, double high) {
        this.xy = xy;
        this.above = above;
        this.low = low;
        this.high = high;
        this.box = new double[] {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        widen(xy);
        if (above == null) {
            wall(high - low);
        } else {
            widen(above);
            face(above);
        }
    }

    private void widen(double[] points) {
        for (int i = 0; i < points.length; i += 2) {
            box[0] = Math.min(box[0], points[i]);
            box[1] = Math.max(box[1], points[i]);
            box[2] = Math.min(box[2], points[i + 1]);
            box[3] = Math.max(box[3], points[i + 1]);
        }
    }

    private void wall(double height) {
        // Outlines run counter-clockwise: outside is to the right of an edge.
        net[0] = (xy[xy.length - 1] - xy[1]) * height;
        net[1] = (xy[0] - xy[xy.length - 2]) * height;
        for (int i = 2; i < xy.length; i += 2) {
            total[0] += Math.abs(xy[i + 1] - xy[i - 1]) * height;
            total[1] += Math.abs(xy[i] - xy[i - 2]) * height;
        }
    }

    private void face(double[] upper) {
        double below = area(xy);
        double over = area(upper);
        double all = (box[1] - box[0]) * (box[3] - box[2]);
        net[2] = below - over;
        // What only one of them covers cannot be more than what the other leaves of the box.
        double only = Math.max(0, Math.min(below, all - over)) + Math.max(0, Math.min(over, all - below));
        total[2] = Math.max(only, Math.abs(net[2]));
    }

    private static double area(double[] ring) {
        double[] m = new double[4];
        if (ring.length >= 6) {
            Moments.add(ring, 0, ring.length, m, 0);
        }
        return m[0];
    }

    /** The whole surface of a solid. */
    public static List<SurfacePart> of(SlabSolid solid) {
        List<SurfacePart> parts = new ArrayList<>();
        @Nullable Slab before = null;
        for (Slab s : solid.slabs()) {
            if (!(s.thicknessMm() > 0)) {
                continue;
            }
            for (double[] ring : s.region().outlines()) {
                addWall(ring, s.lowMm(), s.highMm(), parts);
            }
            if (before == null) {
                addFace(NOTHING, joined(s.region()), s.lowMm(), parts);
            } else if (s.lowMm() - before.highMm() > TOUCH_MM) {
                addFace(joined(before.region()), NOTHING, before.highMm(), parts);
                addFace(NOTHING, joined(s.region()), s.lowMm(), parts);
            } else if (before.region() != s.region()) {
                addFace(joined(before.region()), joined(s.region()), s.lowMm(), parts);
            }
            before = s;
        }
        if (before != null) {
            addFace(joined(before.region()), NOTHING, before.highMm(), parts);
        }
        return List.copyOf(parts);
    }

    private static double[] joined(PlaneRegion region) {
        return SolidPart.joined(region.toRings());
    }

    private static void addWall(double[] ring, double low, double high, List<SurfacePart> out) {
        if (ring.length >= 6) {
            double[] closed = Arrays.copyOf(ring, ring.length + 2);
            closed[ring.length] = ring[0];
            closed[ring.length + 1] = ring[1];
            out.add(new SurfacePart(closed, null, low, high));
        }
    }

    private static void addFace(double[] below, double[] above, double at, List<SurfacePart> out) {
        if (below.length >= 6 || above.length >= 6) {
            SurfacePart face = new SurfacePart(below, above, at, at);
            if (face.total[2] > DUST_MM2) {
                out.add(face);
            }
        }
    }

    /** Middle of the box around the part along an axis of the frame, mm. */
    public double middleMm(int axis) {
        return axis == 2 ? (low + high) / 2 : (box[2 * axis] + box[2 * axis + 1]) / 2;
    }

    /** Half its width, mm. */
    public double halfMm(int axis) {
        return axis == 2 ? (high - low) / 2 : (box[2 * axis + 1] - box[2 * axis]) / 2;
    }

    /** Its area as a vector out of the solid, mm2: what the solid gains for each mm along an axis. */
    public double netMm2(int axis) {
        return net[axis];
    }

    /** At least the integral of the outward normal's absolute component, mm2. */
    public double totalMm2(int axis) {
        return total[axis];
    }

    /** Whether the part is an upright rectangle, on which a linear function is spread evenly along both sides. */
    public boolean isRectangle() {
        return above == null && xy.length == 4;
    }

    /** Of a rectangle, by how much a linear function changes over half of its lower side; its slope is along the frame. */
    public double halfRangeAlong(double[] slope) {
        return Math.abs(slope[0] * (xy[2] - xy[0]) + slope[1] * (xy[3] - xy[1])) / 2;
    }

    /** No value of a linear function on the part is further from that in the middle of the box. */
    public double halfRange(double[] slope) {
        if (above != null) {
            return Math.abs(slope[0]) * halfMm(0) + Math.abs(slope[1]) * halfMm(1);
        }
        double mx = middleMm(0);
        double my = middleMm(1);
        double most = 0;
        for (int i = 0; i < xy.length; i += 2) {
            most = Math.max(most, Math.abs(slope[0] * (xy[i] - mx) + slope[1] * (xy[i + 1] - my)));
        }
        return most + Math.abs(slope[2]) * halfMm(2);
    }

    /** Whether the part can be halved along an axis. */
    private boolean hasWidth(int axis) {
        return halfMm(axis) > 0;
    }

    /**
     * Two parts, or none where nothing is left: they share nothing but edges and leave nothing out.
     *
     * @param axis along which to halve, where the part has not been halved yet and is wide
     */
    public List<SurfacePart> halves(int axis) {
        List<SurfacePart> known = halves;
        if (known == null) {
            known = new ArrayList<>(2);
            double[] upper = above;
            if (upper != null) {
                int by = axis < 2 && hasWidth(axis) ? axis : halfMm(0) >= halfMm(1) ? 0 : 1;
                double at = middleMm(by);
                for (boolean up : new boolean[] {false, true}) {
                    addFace(clipped(xy, by, at, up), clipped(upper, by, at, up), low, known);
                }
            } else if (axis == 2) {
                known.add(new SurfacePart(xy, null, low, middleMm(2)));
                known.add(new SurfacePart(xy, null, middleMm(2), high));
            } else {
                halveEdges(known);
            }
            halves = known;
        }
        return known;
    }

    private static double[] clipped(double[] ring, int axis, double at, boolean up) {
        return ring.length == 0 ? ring : RingClip.keep(ring, axis, at, up);
    }

    private void halveEdges(List<SurfacePart> out) {
        int edges = xy.length / 2 - 1;
        if (edges == 1) {
            double mx = (xy[0] + xy[2]) / 2;
            double my = (xy[1] + xy[3]) / 2;
            out.add(new SurfacePart(new double[] {xy[0], xy[1], mx, my}, null, low, high));
            out.add(new SurfacePart(new double[] {mx, my, xy[2], xy[3]}, null, low, high));
            return;
        }
        int middle = edges / 2;
        out.add(new SurfacePart(Arrays.copyOfRange(xy, 0, 2 * middle + 2), null, low, high));
        out.add(new SurfacePart(Arrays.copyOfRange(xy, 2 * middle, xy.length), null, low, high));
    }
}
