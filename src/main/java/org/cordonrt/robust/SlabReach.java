package org.cordonrt.robust;

import java.util.List;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/** What a solid can reach when it is shifted: the boxes around its slabs, made wider. */
final class SlabReach implements GradientFront.Reach {
    private final double[] boxes;

    SlabReach(SlabSolid solid, double byMm) {
        List<Slab> slabs = solid.slabs();
        boxes = new double[6 * slabs.size()];
        for (int i = 0; i < slabs.size(); i++) {
            Point3[] box = CertifiedShifts.box(solid.frame(), slabs.get(i));
            boxes[6 * i] = box[0].x() - byMm;
            boxes[6 * i + 1] = box[1].x() + byMm;
            boxes[6 * i + 2] = box[0].y() - byMm;
            boxes[6 * i + 3] = box[1].y() + byMm;
            boxes[6 * i + 4] = box[0].z() - byMm;
            boxes[6 * i + 5] = box[1].z() + byMm;
        }
    }

    @Override
    public boolean holds(Point3 low, Point3 high) {
        for (int i = 0; i < boxes.length; i += 6) {
            if (low.x() <= boxes[i + 1]
                    && high.x() >= boxes[i]
                    && low.y() <= boxes[i + 3]
                    && high.y() >= boxes[i + 2]
                    && low.z() <= boxes[i + 5]
                    && high.z() >= boxes[i + 4]) {
                return true;
            }
        }
        return false;
    }
}
