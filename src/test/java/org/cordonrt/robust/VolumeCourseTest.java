package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.constraint.Comparison;
import org.cordonrt.dvh.SurfacePart;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** The volume above a dose over boxes of shifts, against certified volumes at single shifts. */
class VolumeCourseTest {
    private static final Point3[] AXES = {new Point3(0.8, 0, 0.6), new Point3(0, 1, 0), new Point3(-0.6, 0, 0.8)};
    private static final double LEVEL = 15;

    @Test
    void certifiedVolumesLieWithinTheBounds() {
        Property.forAll(15, random -> random, random -> {
            Case c = new Case(random);
            double[] q = widths(random, 0.8);
            double[] centre = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            VolumeCourse course = c.course(VolumeCourse.Surface.whole(c.surface), centre, q, c.start(centre));
            c.check(course, centre, q, random);
            // In a box within it, by the same strip; by one of its own, from the bounds; and measured anew.
            double[] small = {0.4 * q[0], 0.5 * q[1], 0.3 * q[2]};
            double[] middle = {centre[0] + 0.5 * q[0], centre[1] - 0.5 * q[1], centre[2] + 0.6 * q[2]};
            c.check(course, middle, small, random);
            VolumeCourse.Bounds b = course.over(middle, small);
            c.check(
                    c.course(
                            course.surface(middle, small),
                            middle,
                            small,
                            course.start().at(middle, b.leastMm3(), b.mostMm3())),
                    middle,
                    small,
                    random);
            c.check(course.from(c.start(middle)), middle, small, random);
            c.check(course.from(c.start(middle)), centre, small, random);
        });
    }

    /** For small boxes the bounds are near: ones that are merely true would be of no use. */
    @Test
    void smallBoxesHaveTightBounds() {
        SlabSolid solid = Phantoms.tube(4, 6);
        DoseGrid dose = Phantoms.dose(20, p -> 13.5 + 0.8 * p.x() + 0.3 * p.y() - 0.02 * p.z() * p.z());
        Case c = new Case(solid, dose);
        double[] centre = {0.3, 0.2, 0.1};
        double before = Double.POSITIVE_INFINITY;
        for (double q = 0.8; q > 0.08; q /= 2) {
            double[] half = {q, q, q};
            VolumeCourse.Bounds b = c.course(VolumeCourse.Surface.whole(c.surface), centre, half, c.start(centre))
                    .over(centre, half);
            double spare = b.spare()[0] + b.spare()[1] + b.spare()[2];
            // Of the second order in the width of the box.
            assertThat(spare).isLessThan(before / 2.5);
            before = spare;
        }
        assertThat(before).isPositive();
    }

    /** A surface that lies wholly in the dose gains nothing, wherever it is shifted to. */
    @Test
    void aSolidThatIsHotAllOverDoesNotChange() {
        Case c = new Case(Phantoms.tube(4, 6), Phantoms.dose(20, p -> 20 + 0.1 * p.x()));
        double[] centre = {0, 0, 0};
        double[] q = {1, 1, 1};
        VolumeCourse.Bounds b = c.course(VolumeCourse.Surface.whole(c.surface), centre, q, c.start(centre))
                .over(centre, q);
        for (int d = 0; d < 3; d++) {
            assertThat(b.rate()[d]).isBetween(-1e-9, 1e-9);
            assertThat(b.spare()[d]).isZero();
        }
        assertThat(b.mostMm3()).isGreaterThanOrEqualTo(c.solid.volumeCc() * 1000 - 1e-6);
    }

    private static double[] widths(SplittableRandom random, double most) {
        return new double[] {
            most * random.nextDouble(),
            most * random.nextDouble(),
            random.nextInt(4) == 0 ? 0 : most * random.nextDouble()
        };
    }

    /** A solid in a dose. */
    private static final class Case {
        private final SlabSolid solid;
        private final List<SurfacePart> surface;
        private final CertifiedShifts certified;
        private final ShiftedDose shifted;

        Case(SplittableRandom random) {
            this(random.nextBoolean() ? Phantoms.tube(4, 6) : Phantoms.vase(random), rough(random));
        }

        Case(SlabSolid solid, DoseGrid dose) {
            this.solid = solid;
            surface = SurfacePart.of(solid);
            DoseBlock block = new DoseBlock(dose, new Point3(-20, -20, -20), new Point3(20, 20, 20));
            MovedLimit limit = new MovedLimit(solid, MovedLimit.Kind.NEAR_MAX, 50, LEVEL, Comparison.AT_MOST);
            certified = new CertifiedShifts(limit, dose, block, 4);
            shifted = new ShiftedDose(block, solid.frame(), AXES);
        }

        VolumeCourse.Start start(double[] at) {
            MetricValue v = certified.volumeAbove(shifted.point(at), 1e-4);
            return VolumeCourse.Start.measured(at, 1000 * v.lower(), 1000 * v.upper());
        }

        VolumeCourse course(VolumeCourse.Surface of, double[] centre, double[] q, VolumeCourse.Start start) {
            VolumeCourse course = VolumeCourse.of(shifted, of, LEVEL, centre, q, start);
            assertThat(course).isNotNull();
            return course;
        }

        void check(VolumeCourse course, double[] middle, double[] half, SplittableRandom random) {
            VolumeCourse.Bounds b = course.over(middle, half);
            VolumeCourse.Start there = start(middle);
            double tiny = 1e-6;
            assertThat(b.leastMm3()).isLessThanOrEqualTo(there.mostMm3() + tiny);
            assertThat(b.mostMm3()).isGreaterThanOrEqualTo(there.leastMm3() - tiny);
            double spare = b.spare()[0] + b.spare()[1] + b.spare()[2];
            for (int n = 0; n < 4; n++) {
                double[] at = new double[3];
                double linear = 0;
                for (int d = 0; d < 3; d++) {
                    double e = half[d] * (n == 0 ? (random.nextBoolean() ? 1 : -1) : 2 * random.nextDouble() - 1);
                    at[d] = middle[d] + e;
                    linear += b.rate()[d] * e;
                }
                assertThat(b.mostMm3() + linear + spare)
                        .isGreaterThanOrEqualTo(start(at).leastMm3() - tiny);
            }
        }
    }

    /** A slope with noise of its own size at every sample. */
    private static DoseGrid rough(SplittableRandom random) {
        double steep = 0.8 * random.nextDouble();
        return Phantoms.dose(20, p -> 14 + steep * p.x() - 0.3 * p.y() + 2 * random.nextDouble());
    }
}
