package org.cordonrt.examples;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.TreatmentCase;

/** Checks a plan that a planning system holds in arrays: no DICOM, no files. */
final class CheckArrays {
    private CheckArrays() {}

    /** A straight cord, a target in front of it, and a dose that falls by 22 % a millimetre beyond the target. */
    static TreatmentCase plan() {
        GridGeometry grid = GridGeometry.axial(61, 61, 41, new Point3(-60, -60, -40), new Point3(2, 2, 2));
        float[] doseGy = new float[grid.sampleCount()];
        int next = 0;
        for (int k = 0; k < grid.frames(); k++) {
            for (int j = 0; j < grid.rows(); j++) {
                for (int i = 0; i < grid.columns(); i++) {
                    double outsideMm = Math.max(0, grid.centre(i, j, k).distanceTo(new Point3(0, -18, 0)) - 10);
                    doseGy[next++] = (float) (19 * Math.exp(-0.25 * outsideMm));
                }
            }
        }
        return TreatmentCase.builder()
                .label("from arrays")
                .structure("SpinalCord", cylinder(0, 0, 5, 36))
                .structure("GTV", cylinder(0, -18, 8, 8))
                .dose(grid, doseGy)
                .prescriptionGy(18)
                .fractions(1)
                .build();
    }

    /** A circle every 2 mm, each as x, y, z of its vertices. */
    private static List<double[]> cylinder(double x, double y, double radius, double halfLength) {
        List<double[]> contours = new ArrayList<>();
        for (double z = -halfLength; z <= halfLength; z += 2) {
            double[] xyz = new double[3 * 60];
            for (int i = 0; i < 60; i++) {
                xyz[3 * i] = x + radius * Math.cos(Math.PI * i / 30);
                xyz[3 * i + 1] = y + radius * Math.sin(Math.PI * i / 30);
                xyz[3 * i + 2] = z;
            }
            contours.add(xyz);
        }
        return contours;
    }

    static Assessment run() {
        return PlanCheck.assess(plan(), CheckOptions.defaults());
    }
}
