package org.cordonrt.diff;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * How far two numbers may lie apart and still agree: by the absolute or by the relative tolerance of their unit, where
 * one is set, else of all. Immutable.
 *
 * @param absolute by unit; the empty unit stands for all
 * @param relative the same as a share of the larger number
 */
public record Tolerances(Map<String, BigDecimal> absolute, Map<String, BigDecimal> relative) {
    /** Numbers must be the same to the last digit written. */
    public static final Tolerances NONE = new Tolerances(Map.of(), Map.of());

    public Tolerances {
        absolute = Map.copyOf(absolute);
        relative = Map.copyOf(relative);
    }

    boolean agree(BigDecimal a, BigDecimal b, String unit) {
        BigDecimal apart = a.subtract(b).abs();
        return apart.compareTo(of(absolute, unit)) <= 0
                || apart.compareTo(of(relative, unit).multiply(a.abs().max(b.abs()))) <= 0;
    }

    private static BigDecimal of(Map<String, BigDecimal> byUnit, String unit) {
        BigDecimal own = byUnit.get(unit);
        return own == null ? Objects.requireNonNullElse(byUnit.get(""), BigDecimal.ZERO) : own;
    }
}
