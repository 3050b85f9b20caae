package org.cordonrt.selftest;

import java.util.List;
import org.cordonrt.phantom.analytic.AnalyticCase;
import org.cordonrt.phantom.analytic.Family;
import org.cordonrt.phantom.analytic.Truth;
import org.cordonrt.phantom.analytic.WalkerCases;
import org.jspecify.annotations.Nullable;

/**
 * Paddick's conformity index (the square of the target volume within the prescribed dose, over the product of target
 * volume and prescribed volume) and the gradient index (volume at half the prescription over prescribed volume), from
 * measured volumes.
 */
final class Conformity {
    static final String CONFORMITY = "PCI";
    static final String GRADIENT = "MGI";

    private Conformity() {}

    /** @param measured all comparisons of one case with one solid */
    static List<Comparison> of(AnalyticCase definition, List<Comparison> measured) {
        if (definition.family() != Family.WALKER) {
            return List.of();
        }
        Comparison target = find(measured, WalkerCases.TARGET, Truth.VOLUME);
        Comparison inTarget = find(measured, WalkerCases.TARGET, WalkerCases.AT_PRESCRIPTION.expression());
        Comparison all = find(measured, WalkerCases.BOX, WalkerCases.AT_PRESCRIPTION.expression());
        Comparison half = find(measured, WalkerCases.BOX, WalkerCases.AT_HALF.expression());
        return List.of(
                index(
                        target,
                        CONFORMITY,
                        conformity(inTarget.truth(), target.truth(), all.truth()),
                        conformity(inTarget.value(), target.value(), all.value())),
                index(target, GRADIENT, half.truth() / all.truth(), half.value() / all.value()));
    }

    private static double conformity(double inTarget, double target, double all) {
        return inTarget * inTarget / (target * all);
    }

    private static Comparison find(List<Comparison> measured, String structure, String expression) {
        return measured.stream()
                .filter(c -> c.basis() == Truth.Basis.IDEAL_SHAPE)
                .filter(c -> c.structure().equals(structure) && c.expression().equals(expression))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison index(Comparison target, String name, double truth, double value) {
        @Nullable String reason = Double.isNaN(value) ? "a volume that it is made of is missing" : null;
        return new Comparison(
                target.family(),
                target.caseName(),
                target.structure(),
                target.solid(),
                target.basis(),
                Quantity.INDEX,
                name,
                "",
                truth,
                value,
                Double.NaN,
                Double.NaN,
                value - truth,
                false,
                Double.NaN,
                reason);
    }
}
