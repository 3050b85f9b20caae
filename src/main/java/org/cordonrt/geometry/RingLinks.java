package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rings of two neighbouring planes belong together: those that overlap. A single ring on each side belongs
 * together unless it lies far off. A ring that branches is cut half-way between the centroids of its partners, so that
 * each gets the part nearest to it.
 *
 * @param links pairs of rings, or of parts of rings
 * @param nextOf for each lower ring its only partner if it is also that one's only partner; -1 when it has none, -2 when
 *     there are several
 * @param previousOf the same for each upper ring
 */
record RingLinks(List<Link> links, int[] nextOf, int[] previousOf) {
    static final int NONE = -1;
    static final int SEVERAL = -2;

    /** Steeper than this (as mm sideways for a mm of height) two single contours that do not overlap are two parts. */
    private static final double STEEPEST = 2;

    /** A part of a ring smaller than this is rounding. */
    private static final double DUST_MM2 = 1e-9;

    /** Two rings, or parts of them, that become one another; {@code whole} when neither was cut. */
    record Link(double[] lower, double[] upper, int lowerIndex, int upperIndex, boolean whole) {}

    static RingLinks between(List<double[]> lower, List<double[]> upper, double gapMm) {
        boolean[][] linked = new boolean[lower.size()][upper.size()];
        int[] ups = new int[lower.size()];
        int[] downs = new int[upper.size()];
        boolean single = lower.size() == 1 && upper.size() == 1;
        for (int i = 0; i < lower.size(); i++) {
            for (int j = 0; j < upper.size(); j++) {
                linked[i][j] = single
                        ? boxGap(lower.get(i), upper.get(j)) <= STEEPEST * gapMm
                        : overlap(lower.get(i), upper.get(j));
                ups[i] += linked[i][j] ? 1 : 0;
                downs[j] += linked[i][j] ? 1 : 0;
            }
        }
        List<Link> links = new ArrayList<>();
        boolean[] usedLower = new boolean[lower.size()];
        boolean[] usedUpper = new boolean[upper.size()];
        int[] next = new int[lower.size()];
        int[] previous = new int[upper.size()];
        Arrays.fill(next, NONE);
        Arrays.fill(previous, NONE);
        for (int i = 0; i < lower.size(); i++) {
            for (int j = 0; j < upper.size(); j++) {
                if (linked[i][j]) {
                    boolean whole = ups[i] == 1 && downs[j] == 1;
                    double[] p = part(lower.get(i), j, upper, linked[i]);
                    double[] q = part(upper.get(j), i, lower, column(linked, j));
                    if (p.length >= 6 && q.length >= 6) {
                        links.add(new Link(p, q, i, j, whole));
                        usedLower[i] = true;
                        usedUpper[j] = true;
                        next[i] = whole ? j : SEVERAL;
                        previous[j] = whole ? i : SEVERAL;
                    }
                }
            }
        }
        return new RingLinks(List.copyOf(links), next, previous);
    }

    private static boolean[] column(boolean[][] m, int j) {
        boolean[] column = new boolean[m.length];
        for (int i = 0; i < m.length; i++) {
            column[i] = m[i][j];
        }
        return column;
    }

    private static double boxGap(double[] p, double[] q) {
        double[] a = box(p);
        double[] b = box(q);
        double dx = Math.max(0, Math.max(a[0] - b[2], b[0] - a[2]));
        double dy = Math.max(0, Math.max(a[1] - b[3], b[1] - a[3]));
        return Math.hypot(dx, dy);
    }

    private static double[] box(double[] ring) {
        double[] box = {ring[0], ring[1], ring[0], ring[1]};
        for (int i = 2; i < ring.length; i += 2) {
            box[0] = Math.min(box[0], ring[i]);
            box[1] = Math.min(box[1], ring[i + 1]);
            box[2] = Math.max(box[2], ring[i]);
            box[3] = Math.max(box[3], ring[i + 1]);
        }
        return box;
    }

    private static boolean overlap(double[] p, double[] q) {
        if (boxGap(p, q) > 0) {
            return false;
        }
        // Contours have many points: one inside the other's outline is the usual case and cheap to see.
        for (int i = 0; i < p.length; i += 2) {
            if (Rings.windingNumber(q, p[i], p[i + 1]) != 0) {
                return true;
            }
        }
        for (int i = 0; i < q.length; i += 2) {
            if (Rings.windingNumber(p, q[i], q[i + 1]) != 0) {
                return true;
            }
        }
        return PlaneRegion.evenOdd(List.of(p)).overlapAreaMm2(PlaneRegion.evenOdd(List.of(q))) > DUST_MM2;
    }

    /** The part of a ring that is nearer to the centroid of partner {@code own} than to that of any other partner. */
    private static double[] part(double[] ring, int own, List<double[]> partners, boolean[] linked) {
        double[] part = ring;
        RingMoments here = null;
        for (int k = 0; k < partners.size(); k++) {
            if (k != own && linked[k]) {
                here = here == null ? RingMoments.of(partners.get(own)) : here;
                RingMoments there = RingMoments.of(partners.get(k));
                part = nearer(part, here.x(), here.y(), there.x(), there.y());
            }
        }
        return part;
    }

    /** What of a ring is nearer to (ax, ay) than to (bx, by). */
    private static double[] nearer(double[] ring, double ax, double ay, double bx, double by) {
        double nx = bx - ax;
        double ny = by - ay;
        double limit = (nx * (ax + bx) + ny * (ay + by)) / 2;
        double[] out = new double[2 * ring.length + 4];
        int n = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int j = i + 2 == ring.length ? 0 : i + 2;
            double d0 = nx * ring[i] + ny * ring[i + 1] - limit;
            double d1 = nx * ring[j] + ny * ring[j + 1] - limit;
            if (d0 <= 0) {
                out[n++] = ring[i];
                out[n++] = ring[i + 1];
            }
            if (d0 < 0 && d1 > 0 || d0 > 0 && d1 < 0) {
                double t = d0 / (d0 - d1);
                out[n++] = ring[i] + t * (ring[j] - ring[i]);
                out[n++] = ring[i + 1] + t * (ring[j + 1] - ring[i + 1]);
            }
        }
        double[] part = Arrays.copyOf(out, n);
        return Rings.area(part) > DUST_MM2 ? part : new double[0];
    }
}
