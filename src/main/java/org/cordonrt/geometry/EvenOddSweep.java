package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/**
 * Sweeps the edges of polygons upwards and decides for each whether it bounds the region from the left or from the
 * right. The region is the even-odd one, or what polygons run around counter-clockwise more often than clockwise. Where every polygon keeps one sense all the way round, the polygons themselves, turned the right way, are
 * the rings. Where they cross, touch or coincide, the region is cut into trapezoids instead: they cover the same area and
 * need no delicate decision.
 */
final class EvenOddSweep {
    /** Order changes below this are touching, not crossing: far below any contour's rounding, far above a double's. */
    private static final double TOUCH_MM = 1e-9;

    /** What is narrower may be a seam between contours that touch, opened by rounding. */
    private static final double SEAM_MM = 1e-6;

    /** Edge visits allowed before the contours are refused: thousands of times what a drawn contour takes. */
    private static final long MAX_VISITS = 20_000_000L;

    /** Crossings below crossings below crossings in one strip; no drawn contour comes near. */
    private static final int MAX_DEPTH = 200;

    private static final byte UNKNOWN = 0;
    private static final byte LEFT = 1;
    private static final byte RIGHT = 2;
    private static final byte INSIDE = 3;

    private final List<double[]> polygons;
    private final boolean byWinding;

    // Non-horizontal edges, from the lower end (x0, y0) to the upper end (x1, y1).
    private final double[] x0;
    private final double[] y0;
    private final double[] x1;
    private final double[] y1;
    private final boolean[] upward;
    private final int[] polygonOf;
    private final byte[] role;
    private int edgeCount;

    private boolean mixed;

    /** Whether edges run along each other nearer than a seam. */
    private boolean seams;

    private long visits;

    // Edges crossing the current strip, from left to right.
    private int[] active = new int[16];
    private double[] middle = new double[16];
    // x of the active edges at the lower and the upper end of the strip at hand.
    private double[] atBottom = new double[16];
    private double[] atTop = new double[16];
    private int activeCount;

    private final Trapezoids trapezoids;

    EvenOddSweep(List<double[]> input) {
        this(input, false);
    }

    /** @param byWinding whether the sense of the polygons counts */
    EvenOddSweep(List<double[]> input, boolean byWinding) {
        this.byWinding = byWinding;
        List<double[]> cleaned = new ArrayList<>(input.size());
        for (double[] p : input) {
            double[] c = withoutRepeats(p);
            if (c.length >= 6) {
                cleaned.add(c);
            }
        }
        polygons = byWinding ? cleaned : EdgeCancellation.apply(cleaned);
        int vertices = 0;
        for (double[] p : polygons) {
            vertices += p.length / 2;
        }
        x0 = new double[vertices];
        y0 = new double[vertices];
        x1 = new double[vertices];
        y1 = new double[vertices];
        upward = new boolean[vertices];
        polygonOf = new int[vertices];
        role = new byte[vertices];
        trapezoids = new Trapezoids(vertices);
    }

    PlaneRegion region() {
        collectEdges();
        int[] byLowerEnd = edgesByLowerEnd();
        sweep(byLowerEnd, false);
        if (!mixed) {
            double[][] rings = orientedPolygons();
            if (!mixed) {
                return new PlaneRegion(rings, false, byWinding || seams);
            }
        }
        activeCount = 0;
        sweep(byLowerEnd, true);
        return new PlaneRegion(trapezoids.finish(), true, true);
    }

    /** The region as trapezoids, whatever its shape. */
    double[][] asTrapezoids() {
        collectEdges();
        sweep(edgesByLowerEnd(), true);
        return trapezoids.finish();
    }

    private static double[] withoutRepeats(double[] p) {
        double[] out = new double[p.length];
        int n = 0;
        for (int i = 0; i + 1 < p.length; i += 2) {
            if (n == 0 || p[i] != out[n - 2] || p[i + 1] != out[n - 1]) {
                out[n++] = p[i];
                out[n++] = p[i + 1];
            }
        }
        while (n >= 4 && out[0] == out[n - 2] && out[1] == out[n - 1]) {
            n -= 2;
        }
        return n == p.length ? p : Arrays.copyOf(out, n);
    }

