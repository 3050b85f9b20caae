package org.cordonrt.phantom.analytic;

import java.util.Objects;
import java.util.Optional;
import org.cordonrt.metric.Metric;

/**
 * What one number of a phantom must be.
 *
 * @param structure ROI name
 * @param basis what it is the truth of
 * @param metric what is asked; empty for the volume
 * @param value in {@link #unit()}, to 1e-9 Gy or 1e-12 relative
 */
public record Truth(String structure, Basis basis, Optional<Metric> metric, double value) {
    /** Name of the quantity that is no metric. */
    public static final String VOLUME = "Volume[cc]";

    /** What a truth is the truth of. */
    public enum Basis {
        /** Contours extruded half-way to their neighbours, the dose trilinear. */
        CONTOUR_SLABS,
        /** The shape that the contours are samples of, the dose as its formula says. */
        IDEAL_SHAPE
    }

    public Truth {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(metric, "metric");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(structure + ": " + value);
        }
    }

    /** The metric's expression, or {@link #VOLUME}. */
    public String quantity() {
        return metric.map(Metric::expression).orElse(VOLUME);
    }

    public String unit() {
        return metric.map(Metric::unit).orElse("cc");
    }
}
