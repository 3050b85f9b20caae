package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cordonrt.Property;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final double[] CORD_PLANES = Shapes.planes(0, 2, 21);

    private static SlabSolid cord() {
        return Shapes.prism(CORD_PLANES, Shapes.rectangle(-5, -5, 5, 5));
    }

    @Test
    void besideATargetEveryPlaneHasTheGapAndBeyondItTheDistanceGrows() {
        // The target's slabs reach from 9 to 21 mm, 3 mm to the left of the cord.
        SlabSolid target = Shapes.prism(Shapes.planes(10, 2, 6), Shapes.rectangle(8, -5, 20, 5));
        Profile p = Profile.along(cord(), target);
        assertThat(p.stations()).hasSize(41);
        for (Station s : p.stations()) {
            double above = Math.max(0, Math.max(9 - s.heightMm(), s.heightMm() - 21));
            assertThat(s.distanceMm()).isCloseTo(Math.hypot(3, above), within(1e-9));
            assertThat(s.onPlane()).isEqualTo(s.heightMm() % 2 == 0);
            assertThat(s.centreMm().distanceTo(new Point3(0, 0, s.heightMm()))).isLessThan(1e-9);
            assertThat(s.fromPointMm().x()).isEqualTo(5);
            if (above == 0) {
                assertThat(s.inPlaneMm()).isCloseTo(3, within(1e-9));
            } else {
                assertThat(s.inPlaneMm()).isNaN();
            }
        }
        assertThat(p.overlapLengthMm()).isCloseTo(12, within(1e-9));
        assertThat(p.nearest().distanceMm()).isEqualTo(3);
        assertThat(p.percentileMm(0.5)).isCloseTo(3, within(1e-9));
        assertThat(p.lengthCloserThanMm(3)).isZero();
        // 4 mm on each side bring the distance to 5 mm.
        assertThat(p.lengthCloserThanMm(5)).isCloseTo(20, within(1e-9));
        assertThat(p.lengthCloserThanMm(1000)).isCloseTo(42, within(1e-9));
    }

    @Test
    void aTargetAboveTheCordIsNearestAtItsEnd() {
        SlabSolid target = Shapes.prism(Shapes.planes(50, 2, 5), Shapes.rectangle(-5, -5, 5, 5));
        Profile p = Profile.along(cord(), target);
        assertThat(p.nearest().heightMm()).isEqualTo(40);
        assertThat(p.nearest().distanceMm()).isCloseTo(9, within(1e-9));
        assertThat(p.overlapLengthMm()).isZero();
        assertThat(p.percentileMm(0.5)).isNaN();
    }

    @Test
    void aGapThatWidensEvenlyHasEvenPercentiles() {
        Shapes wedge = Shapes.axial();
        for (double z : CORD_PLANES) {
            wedge.add(new double[] {z}, Shapes.rectangle(6 + z / 10, -5, 20, 5));
        }
        // On each plane the nearest point of the wedge is on the slab below, half a slice away or less.
        Profile p = Profile.along(cord(), wedge.solid());
        assertThat(p.percentileMm(0)).isLessThan(1.2);
        assertThat(p.percentileMm(0.5)).isCloseTo(3, within(0.3));
        assertThat(p.percentileMm(1)).isCloseTo(5, within(0.3));
        assertThat(p.lengthCloserThanMm(2)).isCloseTo(11, within(2.0));
        assertThat(p.lengthCloserThanMm(3)).isGreaterThan(p.lengthCloserThanMm(2));
    }

    @Test
    void whereTheyOverlapTheDistanceIsNothing() {
        Profile p = Profile.along(cord(), Shapes.prism(Shapes.planes(10, 2, 6), Shapes.rectangle(4, -5, 20, 5)));
        assertThat(p.nearest().distanceMm()).isZero();
        assertThat(p.nearest().inPlaneMm()).isZero();
        // From the plane at 10 to that at 20 mm, and down to 8 and up to 22 as the distance rises to 1 mm.
        assertThat(p.lengthCloserThanMm(1e-6)).isBetween(10.0, 13.0);
    }

    private record Pair(RandomSolids solids, UnaryOperator<Point3> motion, UnaryOperator<Point3> turn) {}

    private static Pair any(SplittableRandom r) {
        return new Pair(RandomSolids.pair(r), Shapes.rigidMotion(r), Shapes.rigidMotion(r));
    }

    /** The section cut into many points, each measured by other means. */
    private static double sampled(Station s, SlabSolid from, SlabSolid to) {
        PointOracle oracle = new PointOracle(to);
        double best = Double.POSITIVE_INFINITY;
        for (Slab slab : from.slabs()) {
            if (slab.lowMm() <= s.heightMm() && s.heightMm() <= slab.highMm()) {
                for (double[] ring : slab.region().toRings()) {
                    for (int i = 0; i < ring.length; i += 2) {
                        int next = (i + 2) % ring.length;
                        for (int k = 0; k < 8; k++) {
                            double t = k / 8.0;
                            best = Math.min(
                                    best,
                                    oracle.distanceMm(from.frame()
                                            .point(
                                                    ring[i] + t * (ring[next] - ring[i]),
                                                    ring[i + 1] + t * (ring[next + 1] - ring[i + 1]),
                                                    s.heightMm())));
                        }
                    }
                }
            }
        }
        return best;
    }

    @Test
    void theDistanceOfASectionIsThatOfItsPoints() {
        Property.forAll(40, ProfileTest::any, p -> {
            SlabSolid from = p.solids.first(p.motion);
            SlabSolid to = p.solids.second(p.motion);
            for (Station s : Profile.along(from, to).stations()) {
                assertThat(s.distanceMm()).isLessThan(sampled(s, from, to) + 1e-9);
                if (s.distanceMm() > 0) {
                    assertThat(new PointOracle(to).distanceMm(s.fromPointMm())).isCloseTo(s.distanceMm(), within(1e-9));
                    assertThat(new PointOracle(from).distanceMm(s.fromPointMm()))
                            .isLessThan(1e-9);
                    assertThat(new PointOracle(to).distanceMm(s.toPointMm())).isLessThan(1e-9);
                }
            }
        });
    }

    @Test
    void planesAtAnAngleGiveTheSameDistances() {
        Property.forAll(30, ProfileTest::any, p -> {
            SlabSolid from = p.solids.first(p.motion);
            SlabSolid to = p.solids.second(p.turn);
            for (Station s : Profile.along(from, to).stations()) {
                double sampled = sampled(s, from, to);
                assertThat(s.distanceMm()).isLessThan(sampled + 1e-9);
                assertThat(s.distanceMm()).isGreaterThan(sampled - 1.5);
                assertThat(s.inPlaneMm()).isNaN();
            }
        });
    }

    private static Station station(double height, double distance) {
        Point3 p = new Point3(0, 0, height);
        return new Station(height, true, p, distance, p, new Point3(distance, 0, height), distance);
    }

    /** From 0 to 20: 2 at first, 2 to 6 from 4 to 8, then down to 1 at 16 and on. The other one from 2 to 18. */
    private static Profile valley() {
        return new Profile(List.of(station(4, 2), station(8, 6), station(16, 1)), 0, 20, 2, 18);
    }

    @Test
    void theLengthBelowADistanceRunsStraightFromStationToStation() {
        assertThat(valley().lengthCloserThanMm(1)).isZero();
        assertThat(valley().lengthCloserThanMm(1.5)).isCloseTo(0.8 + 4, within(1e-12));
        assertThat(valley().lengthCloserThanMm(2.5)).isCloseTo(4 + 0.5 + 8 * 1.5 / 5 + 4, within(1e-12));
        assertThat(valley().lengthCloserThanMm(6)).isCloseTo(20, within(1e-12));
        assertThat(valley().lengthCloserThanMm(7)).isEqualTo(20);
    }

    /** Beside the other one lie 2 mm at 2, 4 from 2 to 6, 8 from 6 to 1 and 2 at 1: 16 mm in all. */
    @Test
    void percentilesAreThoseOfTheLengthBesideTheOther() {
        assertThat(valley().percentileMm(0)).isCloseTo(1, within(1e-9));
        assertThat(valley().percentileMm(2 / 16.0)).isCloseTo(1, within(1e-6));
        // Below 1.5: 2 + 0.8; below 4: 2 + 2 + 4.8 + 2.
        assertThat(valley().percentileMm(2.8 / 16)).isCloseTo(1.5, within(1e-9));
        assertThat(valley().percentileMm(10.8 / 16)).isCloseTo(4, within(1e-9));
        assertThat(valley().percentileMm(1)).isCloseTo(6, within(1e-9));
    }

    @Test
    void whereTheyRunBesideEachOtherIsWhatBothHave() {
        assertThat(valley().overlapLengthMm()).isEqualTo(16);
        List<Station> one = List.of(station(5, 3));
        assertThat(new Profile(one, 0, 10, 4, 7).overlapLengthMm()).isEqualTo(3);
        assertThat(new Profile(one, 0, 10, 10, 12).overlapLengthMm()).isZero();
        assertThat(new Profile(one, 0, 10, -5, -1).overlapLengthMm()).isZero();
        assertThat(new Profile(one, 0, 10, 10, 12).percentileMm(0.5)).isNaN();
        assertThat(new Profile(one, 0, 10, -5, 1).percentileMm(0.5)).isEqualTo(3);
    }

    @Test
    void theLowestOfEquallyNearStationsIsTheNearest() {
        Profile p = new Profile(List.of(station(1, 4), station(3, 2), station(5, 2), station(7, 3)), 0, 8, 0, 8);
        assertThat(p.nearest().heightMm()).isEqualTo(3);
    }

    /** Along the normal of the first: of a solid drawn on other planes the lowest and the highest corner. */
    @Test
    void theOthersEndsAreThoseOfItsCorners() {
        SlabSolid sagittal = Shapes.moved(p -> new Point3(p.z(), p.x(), p.y()))
                .add(Shapes.planes(10, 2, 3), new double[] {0, 3, 6, 5, 2, 11})
                .solid();
        Profile across = Profile.along(cord(), sagittal);
        assertThat(across.otherLowMm()).isCloseTo(3, within(1e-9));
        assertThat(across.otherHighMm()).isCloseTo(11, within(1e-9));
        assertThat(across.lowMm()).isEqualTo(-1);
        assertThat(across.highMm()).isEqualTo(41);
        SlabSolid upsideDown = Shapes.moved(p -> new Point3(p.x(), -p.y(), -p.z()))
                .add(Shapes.planes(-9, 2, 3), Shapes.rectangle(8, -5, 20, 5))
                .solid();
        Profile below = Profile.along(cord(), upsideDown);
        assertThat(below.otherLowMm()).isCloseTo(4, within(1e-9));
        assertThat(below.otherHighMm()).isCloseTo(10, within(1e-9));
    }

    /** A body that leans by 0.5 mm a mm away from the cord: its surface has no steps. */
    @Test
    void bothModelsMustBeSurfacesForAProfileOfSurfaces() {
        Shapes leaning = Shapes.axial();
        for (int k = 0; k < 21; k++) {
            leaning.add(new double[] {2 * k}, Shapes.rectangle(10 + k, -5, 40, 5));
        }
        SlabSolid target = leaning.solid();
        double slabs = Profile.along(cord(), target).nearest().distanceMm();
        SlabSolid cordSurface = cord().under(SolidModel.SHAPE, EndCap.HALF);
        SlabSolid surface = target.under(SolidModel.SHAPE, EndCap.HALF);
        Profile both = Profile.along(cordSurface, surface);
        Station middle = both.stations().get(20);
        assertThat(middle.heightMm()).isEqualTo(20);
        assertThat(middle.inPlaneMm()).isCloseTo(15, within(1e-9));
        assertThat(middle.distanceMm()).isCloseTo(15 * 2 / Math.sqrt(5), within(1e-9));
        assertThat(both.stations()).hasSize(41);
        Station ofSlabs = Profile.along(cord(), target).stations().get(20);
        assertThat(ofSlabs.distanceMm()).isNotCloseTo(middle.distanceMm(), within(1e-3));
        assertThat(Profile.along(cord(), surface).nearest().distanceMm()).isCloseTo(slabs, within(0.2));
        assertThat(Profile.along(cordSurface, target).stations().get(20).distanceMm())
                .isEqualTo(ofSlabs.distanceMm());
    }
}
