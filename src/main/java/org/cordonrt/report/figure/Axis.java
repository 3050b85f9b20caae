package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.report.Decimals;

/**
 * A linear axis.
 *
 * @param from data at {@code fromPx}
 * @param to data at {@code toPx}, above {@code from}
 * @param step distance of ticks: 1, 2 or 5 times a power of ten
 */
record Axis(double from, double to, double fromPx, double toPx, double step) {
    private static final int MOST_DECIMALS = 6;

    /** An axis with about so many ticks. */
    static Axis of(double from, double to, double fromPx, double toPx, int ticks) {
        return new Axis(from, to, fromPx, toPx, niceStep((to - from) / ticks));
    }

    /** As {@link #of}, from 0 to the first tick at or above {@code most}. */
    static Axis fromZero(double most, double fromPx, double toPx, int ticks) {
        double step = niceStep(most / ticks);
        return new Axis(0, Math.max(1, Math.ceil(most / step - 1e-9)) * step, fromPx, toPx, step);
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double factor = rough / power;
        return power * (factor <= 1.0000001 ? 1 : factor <= 2.0000001 ? 2 : factor <= 5.0000001 ? 5 : 10);
    }

    double px(double data) {
        return fromPx + (data - from) / (to - from) * (toPx - fromPx);
    }

    boolean holds(double data) {
        return data >= from && data <= to;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    static String label(double tick) {
        return Decimals.shortest(tick, MOST_DECIMALS);
    }
}
