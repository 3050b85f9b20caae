package org.cordonrt.selftest;

import java.util.Optional;
import org.cordonrt.metric.Metric;

/** What kind of number is compared: each kind has limits of its own. */
public enum Quantity {
    VOLUME,
    /** Max or Min. */
    EXTREME,
    /** Mean dose. */
    MEAN,
    /** Dose at a volume. */
    DOSE,
    /** Volume at a dose. */
    VOLUME_AT_DOSE,
    /** The histogram, at the dose where it is off most; in percent of the structure's volume. */
    CURVE,
    /** Conformity or fall-off, made of several volumes. */
    INDEX;

    static Quantity of(Optional<Metric> metric) {
        if (metric.isEmpty()) {
            return VOLUME;
        }
        Metric m = metric.get();
        if (m instanceof Metric.Statistic s) {
            return s.kind() == Metric.Statistic.Kind.MEAN ? MEAN : EXTREME;
        }
        return m instanceof Metric.DoseAtVolume ? DOSE : VOLUME_AT_DOSE;
    }

    boolean isDose() {
        return this == EXTREME || this == MEAN || this == DOSE;
    }
}
