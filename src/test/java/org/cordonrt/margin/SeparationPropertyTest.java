package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cordonrt.Property;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Random solids against slow and plain answers, and against themselves swapped and moved. */
class SeparationPropertyTest {

    @Test
    void distancesAndOverlapAreThoseOfEveryPairOfSlabsTriedInTurn() {
        Property.forAll(400, RandomSolids::pair, p -> {
            SlabSolid a = p.first(Shapes.IN_PLACE);
            SlabSolid b = p.second(Shapes.IN_PLACE);
            Separation s = Separation.between(a, b);
            double slab = Double.POSITIVE_INFINITY;
            double planes = Double.POSITIVE_INFINITY;
            double mm3 = 0;
            for (Slab i : a.slabs()) {
                Geometry g = PointOracle.geometry(i.region().toRings());
                for (Slab j : b.slabs()) {
                    Geometry h = PointOracle.geometry(j.region().toRings());
                    double inPlane = g.distance(h);
                    double gap = Math.max(0, Math.max(j.lowMm() - i.highMm(), i.lowMm() - j.highMm()));
                    slab = Math.min(slab, Math.hypot(gap, inPlane));
                    planes = Math.min(planes, Math.hypot(i.planeMm() - j.planeMm(), inPlane));
                    double height = Math.min(i.highMm(), j.highMm()) - Math.max(i.lowMm(), j.lowMm());
                    mm3 += Math.max(0, height) * g.intersection(h).getArea();
                }
            }
            assertThat(s.slabMm()).isCloseTo(slab, within(1e-9));
            assertThat(s.planesMm()).isCloseTo(planes, within(1e-9));
            assertThat(s.overlapCc()).isCloseTo(mm3 / 1000, within(1e-9));
            assertThat(s.slabFromPointMm().distanceTo(s.slabToPointMm())).isCloseTo(slab, within(1e-9));
            assertThat(s.planesFromPointMm().distanceTo(s.planesToPointMm())).isCloseTo(planes, within(1e-9));
            assertThat(new PointOracle(a).distanceMm(s.slabFromPointMm())).isLessThan(1e-9);
            assertThat(new PointOracle(b).distanceMm(s.slabToPointMm())).isLessThan(1e-9);
        });
    }

    @Test
    void noPointOfAFineGridLiesDeeperThanTheDeepest() {
        Property.forAll(80, RandomSolids::pair, p -> {
            SlabSolid a = p.first(Shapes.IN_PLACE);
            SlabSolid b = p.second(Shapes.IN_PLACE);
            Separation s = Separation.between(a, b);
            PointOracle first = new PointOracle(a);
            PointOracle second = new PointOracle(b);
            double deepest = 0;
            for (Point3 q : second.gridInside(0.4)) {
                if (first.distanceMm(q) == 0) {
                    deepest = Math.max(deepest, first.depthMm(q));
                }
            }
            assertThat(s.deepestOverlapMm()).isGreaterThanOrEqualTo(deepest - 0.01 - 1e-9);
            if (s.overlapCc() > 0) {
                assertThat(first.depthMm(s.slabFromPointMm())).isCloseTo(s.deepestOverlapMm(), within(1e-9));
                assertThat(second.distanceMm(s.slabToPointMm())).isLessThan(1e-9);
            }
        });
    }

    @Test
    void swappingTheSolidsChangesNoBit() {
        Property.forAll(200, RandomSolids::pair, p -> {
            UnaryOperator<Point3> motion = Shapes.rigidMotion(new SplittableRandom(p.seed()));
            SlabSolid a = p.first(motion);
            SlabSolid b = p.second(motion);
            Separation there = Separation.between(a, b);
            Separation back = Separation.between(b, a);
            assertThat(back.slabMm()).isEqualTo(there.slabMm());
            assertThat(back.planesMm()).isEqualTo(there.planesMm());
            assertThat(back.overlapCc()).isEqualTo(there.overlapCc());
            assertThat(back.planesFromPointMm()).isEqualTo(there.planesToPointMm());
            assertThat(back.planesToPointMm()).isEqualTo(there.planesFromPointMm());
            if (there.overlapCc() == 0) {
                assertThat(back.slabFromPointMm()).isEqualTo(there.slabToPointMm());
                assertThat(back.slabToPointMm()).isEqualTo(there.slabFromPointMm());
            }
        });
    }

    private record Moved(RandomSolids pair, UnaryOperator<Point3> motion) {
        static Moved random(SplittableRandom random) {
            return new Moved(RandomSolids.pair(random), Shapes.rigidMotion(random));
        }
    }

    @Test
    void rigidMotionChangesNothing() {
        Property.forAll(300, Moved::random, m -> {
            Separation before =
                    Separation.between(m.pair().first(Shapes.IN_PLACE), m.pair().second(Shapes.IN_PLACE));
            Separation after =
                    Separation.between(m.pair().first(m.motion()), m.pair().second(m.motion()));
            assertSame(after, before, 1e-9);
            // The nearest points may be others at the same distance, so only their distance is compared.
        });
    }

    @Test
    void planesWithOppositeNormalsAreTheSamePlanes() {
        Property.forAll(200, Moved::random, m -> {
            Point3 normal =
                    m.motion().apply(new Point3(0, 0, 1)).minus(m.motion().apply(new Point3(0, 0, 0)));
            SlabSolid a = m.pair().first(m.motion(), normal);
            SlabSolid b = m.pair().second(m.motion(), normal);
            SlabSolid c = m.pair().second(m.motion(), normal.times(-1));
            assertThat(c.frame().w()).isEqualTo(b.frame().w().times(-1));
            assertThat(c.frame().v()).isNotEqualTo(b.frame().v());
            assertSame(Separation.between(a, c), Separation.between(a, b), 1e-9);
            assertSame(Separation.between(c, a), Separation.between(b, a), 1e-9);
        });
    }

    private static void assertSame(Separation actual, Separation expected, double mm) {
        assertThat(actual.slabMm()).isCloseTo(expected.slabMm(), within(mm));
        assertThat(actual.planesMm()).isCloseTo(expected.planesMm(), within(mm));
        assertThat(actual.overlapCc()).isCloseTo(expected.overlapCc(), within(1e-9));
        assertThat(actual.deepestOverlapMm()).isCloseTo(expected.deepestOverlapMm(), within(0.01 + mm));
    }
}
