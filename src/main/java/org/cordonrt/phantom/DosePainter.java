package org.cordonrt.phantom;

import java.util.Arrays;
import java.util.List;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** Samples the dose on a grid as the options want it and stores it as words. */
final class DosePainter {
    /** Room between the outermost contour and the outermost dose sample, mm, beyond the slab's half plane spacing. */
    private static final double ROOM_MM = 2;

    /** The grid lies this part of its spacing off the contour planes, as grids do. */
    private static final double PHASE = 0.3;

    private static final double SCALING_32_GY = 1e-6;
    private static final double SCALING_16_GY = 1e-3;
    private static final int MAX_16 = 0xFFFF;

    private DosePainter() {}

    static StoredDose sample(SpineOptions o, List<Structure> structures, DoseModel dose) {
        GridGeometry g = geometry(o, structures);
        double scaling = o.doseBits() == 32 ? SCALING_32_GY : SCALING_16_GY;
        int[] words = new int[g.sampleCount()];
        Point3 column = g.columnStep();
        Point3 row = g.rowStep();
        int at = 0;
        for (int k = 0; k < g.frames(); k++) {
            Point3 corner = g.centre(0, 0, k);
            DoseModel.Plane plane = dose.at(corner.z());
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    double x = corner.x() + i * column.x() + j * row.x();
                    double y = corner.y() + i * column.y() + j * row.y();
                    words[at++] = (int) Math.rint(plane.doseGy(x, y) / scaling);
                }
            }
        }
        if (o.doseBits() == 16) {
            for (int w : words) {
                if (w > MAX_16) {
                    throw new IllegalArgumentException(
                            "a dose of " + w * scaling + " Gy does not fit 16 bits: ask for 32");
                }
            }
        }
        return new StoredDose(g, words, scaling);
    }

    private static GridGeometry geometry(SpineOptions o, List<Structure> structures) {
        double h = o.doseSpacingMm();
        double[] low = new double[3];
        int[] size = new int[3];
        GridSize wanted = o.doseSize();
        if (wanted != null) {
            size[0] = wanted.x();
            size[1] = wanted.y();
            size[2] = wanted.z();
            double[] middle = {Anatomy.MIDDLE.x(), Anatomy.MIDDLE.y() - 60, Anatomy.MIDDLE.z()};
            for (int d = 0; d < 3; d++) {
                low[d] = round(middle[d] - (Math.floorDiv(size[d], 2) - PHASE) * h);
            }
        } else {
            fit(o, structures, low, size);
        }
        PatientPosition p = o.position();
        Point3 alongRow = p.alongRow();
        Point3 alongColumn = p.alongColumn();
        Point3 normal = p.normal();
        boolean downwards = normal.z() < 0;
        // Frames follow the slice order along z, whichever way the normal points.
        boolean descending = o.sliceOrder() == SliceOrder.DESCENDING;
        double first = descending ? low[2] + (size[2] - 1) * h : low[2];
        double step = descending != downwards ? -h : h;
        double[] offsets = new double[size[2]];
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = k * step + 0.0;
        }
        Point3 origin = new Point3(
                start(alongRow.x() + alongColumn.x(), low[0], size[0], h),
                start(alongRow.y() + alongColumn.y(), low[1], size[1], h),
                first);
        int columns = alongRow.x() != 0 ? size[0] : size[1];
        int rows = alongRow.x() != 0 ? size[1] : size[0];
        return new GridGeometry(columns, rows, origin, alongRow.times(h), alongColumn.times(h), normal, offsets);
    }

    /** The grid begins at its low end along an axis that runs forwards, else at its high end. */
    private static double start(double direction, double low, int size, double h) {
        return direction > 0 ? low : low + (size - 1) * h;
    }

    private static void fit(SpineOptions o, List<Structure> structures, double[] low, int[] size) {
        double[] min = new double[3];
        double[] max = new double[3];
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (Structure s : structures) {
            if (s.name().equals(StructurePainter.EXTERNAL)) {
                continue;
            }
            for (Contour c : s.contours()) {
                double[] xyz = c.toArray();
                for (int i = 0; i < xyz.length; i++) {
                    min[i % 3] = Math.min(min[i % 3], xyz[i]);
                    max[i % 3] = Math.max(max[i % 3], xyz[i]);
                }
            }
        }
        min[2] -= o.planeSpacingMm() / 2;
        max[2] += o.planeSpacingMm() / 2;
        for (int d = 0; d < 3; d++) {
            double h = o.doseSpacingMm();
            low[d] = round(min[d] - ROOM_MM - PHASE * h);
            size[d] = (int) Math.ceil((max[d] + ROOM_MM - low[d]) / h) + 1;
        }
    }

    private static double round(double mm) {
        return Math.rint(mm * 100) / 100;
    }
}
