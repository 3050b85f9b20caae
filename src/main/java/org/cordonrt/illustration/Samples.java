package org.cordonrt.illustration;

/** A row of numbers. Immutable. */
public final class Samples {
    private final double[] values;

    private Samples(double[] values) {
        this.values = values;
    }

    /** @param values copied */
    public static Samples of(double... values) {
        return new Samples(values.clone());
    }

    public int size() {
        return values.length;
    }

    public double at(int i) {
        return values[i];
    }

    /** A copy. */
    public double[] toArray() {
        return values.clone();
    }
}
