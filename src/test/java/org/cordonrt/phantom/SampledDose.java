package org.cordonrt.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;

/**
 * Doses to a structure by brute force, without any of Cordon's own geometry: sample points of equal volume in slabs
 * around the contour planes, trilinear dose at each. Good to about 0.1 Gy at 2 Gy/mm.
 */
final class SampledDose {
    private static final double STEP_MM = 0.25;

    private final double[] ascendingGy;
    private final double pointCc;

    private SampledDose(double[] ascendingGy, double pointCc) {
        this.ascendingGy = ascendingGy;
        this.pointCc = pointCc;
    }

    static SampledDose of(TreatmentCase c, String name, double planeSpacingMm) {
        Structure s = c.structures().structures().stream()
                .filter(x -> x.name().equals(name))
                .findFirst()
                .orElseThrow();
        DoseGrid dose = c.dose().orElseThrow();
        Map<Double, List<Contour>> planes = s.contours().stream().collect(Collectors.groupingBy(k -> k.z(0)));
        int perSlab = Math.max(2, (int) Math.round(planeSpacingMm / 0.5));
        double[] doses = new double[1 << 16];
        int n = 0;
        for (Map.Entry<Double, List<Contour>> plane : planes.entrySet()) {
            double[] box = box(plane.getValue());
            for (double x = box[0]; x <= box[1]; x += STEP_MM) {
                for (double y = box[2]; y <= box[3]; y += STEP_MM) {
                    if (!inside(plane.getValue(), x, y)) {
                        continue;
                    }
                    for (int k = 0; k < perSlab; k++) {
                        double z = plane.getKey() + ((k + 0.5) / perSlab - 0.5) * planeSpacingMm;
                        if (n == doses.length) {
                            doses = Arrays.copyOf(doses, 2 * n);
                        }
                        doses[n++] = trilinear(dose, new Point3(x, y, z));
                    }
                }
            }
        }
        double[] sorted = Arrays.copyOf(doses, n);
        Arrays.sort(sorted);
        return new SampledDose(sorted, STEP_MM * STEP_MM * planeSpacingMm / perSlab / 1000);
    }

    double volumeCc() {
        return ascendingGy.length * pointCc;
    }

    double maxGy() {
        return ascendingGy[ascendingGy.length - 1];
    }

    /** Dose that the hottest {@code cc} receive. */
    double atVolumeGy(double cc) {
        int hottest = (int) Math.round(cc / pointCc);
        return ascendingGy[Math.max(0, ascendingGy.length - Math.max(1, hottest))];
    }

    private static double[] box(List<Contour> contours) {
        double[] b = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (Contour c : contours) {
            for (int i = 0; i < c.size(); i++) {
                b[0] = Math.min(b[0], c.x(i));
                b[1] = Math.max(b[1], c.x(i));
                b[2] = Math.min(b[2], c.y(i));
                b[3] = Math.max(b[3], c.y(i));
            }
        }
        return b;
    }

    /** Even-odd rule over all contours of the plane. */
    private static boolean inside(List<Contour> contours, double x, double y) {
        boolean in = false;
        for (Contour c : contours) {
            for (int i = 0, j = c.size() - 1; i < c.size(); j = i++) {
                if (c.y(i) > y != c.y(j) > y) {
                    double at = c.x(i) + (y - c.y(i)) / (c.y(j) - c.y(i)) * (c.x(j) - c.x(i));
                    in ^= x < at;
                }
            }
        }
        return in;
    }

    /** Trilinear dose; fails outside the grid, which no structure but the body may leave. */
    static double trilinear(DoseGrid dose, Point3 p) {
        GridGeometry g = dose.geometry();
        Point3 d = p.minus(g.origin());
        double u = d.dot(g.columnStep()) / g.columnStep().dot(g.columnStep());
        double v = d.dot(g.rowStep()) / g.rowStep().dot(g.rowStep());
        double step = g.frameOffsetMm(1) - g.frameOffsetMm(0);
        double w = (d.dot(g.frameDirection()) - g.frameOffsetMm(0)) / step;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        int k = (int) Math.floor(w);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int a = corner & 1;
            int b = corner >> 1 & 1;
            int c = corner >> 2;
            double weight = (a == 0 ? 1 - u + i : u - i) * (b == 0 ? 1 - v + j : v - j) * (c == 0 ? 1 - w + k : w - k);
            if (weight != 0) {
                sum += weight * dose.doseGy(i + a, j + b, k + c);
            }
        }
        return sum;
    }
}
