package org.cordonrt.margin;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * A surface made ready for searches: a box around each patch, and the trees of its strips when they are first asked for.
 * Not thread-safe.
 */
final class SurfaceTrees {
    private static final int CORNERS = 8;

    /** Numbers in a box: least, then greatest coordinates. */
    static final int BOX = 6;

    private final ShapeSurface surface;
    private final double[] boxes;
    private final StripTree[] @Nullable [] trees;

    SurfaceTrees(ShapeSurface surface) {
        this.surface = surface;
        int n = surface.patchCount();
        boxes = new double[BOX * n];
        trees = new StripTree[n][];
        for (int i = 0; i < n; i++) {
            box(i);
        }
    }

    int patches() {
        return trees.length;
    }

    /** Boxes of all patches in patient coordinates, {@link #BOX} numbers each. */
    double[] boxes() {
        return boxes;
    }

    /** The trees of a patch's strips. */
    StripTree[] patch(int i) {
        StripTree[] known = trees[i];
        if (known == null) {
            known = surface.patch(i).strips().stream().map(StripTree::new).toArray(StripTree[]::new);
            trees[i] = known;
        }
        return known;
    }

    private void box(int i) {
        PlaneFrame f = surface.frame();
        double[] own = surface.patchBox(i);
        boolean empty = own[0] > own[3];
        for (int d = 0; d < 3; d++) {
            boxes[BOX * i + d] = Double.POSITIVE_INFINITY;
            boxes[BOX * i + 3 + d] = Double.NEGATIVE_INFINITY;
        }
        for (int corner = 0; corner < CORNERS && !empty; corner++) {
            Point3 p = f.point(
                    own[(corner & 1) == 0 ? 0 : 3], own[(corner & 2) == 0 ? 1 : 4], own[(corner & 4) == 0 ? 2 : 5]);
            double[] xyz = {p.x(), p.y(), p.z()};
            for (int d = 0; d < 3; d++) {
                boxes[BOX * i + d] = Math.min(boxes[BOX * i + d], xyz[d]);
                boxes[BOX * i + 3 + d] = Math.max(boxes[BOX * i + 3 + d], xyz[d]);
            }
        }
    }
}
