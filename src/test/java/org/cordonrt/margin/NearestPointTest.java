package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class NearestPointTest {
    private record Question(SlabSolid solid, Point3 point) {}

    private static Question any(SplittableRandom r) {
        RandomSolids solids = RandomSolids.pair(r);
        var motion = Shapes.rigidMotion(r);
        Point3 p = motion.apply(new Point3(r.nextDouble(-20, 20), r.nextDouble(-20, 20), r.nextDouble(-15, 15)));
        return new Question(solids.first(motion), p);
    }

    @Test
    void theDistanceOfAPointIsThatFoundByOtherMeans() {
        Property.forAll(200, NearestPointTest::any, q -> {
            NearestPoint.Found f = NearestPoint.on(q.solid).to(q.point);
            PointOracle oracle = new PointOracle(q.solid);
            assertThat(f.distanceMm()).isCloseTo(oracle.distanceMm(q.point), within(1e-9));
            assertThat(f.point().distanceTo(q.point)).isCloseTo(f.distanceMm(), within(1e-9));
            assertThat(oracle.distanceMm(f.point())).isLessThan(1e-9);
        });
    }
}
