package org.cordonrt.robust;

/**
 * The trilinear dose in a box along the grid's directions that may reach over several cells: its extremes, and a linear
 * function with the distances that the dose lies above and below it. Where the faces of the cells cut the box into
 * parts, the dose less a linear function is trilinear in each, so that its extremes are at the corners of parts: the
 * lattice of the box's faces and the cells' faces. Not thread-safe: it is used again and again.
 */
final class DoseBox {
    /** The dose is interpolated to about 1e-15 of the largest, places are good to 1e-12. */
    private static final double ROUNDING = 1e-10;

    /** Widths, in samples or mm, of which no slope can be had. */
    private static final double TINY = 1e-9;

    private final DoseBlock block;
    private final double roundingGy;

    /** Lines of the lattice along columns, rows and frames. */
    private final Lines la;

    private final Lines lb;
    private final Lines lc;
    private double[] values = new double[64];

    /** Least and greatest dose, Gy. */
    double minGy;

    double maxGy;

    /** The linear function: its value in the middle of the box and its slope for each unit of {@link DoseBlock#placing}. */
    double middleGy;

    final double[] slope = new double[3];

    /** The dose lies no further above and below the linear function, Gy. */
    double aboveGy;

    double belowGy;

    DoseBox(DoseBlock block) {
        this.block = block;
        this.roundingGy = ROUNDING * block.maxGy();
        la = new Lines(numbers(block.na), true);
        lb = new Lines(numbers(block.nb), true);
        lc = new Lines(block.isEven() ? numbers(block.nc) : block.fromFirstMm(), block.isEven());
    }

    private static double[] numbers(int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = i;
        }
        return out;
    }

    /** The places along one direction. */
    private static final class Lines {
        /** Where the samples lie, increasing; their numbers where {@code even}. */
        private final double[] samples;

        private final boolean even;
        private final int[] cell;
        private final double[] share;
        private final double[] place;
        private int count;

        /** The box, as far as it lies in the block. */
        private double from;

        private double to;

        Lines(double[] samples, boolean even) {
            this.samples = samples;
            this.even = even;
            cell = new int[samples.length + 2];
            share = new double[samples.length + 2];
            place = new double[samples.length + 2];
        }

        boolean set(double low, double high) {
            from = Math.max(samples[0], low);
            to = Math.min(samples[samples.length - 1], high);
            if (!(from <= to)) {
                return false;
            }
            count = 0;
            int c = cellOf(from);
            add(from, c);
            while (c + 2 < samples.length && samples[c + 1] < to) {
                c++;
                add(samples[c], c);
            }
            add(to, c);
            return true;
        }

        private int cellOf(double x) {
            int last = samples.length - 2;
            int c = even ? Math.min((int) x, last) : 0;
            while (c < last && samples[c + 1] <= x) {
                c++;
            }
            return c;
        }

        private void add(double x, int c) {
            cell[count] = c;
            place[count] = x;
            share[count++] = even ? x - c : (x - samples[c]) / (samples[c + 1] - samples[c]);
        }

        double middle() {
            return (from + to) / 2;
        }

        /** 0 where it is too small to divide by. */
        double perWidth() {
            return to - from > TINY ? 1 / (to - from) : 0;
        }
    }

    /**
     * Looks at a box.
     *
     * @param middle of the box, as {@link DoseBlock#placing} gives it
     * @param half half widths
     * @return false when no part of the box lies in the block
     */
    boolean over(double[] middle, double[] half) {
        if (!range(middle, half)) {
            return false;
        }
        fit();
        return true;
    }

    /** As {@link #over}, for the extremes only. */
    boolean range(double[] middle, double[] half) {
        if (block.na < 2
                || block.nb < 2
                || block.nc < 2
                || !la.set(middle[0] - half[0], middle[0] + half[0])
                || !lb.set(middle[1] - half[1], middle[1] + half[1])
                || !lc.set(middle[2] - half[2], middle[2] + half[2])) {
            return false;
        }
        fill();
        return true;
    }

    private void fill() {
        int n = la.count * lb.count * lc.count;
        if (values.length < n) {
            values = new double[2 * n];
        }
        double[] gy = block.gy;
        int row = block.na;
        int plane = block.na * block.nb;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int out = 0;
        for (int k = 0; k < lc.count; k++) {
            double fc = lc.share[k];
            for (int j = 0; j < lb.count; j++) {
                double fb = lb.share[j];
                double w00 = (1 - fb) * (1 - fc);
                double w10 = fb * (1 - fc);
                double w01 = (1 - fb) * fc;
                double w11 = fb * fc;
                int o = (lc.cell[k] * block.nb + lb.cell[j]) * row;
                for (int i = 0; i < la.count; i++) {
                    int p = o + la.cell[i];
                    double fa = la.share[i];
                    double v = w00 * (gy[p] + fa * (gy[p + 1] - gy[p]))
                            + w10 * (gy[p + row] + fa * (gy[p + row + 1] - gy[p + row]))
                            + w01 * (gy[p + plane] + fa * (gy[p + plane + 1] - gy[p + plane]))
                            + w11 * (gy[p + plane + row] + fa * (gy[p + plane + row + 1] - gy[p + plane + row]));
                    values[out++] = v;
                    if (v < min) {
                        min = v;
                    }
                    if (v > max) {
                        max = v;
                    }
                }
            }
        }
        minGy = min - roundingGy;
        maxGy = max + roundingGy;
    }

    /** Finds, after {@link #range}, the linear function through the corners of the box, as near as it comes to them. */
    void fit() {
        int a = la.count - 1;
        int b = lb.count - 1;
        int c = lc.count - 1;
        double sum = 0;
        double sa = 0;
        double sb = 0;
        double sc = 0;
        for (int n = 0; n < 8; n++) {
            boolean ha = (n & 1) != 0;
            boolean hb = (n & 2) != 0;
            boolean hc = (n & 4) != 0;
            double v = values[((hc ? c : 0) * lb.count + (hb ? b : 0)) * la.count + (ha ? a : 0)];
            sum += v;
            sa += ha ? v : -v;
            sb += hb ? v : -v;
            sc += hc ? v : -v;
        }
        middleGy = sum / 8;
        slope[0] = sa / 4 * la.perWidth();
        slope[1] = sb / 4 * lb.perWidth();
        slope[2] = sc / 4 * lc.perWidth();
        double above = 0;
        double below = 0;
        int at = 0;
        for (int k = 0; k < lc.count; k++) {
            double vk = middleGy + slope[2] * (lc.place[k] - lc.middle());
            for (int j = 0; j < lb.count; j++) {
                double vj = vk + slope[1] * (lb.place[j] - lb.middle()) - slope[0] * la.middle();
                for (int i = 0; i < la.count; i++) {
                    double over = values[at++] - (vj + slope[0] * la.place[i]);
                    if (over > above) {
                        above = over;
                    }
                    if (over < below) {
                        below = over;
                    }
                }
            }
        }
        aboveGy = above + roundingGy;
        belowGy = -below + roundingGy;
    }

    /** The linear function at a place, as {@link DoseBlock#placing} gives it. */
    double linearGy(double[] at) {
        return middleGy
                + slope[0] * (at[0] - la.middle())
                + slope[1] * (at[1] - lb.middle())
                + slope[2] * (at[2] - lc.middle());
    }
}
