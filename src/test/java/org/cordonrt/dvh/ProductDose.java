package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;

/**
 * The dose x y / 4 on the square from 0 to 8 mm, 6 mm high: trilinear in every cell of any axial grid and nowhere linear,
 * with closed forms for all that is asked of a dose.
 */
final class ProductDose {
    static final double SIDE_MM = 8;
    static final double HEIGHT_MM = 6;
    static final double VOLUME_MM3 = SIDE_MM * SIDE_MM * HEIGHT_MM;
    static final double MAX_GY = SIDE_MM * SIDE_MM / 4;
    static final double MEAN_GY = MAX_GY / 4;

    private static final double ROUNDING = 1e-9;

    private ProductDose() {}

    static SlabSolid solid() {
        return Shapes.cuboid(0, SIDE_MM, 0, SIDE_MM, 0, HEIGHT_MM);
    }

    /** The dose on a grid whose samples lie at no face of the solid. */
    static DoseGrid dose(double spacing) {
        int n = (int) Math.ceil(12 / spacing) + 1;
        return Shapes.grid(
                n,
                n,
                n,
                new Point3(4.1, 3.9, 3.2),
                Shapes.X,
                Shapes.Y,
                Shapes.Z,
                spacing,
                spacing,
                p -> p.x() * p.y() / 4);
    }

    /** Volume that receives a dose: under the hyperbola lies t (1 + log(1 / t)) of the unit square. */
    static double mm3Above(double gy) {
        double t = gy / MAX_GY;
        return gy <= 0 ? VOLUME_MM3 : t >= 1 ? 0 : VOLUME_MM3 * (1 - t * (1 - Math.log(t)));
    }

    /** The dose that a volume receives, by bisection. */
    static double gyAt(double mm3) {
        double low = 0;
        double high = MAX_GY;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (mm3Above(middle) >= mm3) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The true value of a metric, in its unit when that is Gy, cc or %. */
    static double of(Metric metric) {
        if (metric instanceof Metric.DoseAtVolume m) {
            return gyAt(m.volumeUnit() == VolumeUnit.CC ? m.volume() * 1000 : m.volume() / 100 * VOLUME_MM3);
        }
        if (metric instanceof Metric.VolumeAtDose m) {
            double mm3 = mm3Above(m.doseGy());
            mm3 = m.complement() ? VOLUME_MM3 - mm3 : mm3;
            return m.volumeUnit() == VolumeUnit.CC ? mm3 / 1000 : mm3 / VOLUME_MM3 * 100;
        }
        return switch (((Metric.Statistic) metric).kind()) {
            case MAX -> MAX_GY;
            case MIN -> 0;
            case MEAN -> MEAN_GY;
        };
    }

    /** That an interval holds the true value of a metric and is, of a dose, no wider than asked. */
    static void assertHolds(MetricValue v, double truth, double toleranceGy) {
        assertThat(v.note()).isNull();
        assertThat(v.value()).as(v.toString()).isBetween(v.lower(), v.upper());
        assertThat(truth).as(v.toString()).isBetween(v.lower() - ROUNDING, v.upper() + ROUNDING);
        if (v.metric().unit().equals("Gy")) {
            assertThat(v.upper() - v.lower()).as(v.toString()).isLessThanOrEqualTo(toleranceGy + 1e-9);
        }
    }
}
