package org.cordonrt.check;

import java.util.Objects;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.lq.LinearQuadratic;
import org.cordonrt.metric.Metric;

/**
 * A dose of this course in biological terms, for information: no limit is judged by it.
 *
 * @param structure where it was measured
 * @param metric what was measured
 * @param doseGy physical dose of the course
 * @param fractions of the course
 * @param model the alpha/beta
 */
public record BiologicalDose(
        StructureMatch structure, Metric metric, double doseGy, int fractions, LinearQuadratic model) {
    public BiologicalDose {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(model, "model");
    }

    /** Biologically effective dose, Gy. */
    public double bedGy() {
        return model.bedGy(doseGy, fractions);
    }

    /** Equivalent dose in 2 Gy fractions, Gy. */
    public double eqd2Gy() {
        return model.eqd2Gy(doseGy, fractions);
    }
}
