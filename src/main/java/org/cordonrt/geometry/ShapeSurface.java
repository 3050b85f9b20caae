package org.cordonrt.geometry;

import java.util.List;

/**
 * The surface of a structure that runs on from contour plane to contour plane (the shape model). Immutable and
 * thread-safe.
 */
public final class ShapeSurface {
    private final PlaneFrame frame;
    private final List<List<RingStack>> stacks;

    ShapeSurface(PlaneFrame frame, List<List<RingStack>> stacks) {
        this.frame = frame;
        this.stacks = stacks;
    }

    public PlaneFrame frame() {
        return frame;
    }

    /** Below the first plane, between each two, above the last; in order. */
    List<List<RingStack>> stacks() {
        return stacks;
    }
}