    private void collectEdges() {
        for (int k = 0; k < polygons.size(); k++) {
            double[] p = polygons.get(k);
            double ax = p[p.length - 2];
            double ay = p[p.length - 1];
            for (int i = 0; i < p.length; i += 2) {
                double bx = p[i];
                double by = p[i + 1];
                if (ay != by) {
                    boolean up = by > ay;
                    x0[edgeCount] = up ? ax : bx;
                    y0[edgeCount] = up ? ay : by;
                    x1[edgeCount] = up ? bx : ax;
                    y1[edgeCount] = up ? by : ay;
                    upward[edgeCount] = up;
                    polygonOf[edgeCount] = k;
                    edgeCount++;
                }
                ax = bx;
                ay = by;
            }
        }
    }

    private int[] edgesByLowerEnd() {
        int[] order = new int[edgeCount];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int e = 0; e < edgeCount; e++) {
            low = Math.min(low, y0[e]);
            high = Math.max(high, y0[e]);
        }
        // The sort runs on primitives: heights in fine steps above, numbers of edges below.
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(edgeCount);
        double steps = high > low ? (double) (1L << Long.SIZE - 2 - bits) / (high - low) : 0;
        long[] keyed = new long[edgeCount];
        for (int e = 0; e < edgeCount; e++) {
            keyed[e] = (long) ((y0[e] - low) * steps) << bits | e;
        }
        Arrays.sort(keyed);
        boolean sorted = true;
        for (int i = 0; i < edgeCount; i++) {
            order[i] = (int) (keyed[i] & (1L << bits) - 1);
            sorted &= i == 0 || y0[order[i - 1]] <= y0[order[i]];
        }
        return sorted ? order : byRankOfLowerEnd();
    }

    /** Heights that differ by less than a step, in the wrong order: rank them first. */
    private int[] byRankOfLowerEnd() {
        double[] heights = Arrays.copyOf(y0, edgeCount);
        Arrays.sort(heights);
        long[] keyed = new long[edgeCount];
        for (int e = 0; e < edgeCount; e++) {
            keyed[e] = ((long) Arrays.binarySearch(heights, y0[e]) << 32) | e;
        }
        Arrays.sort(keyed);
        int[] order = new int[edgeCount];
        for (int e = 0; e < edgeCount; e++) {
            order[e] = (int) keyed[e];
        }
        // binarySearch may return any of several equal heights, but equal heights lie side by side all the same.
        return order;
    }

    /** All heights at which an edge begins or ends, increasing: two sorted lists laid into one. */
    private double[] levels(int[] byLowerEnd) {
        double[] upper = Arrays.copyOf(y1, edgeCount);
        Arrays.sort(upper);
        double[] ys = new double[2 * edgeCount];
        int n = 0;
        int i = 0;
        int j = 0;
        while (j < edgeCount) {
            // Every upper end has a lower end below it, so that the lower ends run out first.
            boolean takeLower = i < edgeCount && y0[byLowerEnd[i]] <= upper[j];
            double y = takeLower ? y0[byLowerEnd[i++]] : upper[j++];
            if (n == 0 || y != ys[n - 1]) {
                ys[n++] = y;
            }
        }
        return Arrays.copyOf(ys, n);
    }

    private void sweep(int[] byLowerEnd, boolean emit) {
        double[] levels = levels(byLowerEnd);
        int next = 0;
        int before = 0;
        boolean wasNarrow = false;
        for (int s = 0; s + 1 < levels.length; s++) {
            double bottom = levels[s];
            double top = levels[s + 1];
            int kept = 0;
            for (int i = 0; i < activeCount; i++) {
                if (y1[active[i]] > bottom) {
                    active[kept++] = active[i];
                }
            }
            activeCount = kept;
            while (next < edgeCount && y0[byLowerEnd[next]] <= bottom) {
                activate(byLowerEnd[next++]);
            }
            // Free space that begins and ends within a seam's width, or the like of it inside.
            boolean narrow = top - bottom <= SEAM_MM;
            seams |= activeCount != before && (narrow || wasNarrow);
            before = activeCount;
            wasNarrow = narrow;
            strip(bottom, top, emit, 0);
            if (mixed && !emit) {
                return;
            }
        }
    }

    private void activate(int e) {
        if (activeCount == active.length) {
            active = Arrays.copyOf(active, 2 * activeCount);
            middle = Arrays.copyOf(middle, 2 * activeCount);
            atBottom = Arrays.copyOf(atBottom, 2 * activeCount);
            atTop = Arrays.copyOf(atTop, 2 * activeCount);
        }
        active[activeCount++] = e;
    }

    private double xAt(int e, double y) {
        if (y <= y0[e]) {
            return x0[e];
        }
        if (y >= y1[e]) {
            return x1[e];
        }
        return x0[e] + (x1[e] - x0[e]) * ((y - y0[e]) / (y1[e] - y0[e]));
    }

    /** Handles the active edges between two heights at which none begins or ends. */
    private void strip(double bottom, double top, boolean emit, int depth) {
        double from = bottom;
        while (true) {
            sortByMiddle((from + top) / 2);
            for (int i = 0; i < activeCount; i++) {
                atBottom[i] = xAt(active[i], from);
                atTop[i] = xAt(active[i], top);
            }
            double crossing = crossing(from, top);
            if (!(crossing > from && crossing < top)) {
                break;
            }
            mixed = true;
            if (!emit) {
                return;
            }
            if (depth > MAX_DEPTH) {
                throw tooTangled();
            }
            strip(from, crossing, true, depth + 1);
            from = crossing;
        }
        int winding = 0;
        int left = 0;
        for (int i = 0; i < activeCount; i++) {
            int e = active[i];
            int before = winding;
            winding += !byWinding ? 1 - 2 * (i & 1) : upward[e] ? -1 : 1;
            byte now = before <= 0 && winding > 0 ? LEFT : before > 0 && winding <= 0 ? RIGHT : INSIDE;
            if (role[e] == UNKNOWN) {
                role[e] = now;
            } else if (role[e] != now) {
                mixed = true;
            }
            if (i > 0 && coincide(i - 1, i)) {
                // Of what has no width nothing may be left, nor of a seam between two that abut.
                mixed = true;
            }
            seams |= i > 0 && atBottom[i] - atBottom[i - 1] <= SEAM_MM && atTop[i] - atTop[i - 1] <= SEAM_MM;
            if (now == INSIDE) {
                mixed = true;
            } else if (now == LEFT) {
                left = i;
            } else if (emit && !coincide(left, i)) {
                trapezoids.add(active[left], e, from, top, atBottom[left], atBottom[i], atTop[left], atTop[i]);
            }
        }
    }

    private boolean coincide(int left, int right) {
        return atBottom[right] - atBottom[left] <= TOUCH_MM && atTop[right] - atTop[left] <= TOUCH_MM;
    }

    private static CordonException tooTangled() {
        return new CordonException(
                IssueCode.CONTOUR_GEOMETRY, "the contours of one plane cross too often to be made into a region");
    }

    private void sortByMiddle(double y) {
        visits += activeCount;
        for (int i = 0; i < activeCount; i++) {
            int e = active[i];
            double m = xAt(e, y);
            int k = i - 1;
            // Insertion sort: the order changes little from strip to strip.
            while (k >= 0 && middle[k] > m) {
                middle[k + 1] = middle[k];
                active[k + 1] = active[k];
                k--;
                visits++;
            }
            middle[k + 1] = m;
            active[k + 1] = e;
        }
        if (visits > MAX_VISITS) {
            throw tooTangled();
        }
    }

    /**
     * The lowest height at which two neighbours that swap places between bottom and top meet; NaN when nobody swaps.
     * Edges further apart may meet below it, which the next, lower strip finds.
     */
    private double crossing(double bottom, double top) {
        double lowest = Double.NaN;
        for (int i = 0; i + 1 < activeCount; i++) {
            double below = atBottom[i + 1] - atBottom[i];
            double above = atTop[i + 1] - atTop[i];
            if (Math.min(below, above) < -TOUCH_MM && Math.max(below, above) > TOUCH_MM) {
                double y = bottom + (top - bottom) * (below / (below - above));
                if (!(y >= lowest)) {
                    lowest = y;
                }
            }
        }
        return lowest;
    }

    private double[][] orientedPolygons() {
        byte[] sense = new byte[polygons.size()];
        for (int e = 0; e < edgeCount; e++) {
            // Counter-clockwise around the inside: right-hand bounds go up, left-hand bounds go down.
            byte s = upward[e] == (role[e] == RIGHT) ? LEFT : RIGHT;
            int k = polygonOf[e];
            if (sense[k] == UNKNOWN) {
                sense[k] = s;
            } else if (sense[k] != s) {
                mixed = true;
                return new double[0][];
            }
        }
        List<double[]> rings = new ArrayList<>();
        for (int k = 0; k < polygons.size(); k++) {
            if (sense[k] != UNKNOWN) {
                rings.add(sense[k] == LEFT ? polygons.get(k) : Rings.reversed(polygons.get(k)));
            }
        }
        return rings.toArray(new double[0][]);
    }
}
