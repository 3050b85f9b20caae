package org.cordonrt.margin;

/** A solid whose planes are not parallel to those of the entered solid. */
final class ObliqueReach implements Reach {
    private static final int LEFT = 2;
    private static final int RIGHT = 3;

    private final PrismSet solid;
    // From the entered solid's frame to the prisms': a turn about the common x axis.
    private final double cos;
    private final double sin;

    private final ConvexPolygon polygon = new ConvexPolygon(4);

    /** The solid with its boxes in the entered solid's frame. */
    ObliqueReach(PrismSet solid, double cos, double sin) {
        this.solid = solid;
        this.cos = cos;
        this.sin = sin;
    }

    @Override
    public boolean meets(double x, double y, double halfX, double halfY, double low, double high, double[] found) {
        double[] box = {x - halfX, y - halfY, low, x + halfX, y + halfY, high};
        return meets(1, box, found);
    }

    private boolean meets(int node, double[] box, double[] found) {
        if (!solid.touches(node, box)) {
            return false;
        }
        if (solid.isLeaf(node)) {
            return meetsPrism(PrismSet.STRIDE * solid.prism(node), box, found);
        }
        // The half whose middle is nearer first: any common point will do, but one in the middle tells most.
        int nearer = solid.centreDistance(2 * node, box) <= solid.centreDistance(2 * node + 1, box) ? 0 : 1;
        return meets(2 * node + nearer, box, found) || meets(2 * node + 1 - nearer, box, found);
    }

    private boolean meetsPrism(int o, double[] box, double[] found) {
        double[] d = solid.data;
        polygon.rectangle(box[1], box[4], box[2], box[5]);
        polygon.clipByTurnedRectangle(cos, sin, d, o);
        for (int k = 0; k < polygon.size(); k++) {
            double inPrism = polygon.get(k, 0) * cos - polygon.get(k, 1) * sin;
            polygon.set(k, LEFT, TrapezoidSet.left(d, o, inPrism));
            polygon.set(k, RIGHT, TrapezoidSet.right(d, o, inPrism));
        }
        polygon.clip(k -> box[3] - polygon.get(k, LEFT));
        polygon.clip(k -> polygon.get(k, RIGHT) - box[0]);
        if (polygon.size() == 0) {
            return false;
        }
        double left = Math.max(box[0], polygon.mean(LEFT));
        double right = Math.min(box[3], polygon.mean(RIGHT));
        found[0] = (left + right) / 2;
        found[1] = polygon.mean(0);
        found[2] = polygon.mean(1);
        return true;
    }
}
