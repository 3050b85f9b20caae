package org.cordonrt.dvh;

/**
 * The lesser and the greater of two numbers that are not NaN, where that is asked many million times. The first tier of
 * the compiler, all that a short run sees, calls {@link Math#min(double, double)} and does not put it in line.
 */
final class Order {
    private Order() {}

    static double lesser(double a, double b) {
        return a < b ? a : b;
    }

    static double greater(double a, double b) {
        return a > b ? a : b;
    }
}
