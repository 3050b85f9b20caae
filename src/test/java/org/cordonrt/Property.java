package org.cordonrt;

import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Seeded property tests: a law must hold for many generated cases. A failure names the seed that replays it; set the
 * system property {@code cordon.seed} to run just that one. {@code cordon.property.part} makes do with so small a part
 * of the cases, where tests run thousands of times.
 */
public final class Property {
    private static final long FIRST_SEED = 20260101L;
    private static final int PART = Integer.getInteger("cordon.property.part", 1);

    private Property() {}

    /** A law that throws when it does not hold. */
    @FunctionalInterface
    public interface Law<T> {
        void check(T value) throws Exception;
    }

    /** How many of {@code count} values {@link #forAll} checks here. */
    public static int cases(int count) {
        return Long.getLong("cordon.seed") != null ? 1 : Math.max(1, count / PART);
    }

    /** Checks {@code law} on {@code count} values made by {@code generator}. */
    public static <T> void forAll(int count, Function<SplittableRandom, T> generator, Law<T> law) {
        Long only = Long.getLong("cordon.seed");
        long first = only != null ? only : FIRST_SEED;
        long last = only != null ? only : FIRST_SEED + cases(count) - 1;
        for (long seed = first; seed <= last; seed++) {
            T value = generator.apply(new SplittableRandom(seed));
            try {
                law.check(value);
            } catch (Throwable t) {
                throw new AssertionError(
                        "fails for seed " + seed + " (replay with -Dcordon.seed=" + seed + "): " + t, t);
            }
        }
    }
}
