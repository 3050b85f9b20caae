package org.cordonrt.dvh;

import org.cordonrt.plan.DoseGrid;

/**
 * One walk over a solid's cells that learns, for every dose, which volume surely and which volume possibly receives it,
 * and the exact integral of the dose. The doses are counted in classes; a second walk need look only at the cells that
 * straddle what is asked.
 */
final class DoseSurvey implements CellSink {
    private static final int CLASSES = 4096;

    /** Margin around a guess, as a share of the sure range: the guess is an order better than that. */
    private static final double LIKELY_SHARE = 0.1;

    private final double fromGy;
    private final double classesPerGy;

    /** Volume by the class of its cell's smallest corner dose, mean dose and largest corner dose. */
    private final double[] byMin = new double[CLASSES];

    private final double[] byMean = new double[CLASSES];
    private final double[] byMax = new double[CLASSES];
    private double smallestGy = Double.POSITIVE_INFINITY;
    private double largestGy = Double.NEGATIVE_INFINITY;
    private long parts;
    private double mm3;
    private double doseMm3;

    /** Between two doses that hold all in the solid. */
    private DoseSurvey(double fromGy, double toGy) {
        this.fromGy = fromGy;
        this.classesPerGy = toGy > fromGy ? CLASSES / (toGy - fromGy) : 0;
    }

    /** Surveys a solid. */
    static DoseSurvey of(SolidCells cells, DoseGrid dose) {
        double[] range = cells.doseRange(dose);
        DoseSurvey survey = new DoseSurvey(range[0], range[1]);
        cells.walk(dose, survey);
        return survey;
    }

    private int classOf(double gy) {
        return Math.min(CLASSES - 1, Math.max(0, (int) ((gy - fromGy) * classesPerGy)));
    }

    private void count(double min, double mean, double max, double volume) {
        if (min < smallestGy) {
            smallestGy = min;
        }
        if (max > largestGy) {
            largestGy = max;
        }
        byMin[classOf(min)] += volume;
        byMean[classOf(mean)] += volume;
        byMax[classOf(max)] += volume;
        mm3 += volume;
        parts++;
        doseMm3 += mean * volume;
    }

    @Override
    public void boxes(Layer layer, int a0, int a1, int b) {
        double[] low = layer.low;
        double[] high = layer.high;
        double row = layer.rowMm3(b);
        int i = layer.at(a0, b);
        int j = i + layer.stride();
        double left = low[i] + low[j] + (high[i] + high[j]);
        for (int a = a0; a < a1; a++, i++, j++) {
            double right = low[i + 1] + low[j + 1] + (high[i + 1] + high[j + 1]);
            count(layer.min[i], (left + right) / 8, layer.max[i], row * layer.widthA(a));
            left = right;
        }
    }

    @Override
    public void prisms(Layer layer, Prisms prisms, int from, int to, int slab) {
        for (int k = from; k < to; k++) {
            int a = prisms.a(k);
            int b = prisms.b(k);
            int i = layer.at(a, b);
            // The height averages out; in the plane the dose is bilinear.
            double d00 = (layer.corner(i, 0) + layer.corner(i, 4)) / 2;
            double d10 = (layer.corner(i, 1) + layer.corner(i, 5)) / 2;
            double d01 = (layer.corner(i, 2) + layer.corner(i, 6)) / 2;
            double d11 = (layer.corner(i, 3) + layer.corner(i, 7)) / 2;
            double area = prisms.area(k);
            double mean = d00
                    + ((d10 - d00) * prisms.momentX(k)
                                    + (d01 - d00) * prisms.momentY(k)
                                    + (d11 - d10 - d01 + d00) * prisms.momentXy(k))
                            / area;
            count(layer.min[i], mean, layer.max[i], area * layer.mm3(a, b));
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        double[] sums = new double[2];
        body.forEachTetrahedron((t, volume) -> {
            sums[0] += volume;
            sums[1] += volume * Tetrahedra.meanOfTrilinear(t, cell.corner);
        });
        if (sums[0] > 0) {
            count(cell.minCornerGy(), sums[1] / sums[0], cell.maxCornerGy(), sums[0] * cell.mm3);
        }
    }

    double smallestCornerGy() {
        return smallestGy;
    }

    double largestCornerGy() {
        return largestGy;
    }

    double meanGy() {
        return doseMm3 / mm3;
    }

    /**
     * Doses between which V(d) = volume lies most likely: {low, high}. Much closer than {@link #bracket}, but to be
     * proven: the dose at which the cells' mean doses have the volume, and a margin.
     */
    double[] likely(double volumeMm3, double leastMarginGy) {
        double[] sure = bracket(volumeMm3);
        double guess = guess(volumeMm3);
        double margin = Math.max(leastMarginGy, LIKELY_SHARE * (sure[1] - sure[0]));
        return new double[] {Math.max(sure[0], guess - margin), Math.min(sure[1], guess + margin)};
    }

    /** The dose at which the cells' mean doses have the volume. */
    double guess(double volumeMm3) {
        int i = CLASSES - 1;
        double sum = byMean[i];
        while (i > 0 && sum < volumeMm3) {
            sum += byMean[--i];
        }
        // Where all is of one dose there is one class, and it has no width.
        boolean isWithin = sum > volumeMm3 && classesPerGy > 0;
        return doseOf(i) + (isWithin ? (sum - volumeMm3) / byMean[i] / classesPerGy : 0);
    }

    /** Number of cells that straddle a range, about: as if all were of one size. */
    double straddling(double[] range) {
        double sum = 0;
        for (int i = classOf(range[0]); i < CLASSES; i++) {
            sum += byMax[i];
        }
        for (int i = classOf(range[1]); i < CLASSES; i++) {
            sum -= byMin[i];
        }
        return sum / mm3 * parts;
    }

    /** Doses between which V(d) = volume lies for sure: {low, high}. */
    double[] bracket(double volumeMm3) {
        int sure = CLASSES - 1;
        double sum = byMin[sure];
        while (sure > 0 && sum < volumeMm3) {
            sum += byMin[--sure];
        }
        int possible = CLASSES - 1;
        sum = byMax[possible];
        while (possible > 0 && sum < volumeMm3) {
            sum += byMax[--possible];
        }
        // One class more on either side covers the rounding of sums and classes; the outermost have no outer bound.
        double low = sure == 0 ? Math.min(smallestGy, doseOf(-1)) : doseOf(sure - 1);
        double high = possible >= CLASSES - 2 ? Math.max(largestGy, doseOf(CLASSES)) : doseOf(possible + 2);
        return new double[] {low, high};
    }

    private double doseOf(int dosesClass) {
        return classesPerGy == 0 ? fromGy : fromGy + dosesClass / classesPerGy;
    }
}
