package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one prepared structure for one dose after another: the call of a planning loop. Numbers of the last dose
 * stay until the next; they do not depend on what came before. Allocates next to nothing. Not thread-safe: one for each
 * thread, from {@link PreparedDvh#evaluator}.
 *
 * <pre>{@code
 * DvhEvaluator cord = prepared.evaluator();
 * for (...) {
 *     cord.evaluate(doseGy);
 *     double d = cord.upper(0);
 * }
 * }</pre>
 *
 * <h2>How</h2>
 *
 * <p>A cell whose largest corner dose is below d has nothing above d, so only the hottest cells matter to a hot volume.
 * They are found by their largest corner doses. In them, as in {@link Dvh}, the dose is a linear function and a bounded
 * remainder, which bound the volume above a dose from both sides; two doses at which the bounds pass the asked volume are
 * the interval. Where it is wider than the tolerance, that metric is computed as {@link Dvh} does, dividing cells.
 */
public final class DvhEvaluator {
    private static final double MM3_PER_CC = 1000;

    /** Relative rounding of a volume, summed over many cells. */
    private static final double VOLUME_ROUNDING = 1e-9;

    private static final double WHOLE_ROUNDING = 1e-9;
    private static final int CLASSES = 512;

    /** Hot cells to look at first, as a multiple of the asked volume; and how much more each time they do not do. */
    private static final double HOT_SHARE = 2.5;

    private static final double MORE_HOT = 4;

    /** Cells this near to the guess, as a multiple of the tolerance, are kept; and how much wider the next try is. */
    private static final double KEPT_TOLERANCES = 3;

    private static final double WIDER = 4;
    private static final int TRIES = 5;

    /** How far beyond the estimate a step goes to a dose that is surely reached, or missed. */
    private static final double BEYOND = 1.04;

    /** A dose found is close enough when it is beyond by this share of the tolerance. */
    private static final double ENOUGH = 0.12;

    private static final int STEPS = 5;

    /** A guess is good when the middle of its bounds is off by this share of the tolerance. */
    private static final double CENTRED = 0.2;

    private static final int CENTRINGS = 4;
    private static final int NEWTON_STEPS = 12;

    private final PreparedDvh prepared;
    private final SampleWindow window;
    private final PreparedCells cells;
    private final @Nullable PartTable parts;
    private final double toleranceGy;
    private final double volumeMm3;
    private final double slackMm3;
    private final double[] sample;
    private final double[] foldOne;
    private final double[] foldTwo;
    private final double[] cellMax;
    private final double[] classMm3 = new double[CLASSES];
    private final int[] hot;
    private final double[] hotMin;
    private int hots;
    private double hotFromGy;
    private double hotLowestGy;

    /** Volume lost per Gy near the last guess, mm3/Gy. */
    private double guessedSlope;

    private double smallestMaxGy;
    private double largestGy;
    private double roundingGy;
    private final BoxTable boxes = new BoxTable();
    private final PrismTable prisms;
    private double aboveMm3;
    private final double[] cellDose = new double[Trilinear.SIZE];
    private final double[] partDose = new double[Trilinear.SIZE];
    private double[] meanWeights = new double[0];

    private final double[] value;
    private final double[] lower;
    private final double[] upper;
    private final double[] maxAt = new double[3];
    private int maxCell;
    private double best;
    private final @Nullable MetricValue[] ordinary;

    DvhEvaluator(PreparedDvh prepared, SampleWindow window, PreparedCells cells) {
        this.prepared = prepared;
        this.window = window;
        this.cells = cells;
        this.parts = cells.parts();
        this.toleranceGy = prepared.options().toleranceGy();
        this.volumeMm3 = prepared.volumeCc() * MM3_PER_CC;
        this.slackMm3 = VOLUME_ROUNDING * volumeMm3;
        int n = parts == null ? 0 : parts.cells();
        this.sample = new double[window.size()];
        this.foldOne = new double[parts == null ? 0 : window.size()];
        this.foldTwo = new double[foldOne.length];
        this.cellMax = new double[n];
        this.hot = new int[n];
        this.hotMin = new double[n];
        this.prisms = new PrismTable(parts == null ? new Prisms(1) : parts.prisms());
        int m = prepared.metrics().size();
        this.value = new double[m];
        this.lower = new double[m];
        this.upper = new double[m];
        this.ordinary = new MetricValue[m];
        forget();
    }

    /**
     * Computes all metrics for a dose.
     *
     * @throws IllegalArgumentException if it is on another grid
     */
    public void evaluate(DoseGrid dose) {
        evaluate(dose, 1);
    }

    /** As {@link #evaluate(DoseGrid)}, for the dose times a finite factor. */
    public void evaluate(DoseGrid dose, double factor) {
        forget();
        window.copy(dose, sample);
        if (factor != 1) {
            requireFinite(factor);
            for (int i = 0; i < sample.length; i++) {
                sample[i] *= factor;
            }
        }
        compute();
    }

    /**
     * Computes all metrics for samples in Gy.
     *
     * @param doseGy column index fastest, then row, then frame; only read
     * @throws IllegalArgumentException if there is not one for each sample of the grid, or one that is needed is not
     *     finite
     */
    public void evaluate(double[] doseGy) {
        forget();
        window.copy(doseGy, sample);
        compute();
    }

    /** As {@link #evaluate(double[])}. */
    public void evaluate(float[] doseGy) {
        forget();
        window.copy(doseGy, sample);
        compute();
    }

    /**
     * Computes all metrics for a weighted sum of doses.
     *
     * @param beams doses, from {@link PreparedDvh#local}
     * @param weights one finite number for each
     * @throws IllegalArgumentException if there are not as many weights, one is not finite, or a dose was taken for
     *     another prepared structure
     */
    public void evaluateSum(List<LocalDose> beams, double[] weights) {
        forget();
        if (beams.size() != weights.length) {
            throw new IllegalArgumentException(beams.size() + " doses and " + weights.length + " weights");
        }
        Arrays.fill(sample, 0);
        for (int i = 0; i < weights.length; i++) {
            beams.get(i).requireOf(window);
            requireFinite(weights[i]);
            beams.get(i).addTo(sample, weights[i]);
        }
        compute();
    }

    private static void requireFinite(double factor) {
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("a dose times " + factor);
        }
    }

    /** A metric of the last dose, by its number in {@link PreparedDvh#metrics}; NaN when not evaluable. */
    public double value(int metric) {
        return value[metric];
    }

    /** Lower end of the interval that holds it; NaN when not evaluable. */
    public double lower(int metric) {
        return lower[metric];
    }

    /** Upper end of the interval that holds it; NaN when not evaluable. */
    public double upper(int metric) {
        return upper[metric];
    }

    /** Whether a metric of the last dose was left to {@link Dvh}, as the prepared parts alone could not tell it. */
    boolean isOrdinary(int metric) {
        return ordinary[metric] != null;
    }

    /**
     * All metrics of the last dose as objects.
     *
     * @throws IllegalStateException before the first dose
     */
    public List<MetricValue> values() {
        List<MetricValue> values = new ArrayList<>(value.length);
        for (int i = 0; i < value.length; i++) {
            values.add(value(prepared.metrics().get(i), i));
        }
        return values;
    }

    private MetricValue value(Metric metric, int i) {
        MetricValue known = ordinary[i];
        if (known != null) {
            return known;
        }
        if (Double.isNaN(value[i])) {
            throw new IllegalStateException("no dose has been evaluated");
        }
        Point3 at = isMaximum(metric)
                ? cells.point(Objects.requireNonNull(parts), maxCell, maxAt[0], maxAt[1], maxAt[2])
                : null;
        return new MetricValue(metric, value[i], lower[i], upper[i], at, null, null);
    }

    /** Numbers of an earlier dose must not be taken for those of one that was refused. */
    private void forget() {
        Arrays.fill(value, Double.NaN);
        Arrays.fill(lower, Double.NaN);
        Arrays.fill(upper, Double.NaN);
        Arrays.fill(ordinary, null);
    }

    private static boolean isMaximum(Metric metric) {
        return metric instanceof Metric.Statistic s && s.kind() == Metric.Statistic.Kind.MAX;
    }

    private void compute() {
        List<Metric> metrics = prepared.metrics();
        if (parts != null) {
            findCellMaxima(parts);
        }
        for (int i = 0; i < value.length; i++) {
            Metric metric = metrics.get(i);
            if (parts == null || !isPrepared(parts, metric, i)) {
                computeOrdinarily(metric, i);
            }
        }
    }

    private void computeOrdinarily(Metric metric, int i) {
        Dvh dvh = cells.ordinary().withDose(DoseGrid.of(window.block(), sample));
        MetricValue v = dvh.evaluate(metric);
        ordinary[i] = v;
        value[i] = v.value();
        lower[i] = v.lower();
        upper[i] = v.upper();
    }

    private boolean isPrepared(PartTable table, Metric metric, int i) {
        if (metric instanceof Metric.DoseAtVolume m) {
            double mm3 = m.volumeUnit() == VolumeUnit.CC ? m.volume() * MM3_PER_CC : m.volume() / 100 * volumeMm3;
            return mm3 < volumeMm3 * (1 - WHOLE_ROUNDING)
                    && findDose(table, mm3, i)
                    && convert(i, m.doseUnit().fromGy(1));
        }
        if (metric instanceof Metric.VolumeAtDose m) {
            return findVolume(table, m, i);
        }
        if (metric instanceof Metric.Statistic m) {
            return switch (m.kind()) {
                case MAX -> findMaximum(table, i) && convert(i, m.doseUnit().fromGy(1));
                case MEAN -> findMean(table, i) && convert(i, m.doseUnit().fromGy(1));
                case MIN -> false;
            };
        }
        return false;
    }

    private boolean convert(int i, double perGy) {
        value[i] *= perGy;
        lower[i] *= perGy;
        upper[i] *= perGy;
        return true;
    }

    private void set(int i, double best, double low, double high) {
        lower[i] = Math.min(low, high);
        upper[i] = Math.max(low, high);
        value[i] = Math.min(upper[i], Math.max(lower[i], best));
    }

    /** The largest corner dose of every cell: the larger of two neighbours along each axis, one after the other. */
    private void findCellMaxima(PartTable table) {
        int columns = window.block().columns();
        int frame = columns * window.block().rows();
        foldMax(sample, 1, foldOne);
        foldMax(foldOne, columns, foldTwo);
        foldMax(foldTwo, frame, foldOne);
        double top = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        for (int cell = 0; cell < cellMax.length; cell++) {
            double max = foldOne[cells.lowest(cell)];
            cellMax[cell] = max;
            top = Math.max(top, max);
            bottom = Math.min(bottom, max);
        }
        largestGy = top;
        smallestMaxGy = bottom;
        roundingGy = Dvh.roundingGy(top);
        hots = -1;
        Arrays.fill(classMm3, 0);
        double perGy = classesPerGy();
        for (int cell = 0; cell < cellMax.length; cell++) {
            classMm3[Math.min(CLASSES - 1, (int) ((cellMax[cell] - bottom) * perGy))] += table.cellMm3(cell);
        }
    }

    private double classesPerGy() {
        return largestGy > smallestMaxGy ? CLASSES / (largestGy - smallestMaxGy) : 0;
    }

    private static void foldMax(double[] in, int apart, double[] out) {
        int n = in.length - apart;
        // Through a copy: loops over one array at two places would not be vectorized.
        System.arraycopy(in, apart, out, 0, n);
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(out[i], in[i]);
        }
    }

    /** A dose above which the cells have at least this volume together; minus infinity when not even all have. */
    private double doseWith(double mm3) {
        double sum = 0;
        for (int i = CLASSES - 1; i >= 0; i--) {
            sum += classMm3[i];
            if (sum >= mm3) {
                return i == 0 ? Double.NEGATIVE_INFINITY : smallestMaxGy + (i - 1) / classesPerGy();
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** Lists the cells that may have a dose above one, unless the list has them already. */
    private void listHot(double fromGy) {
        if (hots >= 0 && hotFromGy <= fromGy) {
            return;
        }
        hotFromGy = fromGy;
        int n = 0;
        for (int cell = 0; cell < cellMax.length; cell++) {
            if (cellMax[cell] >= fromGy) {
                hot[n++] = cell;
            }
        }
        hots = n;
        hotLowestGy = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double min = sample[cells.corner(hot[k], 0)];
            for (int corner = 1; corner < 8; corner++) {
                min = Math.min(min, sample[cells.corner(hot[k], corner)]);
            }
            hotMin[k] = min;
            hotLowestGy = Math.min(hotLowestGy, min);
        }
    }

    /** The dose that a volume receives, were the dose in each cell spread evenly between its corners. */
    private double guess(PartTable table, double mm3) {
        double low = Math.max(hotFromGy, hotLowestGy);
        double high = largestGy;
        double d = high;
        for (int step = 0; step < NEWTON_STEPS && high - low > toleranceGy / 10; step++) {
            d = step == 0 ? (low + high) / 2 : d;
            double sum = 0;
            double slope = 0;
            for (int k = 0; k < hots; k++) {
                int cell = hot[k];
                double max = cellMax[cell];
                if (max > d) {
                    double min = hotMin[k];
                    double v = table.cellMm3(cell);
                    if (min >= d) {
                        sum += v;
                    } else {
                        double perGy = v / (max - min);
                        sum += perGy * (max - d);
                        slope += perGy;
                    }
                }
            }
            guessedSlope = slope;
            if (sum >= mm3) {
                low = d;
            } else {
                high = d;
            }
            double next = d + (sum - mm3) / slope;
            if (Math.abs(next - d) < toleranceGy / 10) {
                return Math.min(high, Math.max(low, next));
            }
            d = next > low && next < high ? next : (low + high) / 2;
        }
        return d;
    }

    /** Sorts the parts that may have doses of a range from those surely above. */
    private void collect(PartTable table, double lowGy, double highGy) {
        aboveMm3 = 0;
        boxes.clear();
        prisms.clear();
        double[] n = table.numbers();
        for (int k = 0; k < hots; k++) {
            int cell = hot[k];
            if (hotMin[k] > highGy) {
                aboveMm3 += table.cellMm3(cell);
            } else if (cellMax[cell] >= lowGy) {
                load(cell);
                for (int part = table.from(cell); part < table.to(cell); part++) {
                    int o = part * PartTable.NUMBERS;
                    Trilinear.restrict(
                            cellDose, 0, n[o], n[o + 1], n[o + 2], n[o + 3], n[o + 4], n[o + 5], partDose, 0);
                    double half = Trilinear.range(partDose, 0) / 2;
                    double mm3 = n[o + PartTable.MM3];
                    if (partDose[0] - half - Trilinear.below(partDose, 0) > highGy) {
                        aboveMm3 += mm3;
                    } else if (partDose[0] + half + Trilinear.above(partDose, 0) >= lowGy) {
                        if (table.prism(part) < 0) {
                            boxes.add(partDose, 0, mm3);
                        } else {
                            prisms.add(table.prism(part), partDose, mm3);
                        }
                    }
                }
            }
        }
    }

    private void load(int cell) {
        Trilinear.ofCorners(
                sample[cells.corner(cell, 0)],
                sample[cells.corner(cell, 1)],
                sample[cells.corner(cell, 2)],
                sample[cells.corner(cell, 3)],
                sample[cells.corner(cell, 4)],
                sample[cells.corner(cell, 5)],
                sample[cells.corner(cell, 6)],
                sample[cells.corner(cell, 7)],
                cellDose);
    }

    private double least(double d) {
        return aboveMm3 + boxes.leastMm3Above(d) + prisms.leastMm3Above(d);
    }

    private double most(PartTable table, double d) {
        return aboveMm3 + table.thinMm3() + boxes.mostMm3Above(d) + prisms.mostMm3Above(d);
    }

    private boolean findDose(PartTable table, double mm3, int i) {
        double hotMm3 = HOT_SHARE * mm3;
        listHot(doseWith(hotMm3));
        double near = KEPT_TOLERANCES * toleranceGy;
        double guess = guess(table, mm3);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double low = guess - near;
            double high = guess + near;
            if (low < hotFromGy) {
                // Doses of cells that are not listed would not be counted.
                hotMm3 *= MORE_HOT;
                double before = hotFromGy;
                listHot(doseWith(hotMm3));
                if (low < hotFromGy) {
                    listHot(low);
                }
                if (hotFromGy < before) {
                    guess = guess(table, mm3);
                }
                continue;
            }
            collect(table, low, high);
            double least = least(guess);
            double most = most(table, guess);
            if (attempt > 0 || !(guessedSlope > 0)) {
                guessedSlope = (least(low) - most(table, high)) / (high - low);
            }
            for (int step = 0; step < CENTRINGS && guessedSlope > 0; step++) {
                double off = ((least + most) / 2 - mm3) / guessedSlope;
                double next = Math.min(high, Math.max(low, guess + off));
                if (next == guess || Math.abs(off) < CENTRED * toleranceGy && least < mm3 && most >= mm3) {
                    break;
                }
                double before = least + most;
                least = least(next);
                most = most(table, next);
                double slope = (before - least - most) / (2 * (next - guess));
                guessedSlope = slope > 0 ? slope : guessedSlope;
                guess = next;
            }
            if (guessedSlope > 0) {
                double reached = surelyReached(mm3 + slackMm3, guess, least, low);
                double missed = surelyMissed(table, mm3 - slackMm3, guess, most, high);
                double middle = guess + ((least + most) / 2 - mm3) / guessedSlope;
                if (reached <= missed) {
                    set(i, middle, reached - roundingGy, missed + roundingGy);
                    return missed - reached <= toleranceGy;
                }
                guess = Math.min(high, Math.max(low, middle));
            }
            near *= WIDER;
        }
        return false;
    }

    /**
     * A dose in the range that a volume surely receives, close to the largest such; not a number if none is found. Leaves
     * in {@link #guessedSlope} what the steps told.
     */
    private double surelyReached(double mm3, double from, double volume, double lowGy) {
        if (volume >= mm3) {
            return from;
        }
        double proven = Double.NaN;
        double beyond = BEYOND;
        double d = from;
        for (int step = 0; step < STEPS; step++) {
            double next = Math.max(lowGy, from - beyond * (mm3 - volume) / guessedSlope);
            if (next >= from || next == d) {
                return proven;
            }
            d = next;
            double there = least(d);
            boolean isReached = there >= mm3;
            if (isReached && (there - mm3) * (from - d) <= ENOUGH * toleranceGy * (there - volume)) {
                return d;
            }
            if (isReached && !(proven > d)) {
                proven = d;
            }
            beyond = isReached ? BEYOND : beyond * BEYOND;
            if (there > volume) {
                guessedSlope = (there - volume) / (from - d);
            }
        }
        return proven;
    }

    /** A dose in the range that surely less than a volume receives, close to the least such; not a number if none. */
    private double surelyMissed(PartTable table, double mm3, double from, double volume, double highGy) {
        if (volume < mm3) {
            return from;
        }
        double proven = Double.NaN;
        double beyond = BEYOND;
        double d = from;
        for (int step = 0; step < STEPS; step++) {
            double next = Math.min(highGy, from + beyond * (volume - mm3) / guessedSlope + Math.ulp(from));
            if (next <= from || next == d) {
                return proven;
            }
            d = next;
            double there = most(table, d);
            boolean isMissed = there < mm3;
            if (isMissed && (mm3 - there) * (d - from) <= ENOUGH * toleranceGy * (volume - there)) {
                return d;
            }
            if (isMissed && !(proven < d)) {
                proven = d;
            }
            beyond = isMissed ? BEYOND : beyond * BEYOND;
            if (there < volume) {
                guessedSlope = (volume - there) / (d - from);
            }
        }
        return proven;
    }

    private boolean findVolume(PartTable table, Metric.VolumeAtDose m, int i) {
        double d = m.doseGy();
        double half = toleranceGy / 2;
        listHot(d - half - roundingGy);
        collect(table, d - half - roundingGy, d + half + roundingGy);
        double least = Math.max(0, least(d + roundingGy) - slackMm3);
        double most = Math.min(volumeMm3, most(table, d - roundingGy) + slackMm3);
        double allowed = Math.max(least(d - half) - most(table, d + half), 10 * slackMm3);
        double unit = m.volumeUnit() == VolumeUnit.CC ? 1 / MM3_PER_CC : 100 / volumeMm3;
        double middle = (least + most) / 2;
        if (m.complement()) {
            set(i, (volumeMm3 - middle) * unit, (volumeMm3 - most) * unit, (volumeMm3 - least) * unit);
        } else {
            set(i, middle * unit, least * unit, most * unit);
        }
        return most - least <= allowed;
    }

    private boolean findMean(PartTable table, int i) {
        if (meanWeights.length == 0) {
            meanWeights = cells.meanWeights(table, sample.length);
        }
        double sum = 0;
        for (int k = 0; k < sample.length; k++) {
            sum += meanWeights[k] * sample[k];
        }
        double rounding = roundingGy + VOLUME_ROUNDING * Math.abs(largestGy);
        set(i, sum, sum - rounding, sum + rounding);
        return true;
    }

    /** The largest of the doses at vertices, and on edges where the dose on the edge has its peak; as in the search. */
    private boolean findMaximum(PartTable table, int i) {
        best = Double.NEGATIVE_INFINITY;
        int hottest = 0;
        for (int cell = 1; cell < cellMax.length; cell++) {
            if (cellMax[cell] > cellMax[hottest]) {
                hottest = cell;
            }
        }
        offer(table, hottest);
        for (int cell = 0; cell < cellMax.length; cell++) {
            if (cellMax[cell] > best && cell != hottest) {
                offer(table, cell);
            }
        }
        set(i, best, best - roundingGy, best + roundingGy);
        return best > Double.NEGATIVE_INFINITY;
    }

    private void offer(PartTable table, int cell) {
        load(cell);
        double[] n = table.numbers();
        for (int part = table.from(cell); part < table.to(cell); part++) {
            int o = part * PartTable.NUMBERS;
            double x0 = n[o] - n[o + 3] / 2;
            double y0 = n[o + 1] - n[o + 4] / 2;
            double z0 = n[o + 2] - n[o + 5] / 2;
            int p = table.prism(part);
            if (p < 0) {
                for (int corner = 0; corner < 8; corner++) {
                    offer(
                            cell,
                            x0 + (corner & 1) * n[o + 3],
                            y0 + ((corner >> 1) & 1) * n[o + 4],
                            z0 + (corner >> 2) * n[o + 5]);
                }
            } else {
                Prisms all = table.prisms();
                double perX = n[o + 3] / (all.maxX(p) - all.minX(p));
                double perY = n[o + 4] / (all.maxY(p) - all.minY(p));
                double originX = x0 - all.minX(p) * perX;
                double originY = y0 - all.minY(p) * perY;
                for (int r = all.firstRing(p); r < all.lastRing(p); r++) {
                    offerFace(table, cell, r, originX, originY, perX, perY, z0);
                    offerFace(table, cell, r, originX, originY, perX, perY, z0 + n[o + 5]);
                }
            }
        }
    }

    private void offerFace(
            PartTable table, int cell, int ring, double x0, double y0, double perX, double perY, double z) {
        double[] f = cellDose;
        double da = f[Trilinear.A] + f[Trilinear.AC] * z;
        double db = f[Trilinear.B] + f[Trilinear.BC] * z;
        double dab = f[Trilinear.AB] + f[Trilinear.ABC] * z;
        Prisms all = table.prisms();
        double[] xy = all.xy();
        int from = all.ringFrom(ring);
        int to = all.ringTo(ring);
        double px = x0 + perX * xy[to - 2];
        double py = y0 + perY * xy[to - 1];
        for (int k = from; k < to; k += 2) {
            double qx = x0 + perX * xy[k];
            double qy = y0 + perY * xy[k + 1];
            if (!table.isTouched(k)) {
                offer(cell, qx, qy, z);
            }
            double ex = qx - px;
            double ey = qy - py;
            double curvature = dab * ex * ey;
            if (curvature != 0) {
                double t = -(da * ex + db * ey + dab * (px * ey + py * ex)) / (2 * curvature);
                if (t > 0 && t < 1) {
                    offer(cell, px + t * ex, py + t * ey, z);
                }
            }
            px = qx;
            py = qy;
        }
    }

    /** A place in a cell, about its middle. */
    private void offer(int cell, double x, double y, double z) {
        double[] f = cellDose;
        double gy = f[Trilinear.MEAN]
                + f[Trilinear.A] * x
                + f[Trilinear.B] * y
                + f[Trilinear.C] * z
                + f[Trilinear.AB] * x * y
                + f[Trilinear.AC] * x * z
                + f[Trilinear.BC] * y * z
                + f[Trilinear.ABC] * x * y * z;
        if (gy > best) {
            best = gy;
            maxCell = cell;
            maxAt[0] = x + 0.5;
            maxAt[1] = y + 0.5;
            maxAt[2] = z + 0.5;
        }
    }
}
