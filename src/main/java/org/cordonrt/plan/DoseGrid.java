package org.cordonrt.plan;

import java.util.Objects;

/**
 * A dose distribution on a grid of samples, in gray. Between samples the dose is trilinear; outside the hull of the
 * sample centres there is no dose. Immutable and thread-safe.
 */
public final class DoseGrid {
    private final GridGeometry geometry;
    private final DoseSamples samples;

    /** NaN until it is asked for. */
    private volatile double maxGy = Double.NaN;

    private DoseGrid(GridGeometry geometry, DoseSamples samples) {
        this.geometry = Objects.requireNonNull(geometry, "geometry");
        this.samples = samples;
        if (samples.count() != geometry.sampleCount()) {
            throw new IllegalArgumentException(
                    "the grid has " + geometry.sampleCount() + " samples, but " + samples.count() + " were given");
        }
    }

    /**
     * A grid from doses in gray; column index fastest, then row, then frame.
     *
     * @param doseGy one finite value a sample; copied
     * @throws IllegalArgumentException if there is not one finite value for each sample
     */
    public static DoseGrid of(GridGeometry geometry, double[] doseGy) {
        for (double d : doseGy) {
            if (!Double.isFinite(d)) {
                throw new IllegalArgumentException("a dose sample is not finite: " + d);
            }
        }
        return new DoseGrid(geometry, new DoseSamples.Doubles(doseGy.clone()));
    }

    /**
     * A grid from doses in gray; column index fastest, then row, then frame.
     *
     * @param doseGy one finite value a sample; copied, and kept in single precision
     * @throws IllegalArgumentException if there is not one finite value for each sample
     */
    public static DoseGrid of(GridGeometry geometry, float[] doseGy) {
        for (float d : doseGy) {
            if (!Float.isFinite(d)) {
                throw new IllegalArgumentException("a dose sample is not finite: " + d);
            }
        }
        return new DoseGrid(geometry, new DoseSamples.Floats(doseGy.clone()));
    }

    /**
     * A grid from stored words, read as unsigned 32-bit integers, times a scaling. Not copied: the caller hands the
     * array over and must not write to it again.
     *
     * @param words one unsigned word a sample; column index fastest, then row, then frame
     * @param scalingGy gray per unit, positive and finite
     */
    public static DoseGrid ofScaledWords(GridGeometry geometry, int[] words, double scalingGy) {
        return ofScaledWords(geometry, DoseWords.of(words), scalingGy);
    }

    /**
     * A grid from stored words times a scaling.
     *
     * @param words one a sample; column index fastest, then row, then frame
     * @param scalingGy gray per unit, positive and finite
     */
    public static DoseGrid ofScaledWords(GridGeometry geometry, DoseWords words, double scalingGy) {
        if (!(scalingGy > 0) || !Double.isFinite(scalingGy)) {
            throw new IllegalArgumentException("the dose scaling is " + scalingGy);
        }
        return new DoseGrid(geometry, new DoseSamples.ScaledWords(words, scalingGy));
    }

    /** Where the samples lie. */
    public GridGeometry geometry() {
        return geometry;
    }

    /** The same samples, shared, on another geometry of as many. */
    DoseGrid at(GridGeometry other) {
        return new DoseGrid(other, samples);
    }

    /** Dose of one sample, Gy. */
    public double doseGy(int column, int row, int frame) {
        if (column < 0 || column >= geometry.columns() || row < 0 || row >= geometry.rows()) {
            throw new IndexOutOfBoundsException("sample (" + column + ", " + row + ", " + frame + ")");
        }
        return samples.at((frame * geometry.rows() + row) * geometry.columns() + column);
    }

    /**
     * Copies part of a row of doses, Gy, into {@code out[outFrom ..]}: the access for inner loops.
     *
     * @param columnCount how many samples, from {@code fromColumn} on
     */
    public void copyRowGy(int row, int frame, int fromColumn, int columnCount, double[] out, int outFrom) {
        Objects.checkFromIndexSize(fromColumn, columnCount, geometry.columns());
        int start = (frame * geometry.rows() + row) * geometry.columns() + fromColumn;
        samples.copy(start, columnCount, out, outFrom);
    }

    /** Largest sample, Gy. */
    public double maxSampleGy() {
        double max = maxGy;
        if (Double.isNaN(max)) {
            // Two threads may both look; they find the same.
            max = samples.max();
            maxGy = max;
        }
        return max;
    }

    /** Where the largest sample lies, patient coordinates in mm; of several the first. */
    public Point3 hottestSample() {
        double max = maxSampleGy();
        int i = 0;
        while (samples.at(i) < max) {
            i++;
        }
        int column = i % geometry.columns();
        int row = i / geometry.columns() % geometry.rows();
        return geometry.centre(column, row, i / geometry.columns() / geometry.rows());
    }
}
