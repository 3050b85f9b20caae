package org.cordonrt.geometry;

import java.util.List;
import org.cordonrt.Internal;

/**
 * The even-odd region of the contours of one plane, as rings whose winding numbers add up to 1 inside and 0 outside:
 * outer rings run counter-clockwise, holes clockwise. Immutable and thread-safe.
 */
@Internal
public final class PlaneRegion {
    /** What shares less may only touch, which takes a closer look. */
    private static final double CLEARLY_MM2 = 1e-4;

    private final double[][] rings;
    private final boolean crossing;
    private final boolean repeating;
    private final double areaMm2;
    private final double minX;
    private final double minY;
    private final double maxX;
    private final double maxY;

    /**
     * @param crossing whether the rings are trapezoids
     * @param repeating whether an edge may run back along another one, exactly or nearly
     */
    PlaneRegion(double[][] rings, boolean crossing, boolean repeating) {
        this.rings = rings;
        this.crossing = crossing;
        this.repeating = repeating;
        double area = 0;
        double x0 = Double.POSITIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (double[] ring : rings) {
            area += Rings.area(ring);
            for (int i = 0; i < ring.length; i += 2) {
                x0 = Math.min(x0, ring[i]);
                x1 = Math.max(x1, ring[i]);
                y0 = Math.min(y0, ring[i + 1]);
                y1 = Math.max(y1, ring[i + 1]);
            }
        }
        this.areaMm2 = area;
        this.minX = x0;
        this.minY = y0;
        this.maxX = x1;
        this.maxY = y1;
    }

    /**
     * The even-odd region of closed polygons, which may nest, touch, cross each other or themselves.
     *
     * @param polygons each x0, y0, x1, y1, ... in mm; a repeated first vertex at the end is allowed
     * @throws org.cordonrt.issue.CordonException CONTOUR_GEOMETRY if they cross so often that the work explodes
     */
    public static PlaneRegion evenOdd(List<double[]> polygons) {
        return new EvenOddSweep(polygons).region();
    }

    /**
     * What rings run around counter-clockwise more often than clockwise: the union of the outer rings without the holes.
     *
     * @param rings each x0, y0, x1, y1, ... in mm
     */
    static PlaneRegion covered(List<double[]> rings) {
        if (rings.size() == 1 && RingCrossing.isSimple(rings.get(0)) && Rings.area(rings.get(0)) > 0) {
            return new PlaneRegion(new double[][] {rings.get(0)}, false, true);
        }
        return new EvenOddSweep(rings, true).region();
    }

    /** Outer rings counter-clockwise and holes clockwise, contours even where they crossed or touched. */
    public List<double[]> outlines() {
        return crossing ? TrapezoidOutline.of(rings) : List.of(rings);
    }

    /** Rings, or trapezoids where contours crossed or touched. */
    int ringCount() {
        return rings.length;
    }

    /** A copy of all rings, each x0, y0, x1, y1, ... in mm. */
    public double[][] toRings() {
        double[][] copy = new double[rings.length][];
        for (int i = 0; i < rings.length; i++) {
            copy[i] = rings[i].clone();
        }
        return copy;
    }

    /** A copy of the edges of all rings in their order: x and y of the beginning and of the end of each, in mm. */
    public double[] toEdges() {
        int n = 0;
        for (double[] ring : rings) {
            n += ring.length / 2;
        }
        double[] edges = new double[4 * n];
        int o = 0;
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                int next = i + 2 < ring.length ? i + 2 : 0;
                edges[o++] = ring[i];
                edges[o++] = ring[i + 1];
                edges[o++] = ring[next];
                edges[o++] = ring[next + 1];
            }
        }
        return edges;
    }

    /**
     * Whether an edge may run back along another one, exactly as the sides of trapezoids do, or less than 1e-6 mm beside
     * it as a keyhole channel may.
     */
    public boolean mayRepeatEdges() {
        return repeating;
    }

    /**
     * The region cut into trapezoids with horizontal sides that share no area, in increasing order of their lower sides.
     *
     * @return for each trapezoid its lower left, lower right, upper right and upper left vertex, as x0, y0, ..., x3, y3
     *     in mm; one side may have no length. The upper side always lies above the lower one
     */
    public double[][] toTrapezoids() {
        return crossing ? toRings() : new EvenOddSweep(List.of(rings)).asTrapezoids();
    }

    /**
     * Area that this region and another in the same plane coordinates both cover, mm2: exact up to rounding and never
     * negative. Boundaries that touch, or overlap by less than 1e-9 mm, share nothing.
     */
    public double overlapAreaMm2(PlaneRegion other) {
        if (!(Math.min(maxX, other.maxX) > Math.max(minX, other.minX)
                && Math.min(maxY, other.maxY) > Math.max(minY, other.minY))) {
            return 0;
        }
        double area = RegionOverlap.areaMm2(
                rings,
                other.rings,
                Math.max(minY, other.minY),
                Math.min(maxY, other.maxY),
                (Math.max(minX, other.minX) + Math.min(maxX, other.maxX)) / 2);
        return area > CLEARLY_MM2 ? area : TrapezoidOverlap.areaMm2(toTrapezoids(), other.toTrapezoids());
    }

    /** Whether contours crossed or touched, so that the rings are trapezoids instead of the contours themselves. */
    public boolean hasCrossings() {
        return crossing;
    }

    public double areaMm2() {
        return areaMm2;
    }

    public double minX() {
        return minX;
    }

    public double minY() {
        return minY;
    }

    public double maxX() {
        return maxX;
    }

    public double maxY() {
        return maxY;
    }

    /** Whether the region holds a point; points on the boundary may go either way. */
    public boolean contains(double x, double y) {
        int winding = 0;
        for (double[] ring : rings) {
            winding += Rings.windingNumber(ring, x, y);
        }
        return winding != 0;
    }
}
