package org.cordonrt.plan;

import java.util.Objects;

/**
 * A CT series as a background for pictures: Hounsfield units on a grid, slice by slice, read when they are asked for.
 * It has no say in any number. Immutable; as thread-safe as its slices.
 */
public final class CtVolume {
    private final GridGeometry geometry;
    private final Slices slices;

    /** Where the values come from. */
    @FunctionalInterface
    public interface Slices {
        /**
         * The values of one slice, Hounsfield units, column index fastest.
         *
         * @throws org.cordonrt.issue.CordonException when it cannot be read
         */
        short[] hounsfield(int frame);
    }

    /** @param geometry where voxel centres lie; slices that are missing leave a wider step between frames */
    public CtVolume(GridGeometry geometry, Slices slices) {
        this.geometry = Objects.requireNonNull(geometry, "geometry");
        this.slices = Objects.requireNonNull(slices, "slices");
    }

    /** Where voxel centres lie. */
    public GridGeometry geometry() {
        return geometry;
    }

    /**
     * The values of one slice, Hounsfield units, column index fastest; an array of the caller's own.
     *
     * @throws org.cordonrt.issue.CordonException when it cannot be read
     */
    public short[] hounsfield(int frame) {
        short[] hu = slices.hounsfield(Objects.checkIndex(frame, geometry.frames()));
        if (hu.length != geometry.columns() * geometry.rows()) {
            throw new IllegalStateException("a CT slice of " + hu.length + " values");
        }
        return hu;
    }
}
