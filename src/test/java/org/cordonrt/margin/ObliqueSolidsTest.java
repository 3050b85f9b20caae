package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** Solids drawn on planes of different directions, such as one on axial and one on sagittal slices. */
class ObliqueSolidsTest {
    private static final UnaryOperator<Point3> SAGITTAL = p -> new Point3(p.z(), p.x(), p.y());

    /** A box with its corner at lo, drawn on planes across x; slabs of thickness (hi.x - lo.x) / count. */
    private static SlabSolid sagittalBox(Point3 lo, Point3 hi, int count, UnaryOperator<Point3> motion) {
        double step = (hi.x() - lo.x()) / count;
        return Shapes.moved(p -> motion.apply(SAGITTAL.apply(p)))
                .add(Shapes.planes(lo.x() + step / 2, step, count), Shapes.rectangle(lo.y(), lo.z(), hi.y(), hi.z()))
                .solid();
    }

    private static SlabSolid axialBox(Point3 lo, Point3 hi, int count, UnaryOperator<Point3> motion) {
        double step = (hi.z() - lo.z()) / count;
        return Shapes.moved(motion)
                .add(Shapes.planes(lo.z() + step / 2, step, count), Shapes.rectangle(lo.x(), lo.y(), hi.x(), hi.y()))
                .solid();
    }

    private record Boxes(Point3 lo1, Point3 hi1, Point3 lo2, Point3 hi2, UnaryOperator<Point3> motion) {
        static Boxes random(SplittableRandom random) {
            Point3[] lo = new Point3[2];
            Point3[] hi = new Point3[2];
            for (int k = 0; k < 2; k++) {
                lo[k] = new Point3(random.nextDouble(30), random.nextDouble(30), random.nextDouble(30));
                hi[k] = lo[k].plus(
                        new Point3(random.nextDouble(2, 20), random.nextDouble(2, 20), random.nextDouble(2, 20)));
            }
            return new Boxes(
                    lo[0], hi[0], lo[1], hi[1], random.nextBoolean() ? Shapes.IN_PLACE : Shapes.rigidMotion(random));
        }

        private static double gap(double lo1, double hi1, double lo2, double hi2) {
            return Math.max(0, Math.max(lo2 - hi1, lo1 - hi2));
        }

        private static double common(double lo1, double hi1, double lo2, double hi2) {
            return Math.max(0, Math.min(hi1, hi2) - Math.max(lo1, lo2));
        }

        double distanceMm() {
            double x = gap(lo1.x(), hi1.x(), lo2.x(), hi2.x());
            double y = gap(lo1.y(), hi1.y(), lo2.y(), hi2.y());
            double z = gap(lo1.z(), hi1.z(), lo2.z(), hi2.z());
            return Math.sqrt(x * x + y * y + z * z);
        }

        double overlapMm3() {
            return common(lo1.x(), hi1.x(), lo2.x(), hi2.x())
                    * common(lo1.y(), hi1.y(), lo2.y(), hi2.y())
                    * common(lo1.z(), hi1.z(), lo2.z(), hi2.z());
        }

        /** The largest distance from the outside of the first box, over the second. */
        double depthMm() {
            return Math.min(
                    deepest(lo1.x(), hi1.x(), lo2.x(), hi2.x()),
                    Math.min(deepest(lo1.y(), hi1.y(), lo2.y(), hi2.y()), deepest(lo1.z(), hi1.z(), lo2.z(), hi2.z())));
        }

        private static double deepest(double lo1, double hi1, double lo2, double hi2) {
            double at = Math.min(Math.max((lo1 + hi1) / 2, lo2), hi2);
            return Math.min(at - lo1, hi1 - at);
        }
    }

    @Test
    void boxesOnAxialAndSagittalPlanesAreBoxesAllTheSame() {
        Property.forAll(300, Boxes::random, b -> {
            Separation s = Separation.between(
                    axialBox(b.lo1(), b.hi1(), 3, b.motion()), sagittalBox(b.lo2(), b.hi2(), 4, b.motion()));
            assertThat(s.slabMm()).isCloseTo(b.distanceMm(), within(1e-9));
            assertThat(s.overlapCc()).isCloseTo(b.overlapMm3() / 1000, within(1e-9));
            assertThat(s.planesMm()).isGreaterThanOrEqualTo(s.slabMm());
            assertThat(s.slabFromPointMm().distanceTo(s.slabToPointMm())).isCloseTo(s.slabMm(), within(1e-9));
            assertThat(s.planesFromPointMm().distanceTo(s.planesToPointMm())).isCloseTo(s.planesMm(), within(1e-9));
            double depth = b.overlapMm3() > 0 ? b.depthMm() : 0;
            assertThat(s.deepestOverlapMm()).isBetween(depth - 0.01, depth + 1e-9);
        });
    }

    @Test
    void flatContoursOfDifferentDirectionsCross() {
        // Axial planes at z = 1, 3, 5; sagittal planes at x = 8.5, 9.5 reach through them.
        SlabSolid axial = axialBox(new Point3(0, 0, 0), new Point3(10, 10, 6), 3, Shapes.IN_PLACE);
        SlabSolid through = sagittalBox(new Point3(8, 2, -3), new Point3(10, 4, 9), 2, Shapes.IN_PLACE);
        assertThat(Separation.between(axial, through).planesMm()).isZero();
        // Between two axial planes, 0.5 below the upper one.
        SlabSolid between = sagittalBox(new Point3(8, 2, 1.9), new Point3(10, 4, 2.5), 2, Shapes.IN_PLACE);
        assertThat(Separation.between(axial, between).planesMm()).isCloseTo(0.5, within(1e-9));
        assertThat(Separation.between(axial, between).slabMm()).isZero();
    }

