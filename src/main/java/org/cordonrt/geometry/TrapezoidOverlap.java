package org.cordonrt.geometry;

import java.util.Arrays;

/**
 * The area two regions share, from their trapezoids: no crossing of edges has to be decided, so that touching and
 * coinciding boundaries cannot do harm. Sweeps upwards over both; every pair of trapezoids at the same height meets once.
 */
final class TrapezoidOverlap {
    /** What overlaps by less than this is touching: coordinates of contours are not known, nor computed, any better. */
    private static final double TOUCH_MM = 1e-9;

    private final double[][] first;
    private final double[][] second;
    private double areaMm2;

    private TrapezoidOverlap(double[][] first, double[][] second) {
        this.first = first;
        this.second = second;
    }

    /** Area of the intersection, mm2, of two lists of trapezoids as {@link PlaneRegion#toTrapezoids()} gives them. */
    static double areaMm2(double[][] first, double[][] second) {
        TrapezoidOverlap overlap = new TrapezoidOverlap(first, second);
        overlap.sweep();
        return overlap.areaMm2;
    }

    private void sweep() {
        int[] firstActive = new int[8];
        int[] secondActive = new int[8];
        int firstCount = 0;
        int secondCount = 0;
        int i = 0;
        int j = 0;
        while (i < first.length || j < second.length) {
            boolean takeFirst = j == second.length || i < first.length && first[i][1] <= second[j][1];
            double[] t = takeFirst ? first[i] : second[j];
            if (takeFirst) {
                secondCount = dropBelow(second, secondActive, secondCount, t[1]);
                for (int k = 0; k < secondCount; k++) {
                    areaMm2 += shared(t, second[secondActive[k]]);
                }
                firstCount = dropBelow(first, firstActive, firstCount, t[1]);
                firstActive = put(firstActive, firstCount++, i++);
            } else {
                firstCount = dropBelow(first, firstActive, firstCount, t[1]);
                for (int k = 0; k < firstCount; k++) {
                    areaMm2 += shared(first[firstActive[k]], t);
                }
                secondCount = dropBelow(second, secondActive, secondCount, t[1]);
                secondActive = put(secondActive, secondCount++, j++);
            }
        }
    }

    private static int[] put(int[] list, int at, int value) {
        int[] room = at < list.length ? list : Arrays.copyOf(list, 2 * at);
        room[at] = value;
        return room;
    }

    private static int dropBelow(double[][] trapezoids, int[] active, int count, double y) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (trapezoids[active[k]][5] > y) {
                active[kept++] = active[k];
            }
        }
        return kept;
    }

    private static double left(double[] t, double y) {
        return t[0] + (t[6] - t[0]) * ((y - t[1]) / (t[5] - t[1]));
    }

    private static double right(double[] t, double y) {
        return t[2] + (t[4] - t[2]) * ((y - t[1]) / (t[5] - t[1]));
    }

    private static double width(double[] s, double[] t, double y) {
        return Math.min(right(s, y), right(t, y)) - Math.max(left(s, y), left(t, y));
    }

    /** The integral of the common width over the common heights; the width is linear between at most two kinks. */
    private static double shared(double[] s, double[] t) {
        double bottom = Math.max(s[1], t[1]);
        double top = Math.min(s[5], t[5]);
        if (!(top - bottom > TOUCH_MM)) {
            return 0;
        }
        double leftKink = kink(left(s, bottom) - left(t, bottom), left(s, top) - left(t, top), bottom, top);
        double rightKink = kink(right(s, bottom) - right(t, bottom), right(s, top) - right(t, top), bottom, top);
        double y1 = Math.min(leftKink, rightKink);
        double y2 = Math.max(leftKink, rightKink);
        double w0 = width(s, t, bottom);
        double w1 = width(s, t, y1);
        double w2 = width(s, t, y2);
        double w3 = width(s, t, top);
        if (Math.max(Math.max(w0, w1), Math.max(w2, w3)) <= TOUCH_MM) {
            return 0;
        }
        return positivePart(w0, w1, y1 - bottom) + positivePart(w1, w2, y2 - y1) + positivePart(w2, w3, top - y2);
    }

    /** The height at which a difference that is linear in height changes sign, or the bottom when it does not. */
    private static double kink(double atBottom, double atTop, double bottom, double top) {
        return atBottom < 0 != atTop < 0 ? bottom + (top - bottom) * (atBottom / (atBottom - atTop)) : bottom;
    }

    private static double positivePart(double w0, double w1, double height) {
        if (w0 >= 0 && w1 >= 0) {
            return (w0 + w1) / 2 * height;
        }
        double positive = Math.max(w0, w1);
        return positive > 0 ? positive / 2 * height * (positive / Math.abs(w0 - w1)) : 0;
    }
}
