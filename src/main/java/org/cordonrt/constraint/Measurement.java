package org.cordonrt.constraint;

import java.util.OptionalDouble;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Structure;

/** Where measured values come from. */
public interface Measurement {
    /**
     * The value of a metric of one drawn structure, or the reason why there is none. Asked only for limits that apply;
     * may be asked twice for the same pair.
     */
    MetricValue measure(Structure structure, Metric metric);

    /** The volume of a drawn structure in cc; empty when it cannot be told, and then its metrics have no value either. */
    OptionalDouble volumeCc(Structure structure);
}
