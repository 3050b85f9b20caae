package org.cordonrt.geometry;

import java.util.function.DoubleUnaryOperator;

/** Halving an interval until it holds nothing but the place asked for. */
final class Bisection {
    private static final int STEPS = 50;

    private Bisection() {}

    /** Where a decreasing function falls below a value between {@code low} and {@code high}. */
    static double firstBelow(DoubleUnaryOperator decreasing, double value, double low, double high) {
        double a = low;
        double b = high;
        for (int i = 0; i < STEPS; i++) {
            double m = (a + b) / 2;
            if (decreasing.applyAsDouble(m) < value) {
                b = m;
            } else {
                a = m;
            }
        }
        return (a + b) / 2;
    }
}