    @Test
    void edgesOfTurnedBoxesFaceEachOther() {
        // The lower box has its upper edge along y at z = 10 (turned by 45 degrees about y), the other lies across it.
        double h = Math.sqrt(50);
        UnaryOperator<Point3> roof =
                p -> new Point3((p.x() + p.z()) / Math.sqrt(2), p.y(), (p.z() - p.x()) / Math.sqrt(2) + 10 - h);
        SlabSolid lower = axialBox(new Point3(-5, -20, -5), new Point3(5, 20, 5), 4, roof);
        UnaryOperator<Point3> keel =
                p -> new Point3(p.x(), (p.y() + p.z()) / Math.sqrt(2), (p.z() - p.y()) / Math.sqrt(2) + 13 + h);
        SlabSolid upper = axialBox(new Point3(-20, -5, -5), new Point3(20, 5, 5), 5, keel);
        Separation s = Separation.between(lower, upper);
        assertThat(s.slabMm()).isCloseTo(3, within(1e-9));
        assertThat(s.slabFromPointMm().distanceTo(new Point3(0, 0, 10))).isLessThan(1e-9);
        assertThat(s.slabToPointMm().distanceTo(new Point3(0, 0, 13))).isLessThan(1e-9);
    }

    @Test
    void aHairsBreadthOfTiltChangesNothingButAHairsBreadth() {
        Property.forAll(150, RandomSolids::pair, p -> {
            SlabSolid a = p.first(Shapes.IN_PLACE);
            double angle = 1e-7;
            UnaryOperator<Point3> tilt = q -> new Point3(
                    q.x(),
                    q.y() * Math.cos(angle) - q.z() * Math.sin(angle),
                    q.y() * Math.sin(angle) + q.z() * Math.cos(angle));
            SlabSolid upright = p.second(Shapes.IN_PLACE);
            // Flat contours on patient planes within rounding count as axial; a turn of the pair makes the tilt
            // visible.
            UnaryOperator<Point3> turn = Shapes.rigidMotion(new SplittableRandom(5));
            Separation plain = Separation.between(a, upright);
            SlabSolid turnedA = p.first(turn);
            SlabSolid turnedB = p.second(q -> turn.apply(tilt.apply(q)));
            assertThat(SlabStack.areParallel(turnedA.frame(), turnedB.frame())).isFalse();
            Separation tilted = Separation.between(turnedA, turnedB);
            assertThat(tilted.slabMm()).isCloseTo(plain.slabMm(), within(1e-5));
            assertThat(tilted.planesMm()).isCloseTo(plain.planesMm(), within(1e-5));
            assertThat(tilted.overlapCc()).isCloseTo(plain.overlapCc(), within(1e-5));
            assertThat(tilted.deepestOverlapMm()).isCloseTo(plain.deepestOverlapMm(), within(0.011));
        });
    }

    @Test
    void rightAngledAndSkewedPairsAgreeWithDensePoints() {
        Property.forAll(60, RandomSolids::pair, p -> {
            SplittableRandom random = new SplittableRandom(p.seed());
            PlaneFrame f = PlaneFrame.ofNormal(
                    new Point3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(0.05, 0.5)));
            SlabSolid a = p.first(Shapes.IN_PLACE);
            SlabSolid b = p.second(q -> f.point(q.x(), q.y(), q.z()));
            Separation s = Separation.between(a, b);
            double step = 0.5;
            double reach = step * Math.sqrt(3) / 2;
            PointOracle first = new PointOracle(a);
            PointOracle second = new PointOracle(b);
            double nearest = Double.POSITIVE_INFINITY;
            double deepest = 0;
            int common = 0;
            for (Point3 q : first.gridInside(step)) {
                double d = second.distanceMm(q);
                nearest = Math.min(nearest, d);
                if (d == 0) {
                    common++;
                    deepest = Math.max(deepest, first.depthMm(q));
                }
            }
            // A thin corner may lie between grid points, so only solids fat enough give a bound from below.
            assertThat(s.slabMm()).isLessThanOrEqualTo(nearest + 1e-9);
            assertThat(s.deepestOverlapMm()).isGreaterThanOrEqualTo(deepest - 0.01 - 1e-9);
            if (common > 300) {
                double cc = common * step * step * step / 1000;
                assertThat(s.overlapCc()).isCloseTo(cc, within(0.25 * cc));
            }
            assertThat(first.distanceMm(s.slabFromPointMm())).isLessThan(1e-9);
            assertThat(second.distanceMm(s.slabToPointMm())).isLessThan(1e-9);
            if (s.overlapCc() > 0) {
                // What is shallower than its tolerance may be called nothing.
                assertThat(first.depthMm(s.slabFromPointMm()))
                        .isBetween(s.deepestOverlapMm() - 1e-9, Math.max(0.01, s.deepestOverlapMm() + 1e-9));
            } else {
                assertThat(nearest).isLessThan(s.slabMm() + 6 * reach);
            }
        });
    }
}
