package org.cordonrt.robust;

import java.util.Objects;

/**
 * What becomes of limits and targets in one scenario, by points.
 *
 * @param scenario the displacement
 * @param limitGy for each limit its metric as a dose, Gy; NaN where the structure leaves the dose grid
 * @param targets for each {@link TargetMetric} its value; NaN where the target leaves the grid
 */
public record ScenarioValues(Scenario scenario, double[] limitGy, double[] targets) {
    public ScenarioValues {
        Objects.requireNonNull(scenario, "scenario");
        limitGy = limitGy.clone();
        targets = targets.clone();
    }

    @Override
    public double[] limitGy() {
        return limitGy.clone();
    }

    @Override
    public double[] targets() {
        return targets.clone();
    }
}
