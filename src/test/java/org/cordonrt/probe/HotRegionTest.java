package org.cordonrt.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotRegionTest {
    private static final SlabSolid BOX = Grids.box(new Point3(0.3, -0.4, 0), 5, 4, 8);

    /** Dose rises by 1 Gy/mm to the left, so the part is a slice of the box. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.25, 0.125})
    void aSliceOfABoxHasItsVolumeAndCentre(double resolution) {
        DoseGrid dose = Grids.cube(p -> 50 + p.x());
        // From x = 4.1 to 5.3 mm: 1.2 x 8 x 16 mm.
        HotRegion hot = HotRegion.of(BOX, dose, 54.1, resolution).orElseThrow();
        assertThat(hot.resolutionMm()).isLessThanOrEqualTo(resolution);
        assertThat(hot.clusters()).hasSize(1);
        HotRegion.Cluster c = hot.clusters().get(0);
        assertThat(c.volumeCc()).isCloseTo(1.2 * 8 * 16 / 1000, within(0.02 * c.volumeCc()));
        assertThat(c.centroidMm().distanceTo(new Point3(4.7, -0.4, 0))).isLessThan(0.3 * resolution);
    }

    @Test
    void twoHotEndsAreTwoClustersAndTheLargerComesFirst() {
        DoseGrid dose = Grids.cube(p -> Math.max(p.z() + 1, -p.z()));
        HotRegion hot = HotRegion.of(BOX, dose, 6, 0.25).orElseThrow();
        assertThat(hot.clusters()).hasSize(2);
        assertThat(hot.clusters().get(0).centroidMm().z()).isPositive();
        assertThat(hot.clusters().get(0).volumeCc()).isCloseTo(0.08 * 3, within(0.005));
        assertThat(hot.clusters().get(1).volumeCc()).isCloseTo(0.08 * 2, within(0.005));
    }

    @Test
    void aDoseThatIsNotReachedHasNoPlace() {
        assertThat(HotRegion.of(BOX, Grids.cube(p -> 50 + p.x()), 56, 0.25)).isEmpty();
        assertThat(HotRegion.of(Grids.box(new Point3(100, 0, 0), 5, 5, 5), Grids.cube(p -> 50), 10, 0.25))
                .isEmpty();
    }

    @Test
    void aUniformDoseIsSampledCoarselyRatherThanForever() {
        SlabSolid large = Grids.box(new Point3(0, 0, 0), 18, 18, 18);
        HotRegion hot = HotRegion.of(large, Grids.cube(p -> 10), 10, 0.01).orElseThrow();
        assertThat(hot.resolutionMm()).isBetween(0.1, 0.5);
        assertThat(hot.clusters()).hasSize(1);
        assertThat(hot.clusters().get(0).volumeCc()).isCloseTo(36 * 36 * 36 / 1000.0, within(0.2));
        assertThat(hot.clusters().get(0).centroidMm().norm()).isLessThan(0.1);
    }
}
