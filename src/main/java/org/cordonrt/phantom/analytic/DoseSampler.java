package org.cordonrt.phantom.analytic;

import java.util.function.ToDoubleFunction;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.StoredDose;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/** Samples a dose on a grid, in words of 32 bits. */
final class DoseSampler {
    private static final double LARGEST_WORD = 4294967295.0;

    private DoseSampler() {}

    /**
     * A grid along the patient's axes that holds a box.
     *
     * @param low corner of the box that is a sample, mm
     * @param high opposite corner; the grid ends at it or less than a step beyond
     * @param step distance of samples along x, y and z, mm
     */
    static GridGeometry axial(Point3 low, Point3 high, Point3 step, PatientPosition position) {
        int nx = count(low.x(), high.x(), step.x());
        int ny = count(low.y(), high.y(), step.y());
        int nz = count(low.z(), high.z(), step.z());
        Point3 row = position.alongRow();
        Point3 column = position.alongColumn();
        Point3 normal = position.normal();
        Point3 along = row.plus(column).plus(normal);
        Point3 origin = new Point3(
                along.x() > 0 ? low.x() : low.x() + (nx - 1) * step.x(),
                along.y() > 0 ? low.y() : low.y() + (ny - 1) * step.y(),
                along.z() > 0 ? low.z() : low.z() + (nz - 1) * step.z());
        boolean rowAlongX = row.x() != 0;
        return new GridGeometry(
                rowAlongX ? nx : ny,
                rowAlongX ? ny : nx,
                origin,
                row.times(rowAlongX ? step.x() : step.y()),
                column.times(rowAlongX ? step.y() : step.x()),
                normal,
                offsets(nz, step.z()));
    }

    static double[] offsets(int count, double stepMm) {
        double[] offsets = new double[count];
        for (int k = 0; k < count; k++) {
            offsets[k] = Outlines.round(k * stepMm);
        }
        return offsets;
    }

    private static int count(double low, double high, double step) {
        return (int) Math.ceil((high - low) / step - 1e-9) + 1;
    }

    /**
     * Samples rounded to a unit.
     *
     * @param unitGy gray per stored unit; a dose whose samples are multiples of it is stored as it is
     */
    static StoredDose sample(GridGeometry g, double unitGy, ToDoubleFunction<Point3> doseGy) {
        int[] words = new int[g.sampleCount()];
        int at = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    double word = Math.rint(doseGy.applyAsDouble(g.centre(i, j, k)) / unitGy);
                    if (!(word >= 0 && word <= LARGEST_WORD)) {
                        throw new IllegalArgumentException(word * unitGy + " Gy cannot be stored");
                    }
                    words[at++] = (int) (long) word;
                }
            }
        }
        return new StoredDose(g, words, unitGy);
    }
}
