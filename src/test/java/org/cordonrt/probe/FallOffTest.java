package org.cordonrt.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class FallOffTest {
    private static final Point3 TARGET = new Point3(1, 0.5, -2);
    private static final Point3 CORD = new Point3(4, 0.5, -2);

    /** 20 Gy up to x = 0, then 2 Gy less every mm. */
    private static final PointDose RAMP = PointDose.of(Grids.cube(p -> Math.max(0, 20 - 2 * Math.max(0, p.x()))));

    @Test
    void anEvenFallIsMeasuredExactly() {
        FallOff f = FallOff.along(RAMP, TARGET, CORD, OptionalDouble.of(20));
        assertThat(f.targetGy()).isCloseTo(18, within(1e-9));
        assertThat(f.structureGy()).isCloseTo(12, within(1e-9));
        assertThat(f.gyPerMm()).isCloseTo(2, within(1e-9));
        assertThat(f.percentPerMm()).isCloseTo(10, within(1e-9));
        assertThat(f.width9050Mm()).isCloseTo(4, within(1e-9));
        assertThat(f.width8020Mm()).isCloseTo(6, within(1e-9));
    }

    @Test
    void aLevelThatIsNotCrossedHasNoPlace() {
        FallOff high = FallOff.along(RAMP, TARGET, CORD, OptionalDouble.of(30));
        assertThat(high.width9050Mm()).isNaN();
        assertThat(high.width8020Mm()).isNaN();
        PointDose shallow = PointDose.of(Grids.cube(p -> 20 - 0.1 * p.x()));
        assertThat(FallOff.along(shallow, TARGET, CORD, OptionalDouble.of(20)).width9050Mm())
                .isNaN();
    }

    @Test
    void withoutAPrescriptionThereAreNoPercentages() {
        FallOff f = FallOff.along(RAMP, TARGET, CORD, OptionalDouble.empty());
        assertThat(f.gyPerMm()).isCloseTo(2, within(1e-9));
        assertThat(f.percentPerMm()).isNaN();
        assertThat(f.width9050Mm()).isNaN();
    }

    @Test
    void withoutAPathThereIsNoFall() {
        FallOff f = FallOff.along(RAMP, TARGET, TARGET, OptionalDouble.of(20));
        assertThat(f.targetGy()).isEqualTo(f.structureGy());
        assertThat(f.gyPerMm()).isNaN();
    }

    @Test
    void outsideTheGridNothingIsKnown() {
        FallOff f = FallOff.along(RAMP, new Point3(30, 0, 0), new Point3(25, 0, 0), OptionalDouble.of(20));
        assertThat(f.targetGy()).isNaN();
        assertThat(f.gyPerMm()).isNaN();
        assertThat(f.width9050Mm()).isNaN();
    }

    @Test
    void aDoseThatRisesTowardsTheStructureSaysSo() {
        FallOff f = FallOff.along(RAMP, CORD, TARGET, OptionalDouble.of(20));
        assertThat(f.gyPerMm()).isCloseTo(-2, within(1e-9));
    }
}
