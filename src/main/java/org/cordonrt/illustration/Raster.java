package org.cordonrt.illustration;

/**
 * Square pixels that fill a {@link ViewPlane}, row by row from the top left. Each holds the value at its centre.
 * Immutable.
 */
public final class Raster {
    private final int size;
    private final float[] values;

    /**
     * @param size pixels along each side, at least 1
     * @param values one a pixel, NaN where there is none; not copied, and not to be written again
     */
    Raster(int size, float[] values) {
        if (size < 1 || values.length != size * size) {
            throw new IllegalArgumentException(values.length + " values for " + size + " x " + size + " pixels");
        }
        this.size = size;
        this.values = values;
    }

    /** Pixels along each side. */
    public int size() {
        return size;
    }

    /** NaN where there is no value. */
    public float at(int column, int row) {
        return values[row * size + column];
    }

    /** Whether any pixel has a value. */
    public boolean hasValues() {
        for (float v : values) {
            if (!Float.isNaN(v)) {
                return true;
            }
        }
        return false;
    }

    /** Largest value; NaN when there is none. */
    public float max() {
        float max = Float.NaN;
        for (float v : values) {
            if (!(v <= max)) {
                max = Float.isNaN(v) ? max : v;
            }
        }
        return max;
    }
}
