package org.cordonrt.constraint;

import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Structure;

/** Where measured values come from. */
@FunctionalInterface
public interface Measurement {
    /**
     * The value of a metric of one drawn structure, or the reason why there is none. Asked only for limits that apply;
     * may be asked twice for the same pair.
     */
    MetricValue measure(Structure structure, Metric metric);
}
