package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.dvh.SolidPart;
import org.cordonrt.dvh.SurfacePart;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** What is said of all shifts of a box, against single shifts of it in rough doses. */
class ShiftBoundsTest {
    private static final Point3 REST = new Point3(0, 0, 0);
    private static final double[] REST_AT = new double[3];
    private static final Point3[] AXES = {new Point3(0.8, 0.6, 0), new Point3(-0.6, 0.8, 0), new Point3(0, 0, 1)};

    @Test
    void theLinearFunctionAndItsRestBoundTheDoseOfABox() {
        Property.forAll(100, random -> random, random -> {
            DoseGrid dose = rough(random);
            DoseBlock block = new DoseBlock(dose, new Point3(-16, -16, -16), new Point3(16, 16, 16));
            DoseBox box = new DoseBox(block);
            double[] middle = new double[3];
            double[] half = new double[3];
            for (int d = 0; d < 3; d++) {
                middle[d] = 4 + 8 * random.nextDouble();
                half[d] = 2 * random.nextDouble();
            }
            assertThat(box.over(middle, half)).isTrue();
            for (int n = 0; n < 50; n++) {
                double[] at = new double[3];
                for (int d = 0; d < 3; d++) {
                    at[d] = middle[d] + half[d] * (2 * random.nextDouble() - 1);
                }
                double gy = block.at(at[0], at[1], at[2]);
                assertThat(gy).isBetween(box.minGy, box.maxGy);
                assertThat(gy - box.linearGy(at)).isBetween(-box.belowGy, box.aboveGy);
            }
        });
    }

    @Test
    void noShiftOfASafeBoxBreaksTheLimit() {
        int[] safe = new int[3];
        Property.forAll(60, random -> random, random -> {
            DoseGrid dose = rough(random);
            SlabSolid solid = Phantoms.tube(4, 6);
            MovedLimit.Kind kind = MovedLimit.Kind.values()[random.nextInt(3)];
            double level = kind == MovedLimit.Kind.MEAN ? 12 : kind == MovedLimit.Kind.MAX ? 17 : 15;
            MovedLimit limit = new MovedLimit(solid, kind, 50, level, org.cordonrt.constraint.Comparison.AT_MOST);
            DoseBlock block = new DoseBlock(dose, new Point3(-20, -20, -20), new Point3(20, 20, 20));
            CertifiedShifts certified = new CertifiedShifts(limit, dose, block, 3);
            ShiftBounds bounds =
                    new ShiftBounds(limit, SolidPart.of(solid), SurfacePart.of(solid), certified, block, AXES);
            double[] outer = {0.4, 0.4, 0.4};
            double[] at = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double within = 0.2 + norm(at);
            double[] wide = {1.6, 1.2, 1.4};
            ShiftBounds.Bound around = bounds.bound(REST_AT, wide, bounds.everything(), within);
            ShiftBounds.Bound whole = around.safe() ? around : bounds.bound(at, outer, around.left(), within);
            double[] q = {0.15, 0.1, 0.2};
            double[] centre = {at[0] + 0.1, at[1] - 0.2, at[2] + 0.15};
            ShiftBounds.Bound part = whole.safe() ? whole : bounds.bound(centre, q, whole.left(), within);
            if (part.safe()) {
                safe[kind.ordinal()]++;
                for (int n = 0; n < 8; n++) {
                    double[] e = new double[3];
                    for (int d = 0; d < 3; d++) {
                        e[d] = centre[d] + q[d] * (2 * random.nextDouble() - 1);
                    }
                    if (norm(e) <= within) {
                        Point3 s = AXES[0].times(e[0]).plus(AXES[1].times(e[1])).plus(AXES[2].times(e[2]));
                        MetricValue v = certified.metric(s, 0.01);
                        assertThat(v.lower()).as("%s at %s", kind, s).isLessThan(level);
                    }
                }
            }
        });
        assertThat(safe).as("boxes that were shown to be safe").doesNotContain(0);
    }

    private static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** A slope with noise of its own size at every sample. */
    private static DoseGrid rough(SplittableRandom random) {
        double steep = 0.8 * random.nextDouble();
        return Phantoms.dose(16, p -> 10 + steep * p.x() - 0.3 * p.y() + 2 * random.nextDouble());
    }
}
