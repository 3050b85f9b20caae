package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.margin.Expansion.Direction;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static Direction facing(double x, double y, double z) {
        return Direction.of(new Point3(x, y, z));
    }

    @Test
    void patientAxesPointLeftPosteriorAndSuperior() {
        assertThat(facing(1, 0, 0)).isEqualTo(Direction.LEFT);
        assertThat(facing(-1, 0, 0)).isEqualTo(Direction.RIGHT);
        assertThat(facing(0, 1, 0)).isEqualTo(Direction.POSTERIOR);
        assertThat(facing(0, -1, 0)).isEqualTo(Direction.ANTERIOR);
        assertThat(facing(0, 0, 1)).isEqualTo(Direction.SUPERIOR);
        assertThat(facing(0, 0, -1)).isEqualTo(Direction.INFERIOR);
    }

    @Test
    void theLargestComponentTellsTheDirection() {
        assertThat(facing(-0.6, 0.5, 0.5)).isEqualTo(Direction.RIGHT);
        assertThat(facing(0.5, 0.6, -0.5)).isEqualTo(Direction.POSTERIOR);
        assertThat(facing(0.5, -0.6, -0.5)).isEqualTo(Direction.ANTERIOR);
        assertThat(facing(-0.5, -0.5, -0.6)).isEqualTo(Direction.INFERIOR);
        assertThat(facing(0.7, 0.1, 0.6)).as("z larger than y alone").isEqualTo(Direction.LEFT);
        assertThat(facing(0.1, 0.7, 0.6)).as("z larger than x alone").isEqualTo(Direction.POSTERIOR);
        // Of equal ones, along the patient first, then across.
        assertThat(facing(1, -1, 1)).isEqualTo(Direction.SUPERIOR);
        assertThat(facing(1, 1, 0)).isEqualTo(Direction.LEFT);
        assertThat(facing(-1, 1, -1)).isEqualTo(Direction.INFERIOR);
    }

    /** Inside from z = -1 to 21; walls count from 1 to 19, between which only the sides are near. */
    @Test
    void wallsNearOrBeyondTheEndsFaceNoDirection() {
        SlabSolid inner = Shapes.prism(Shapes.planes(0, 2, 11), Shapes.rectangle(-5, -5, 5, 5));
        SlabSolid outer = Shapes.prism(Shapes.planes(-8, 2, 19), Shapes.rectangle(-8, -9, 9, 7));
        Expansion e = Expansion.of(inner, outer, 0.5);
        // 3 mm right, 4 left, 4 anterior, 2 posterior; along the whole wall beside the inner solid.
        Spread left = e.byDirection().get(Direction.LEFT);
        assertThat(left.minMm()).isCloseTo(4, within(1e-9));
        // The corners of the wall lie 4 mm to the side and 4 anterior, or 2 posterior.
        assertThat(left.maxMm()).isCloseTo(Math.hypot(4, 3.75), within(1e-9));
        assertThat(left.minAtMm().z()).isBetween(1.0, 19.0);
        assertThat(left.maxAtMm().z()).isBetween(1.0, 19.0);
        Spread up = e.byDirection().get(Direction.SUPERIOR);
        assertThat(up.minMm()).isCloseTo(8, within(1e-9));
        assertThat(up.minAtMm().z()).isCloseTo(29, within(1e-9));
        assertThat(e.byDirection().get(Direction.INFERIOR).minMm()).isCloseTo(8, within(1e-9));
        assertThat(e.all().minMm()).isCloseTo(2, within(1e-9));
        assertThat(e.boundMm()).isCloseTo(0.5 / Math.sqrt(2), within(1e-12));
    }

    /** Cut to what counts, mean and percentiles are those of the rows of one height. */
    @Test
    void theMeanIsTakenOverTheWallBesideTheInnerSolid() {
        SlabSolid inner = Shapes.prism(Shapes.planes(0, 2, 11), Shapes.rectangle(-5, -5, 5, 5));
        SlabSolid outer = Shapes.prism(Shapes.planes(-8, 2, 19), Shapes.rectangle(-7, -5, 7, 5));
        Expansion e = Expansion.of(inner, outer, 1);
        for (Direction d : new Direction[] {Direction.LEFT, Direction.RIGHT}) {
            Spread s = e.byDirection().get(d);
            assertThat(s.meanMm()).isCloseTo(2, within(1e-9));
            assertThat(s.p5Mm()).isCloseTo(2, within(1e-9));
            assertThat(s.p95Mm()).isCloseTo(2, within(1e-9));
            assertThat(s.maxMm()).isCloseTo(2, within(1e-9));
        }
    }

    /** Too short for walls that count: only its ends face anywhere. */
    @Test
    void ofAnInnerSolidOfOnePlaneOnlyTheEndsFaceSomewhere() {
        SlabSolid inner = Shapes.prism(Shapes.planes(0, 2, 2), Shapes.rectangle(-5, -5, 5, 5));
        SlabSolid outer = Shapes.prism(Shapes.planes(-8, 2, 9), Shapes.rectangle(-7, -7, 7, 7));
        Expansion e = Expansion.of(inner, outer, 0.3);
        assertThat(e.byDirection()).containsOnlyKeys(Direction.SUPERIOR, Direction.INFERIOR);
    }

    @Test
    void aSurfaceInsideIsAsDeepAsItsWayOut() {
        SlabSolid inner = Shapes.prism(Shapes.planes(0, 2, 11), Shapes.rectangle(-5, -5, 5, 5));
        SlabSolid outer = Shapes.prism(Shapes.planes(4, 2, 7), Shapes.rectangle(-3, -1, 2, 1));
        Expansion e = Expansion.of(inner, outer, 0.5);
        // 2 mm from the right wall and 3 from the left, 4 from the others and from the ends.
        assertThat(e.all().maxMm()).isCloseTo(-2, within(1e-9));
        assertThat(e.byDirection().get(Direction.RIGHT).meanMm()).isCloseTo(-2, within(1e-9));
        assertThat(e.byDirection().get(Direction.LEFT).meanMm()).isCloseTo(-3, within(1e-9));
        assertThat(e.all().minMm()).isCloseTo(-4, within(0.01));
    }
}
