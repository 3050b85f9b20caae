package org.cordonrt.dvh;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * A DVH by sampling a solid densely, with nothing in common with the real one but the model. Its own error is allowed
 * for by a share of the volume.
 */
final class BruteForce {
    private static final double STEP_MM = 0.2;

    /** Sampling error of a volume, as a share of the solid's. */
    private static final double SHARE = 0.004;

    private final double[] sorted;
    private final double sampleMm3;
    private final double volumeMm3;

    BruteForce(SlabSolid solid, DoseGrid dose, PlaneFrame axes) {
        double[] samples = new double[1 << 20];
        int n = 0;
        for (Slab s : solid.slabs()) {
            int layers = (int) Math.round(s.thicknessMm() / STEP_MM);
            for (int k = 0; k < layers; k++) {
                double z = s.lowMm() + (k + 0.5) * s.thicknessMm() / layers;
                for (double y = s.region().minY() + STEP_MM / 2; y < s.region().maxY(); y += STEP_MM) {
                    for (double x = s.region().minX() + STEP_MM / 2;
                            x < s.region().maxX();
                            x += STEP_MM) {
                        if (s.region().contains(x, y)) {
                            samples[n++] = trilinear(dose, axes, solid.frame().point(x, y, z));
                        }
                    }
                }
            }
        }
        sorted = Arrays.copyOf(samples, n);
        Arrays.sort(sorted);
        volumeMm3 = solid.volumeCc() * 1000;
        sampleMm3 = volumeMm3 / n;
    }

    private static double trilinear(DoseGrid dose, PlaneFrame axes, Point3 p) {
        GridGeometry g = dose.geometry();
        Point3 r = p.minus(g.origin());
        double x = r.dot(axes.u()) / g.columnStep().norm();
        double y = r.dot(axes.v()) / g.rowStep().norm();
        double z = r.dot(axes.w()) / (g.frameOffsetMm(1) - g.frameOffsetMm(0));
        int i = Math.min((int) x, g.columns() - 2);
        int j = Math.min((int) y, g.rows() - 2);
        int k = Math.min((int) z, g.frames() - 2);
        double sum = 0;
        for (int c = 0; c < 8; c++) {
            double w = ((c & 1) == 0 ? 1 - (x - i) : x - i)
                    * ((c & 2) == 0 ? 1 - (y - j) : y - j)
                    * ((c & 4) == 0 ? 1 - (z - k) : z - k);
            sum += w * dose.doseGy(i + (c & 1), j + ((c >> 1) & 1), k + (c >> 2));
        }
        return sum;
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    double min() {
        return sorted[0];
    }

    /** Range in which a metric lies, allowing for the sampling error. */
    double[] range(Metric metric) {
        if (metric instanceof Metric.DoseAtVolume m) {
            double mm3 = m.volumeUnit() == VolumeUnit.CC ? m.volume() * 1000 : m.volume() / 100 * volumeMm3;
            return new double[] {doseAt(mm3 + SHARE * volumeMm3), doseAt(mm3 - SHARE * volumeMm3)};
        }
        if (metric instanceof Metric.VolumeAtDose m) {
            double[] cc = volumeRange(m.doseGy());
            return new double[] {cc[0] * 1e5 / volumeMm3, cc[1] * 1e5 / volumeMm3};
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        return new double[] {mean - 0.03, mean + 0.03};
    }

    private double doseAt(double mm3) {
        int i = sorted.length - (int) Math.round(mm3 / sampleMm3);
        return i >= sorted.length ? max() + 0.7 : sorted[Math.max(0, i)];
    }

    /** Volume above a dose in cc, allowing for the sampling error. */
    double[] volumeRange(double gy) {
        int i = Arrays.binarySearch(sorted, gy);
        double mm3 = (sorted.length - (i >= 0 ? i : -i - 1)) * sampleMm3;
        return new double[] {(mm3 - SHARE * volumeMm3) / 1000, (mm3 + SHARE * volumeMm3) / 1000};
    }
}
