package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class SurfaceSamplesTest {
    private static double area(List<SurfaceSamples.Sample> samples, Predicate<SurfaceSamples.Sample> which) {
        return samples.stream()
                .filter(which)
                .mapToDouble(SurfaceSamples.Sample::areaMm2)
                .sum();
    }

    private static Predicate<SurfaceSamples.Sample> facing(double x, double y, double z) {
        return s -> s.outward().distanceTo(new Point3(x, y, z)) < 1e-12;
    }

    /** 12 x 8 mm, from z = -1 to 9. */
    private static SlabSolid box() {
        return Shapes.prism(Shapes.planes(0, 2, 5), Shapes.rectangle(3, 5, 15, 13));
    }

    @Test
    void theSidesOfABoxHaveItsSurface() {
        for (double spacing : new double[] {0.5, 1, 2, 4}) {
            List<SurfaceSamples.Sample> all = SurfaceSamples.of(box(), spacing);
            assertThat(area(all, facing(1, 0, 0))).isCloseTo(80, within(1e-9));
            assertThat(area(all, facing(-1, 0, 0))).isCloseTo(80, within(1e-9));
            assertThat(area(all, facing(0, 1, 0))).isCloseTo(120, within(1e-9));
            assertThat(area(all, facing(0, -1, 0))).isCloseTo(120, within(1e-9));
            assertThat(area(all, facing(0, 0, 1))).isCloseTo(96, within(1e-9));
            assertThat(area(all, facing(0, 0, -1))).isCloseTo(96, within(1e-9));
            assertThat(area(all, s -> true)).isCloseTo(592, within(1e-9));
            assertThat(all).allMatch(s -> s.level() == (s.outward().z() != 0));
        }
    }

    @Test
    void everySampleLiesOnTheSideThatItFaces() {
        for (SurfaceSamples.Sample s : SurfaceSamples.of(box(), 0.7)) {
            Point3 p = s.at();
            double toSide = s.outward().x() > 0
                    ? 15 - p.x()
                    : s.outward().x() < 0
                            ? p.x() - 3
                            : s.outward().y() > 0
                                    ? 13 - p.y()
                                    : s.outward().y() < 0
                                            ? p.y() - 5
                                            : s.outward().z() > 0 ? 9 - p.z() : p.z() + 1;
            assertThat(toSide).isCloseTo(0, within(1e-12));
            assertThat(p.x()).isBetween(3 - 1e-12, 15 + 1e-12);
            assertThat(p.y()).isBetween(5 - 1e-12, 13 + 1e-12);
            assertThat(p.z()).isBetween(-1.0, 9.0);
        }
    }

    @Test
    void nothingOfTheSurfaceIsFurtherFromASampleThanStated() {
        for (double spacing : new double[] {0.8, 1.7, 3}) {
            List<SurfaceSamples.Sample> all = SurfaceSamples.of(box(), spacing);
            double cover = SurfaceSamples.coverMm(spacing);
            assertThat(cover).isEqualTo(spacing / Math.sqrt(2), within(1e-12));
            for (double s = 0; s <= 1; s += 1 / 16.0) {
                for (double t = 0; t <= 1; t += 1 / 16.0) {
                    double x = 3 + 12 * s;
                    assertCovered(all, cover, new Point3(3, 5 + 8 * s, -1 + 10 * t));
                    assertCovered(all, cover, new Point3(15, 5 + 8 * s, -1 + 10 * t));
                    assertCovered(all, cover, new Point3(x, 5, -1 + 10 * t));
                    assertCovered(all, cover, new Point3(x, 13, -1 + 10 * t));
                    assertCovered(all, cover, new Point3(x, 5 + 8 * t, -1));
                    assertCovered(all, cover, new Point3(x, 5 + 8 * t, 9));
                }
            }
        }
    }

    private static void assertCovered(List<SurfaceSamples.Sample> all, double cover, Point3 p) {
        double nearest =
                all.stream().mapToDouble(s -> s.at().distanceTo(p)).min().orElseThrow();
        assertThat(nearest).as("%s", p).isLessThanOrEqualTo(cover + 1e-9);
    }

    @Test
    void wallsOfAHoleFaceIntoIt() {
        SlabSolid pipe =
                Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 10, 10), Shapes.rectangle(4, 4, 6, 6));
        List<SurfaceSamples.Sample> all = SurfaceSamples.of(pipe, 1);
        for (SurfaceSamples.Sample s : all) {
            if (!s.level() && s.at().x() > 3 && s.at().x() < 7 && s.at().y() > 3 && s.at().y() < 7) {
                Point3 inwards = new Point3(5, 5, s.at().z()).minus(s.at());
                assertThat(s.outward().dot(inwards)).isEqualTo(1, within(1e-12));
            }
        }
        assertThat(area(all, s -> !s.level())).isCloseTo((40 + 8) * 6, within(1e-9));
        assertThat(area(all, facing(0, 0, 1))).isCloseTo(96, within(1e-9));
        assertThat(area(all, facing(0, 0, -1))).isCloseTo(96, within(1e-9));
    }

    @Test
    void aStepIsALedgeThatFacesUpOrDown() {
        double[] wide = Shapes.rectangle(0, 0, 12, 10);
        double[] narrow = Shapes.rectangle(0, 0, 6, 10);
        double[] low = {0, 2, 4};
        double[] high = {6, 8, 10};
        List<SurfaceSamples.Sample> up = SurfaceSamples.of(
                Shapes.axial().add(low, wide).add(high, narrow).solid(), 1);
        assertThat(area(up, facing(0, 0, 1))).isCloseTo(120, within(1e-9));
        assertThat(area(up, s -> facing(0, 0, 1).test(s) && Math.abs(s.at().z() - 5) < 1e-9))
                .isCloseTo(60, within(1e-9));
        assertThat(area(up, facing(0, 0, -1))).isCloseTo(120, within(1e-9));
        List<SurfaceSamples.Sample> down = SurfaceSamples.of(
                Shapes.axial().add(low, narrow).add(high, wide).solid(), 1);
        assertThat(area(down, facing(0, 0, -1))).isCloseTo(120, within(1e-9));
        assertThat(area(down, s -> facing(0, 0, -1).test(s) && Math.abs(s.at().z() - 5) < 1e-9))
                .isCloseTo(60, within(1e-9));
        assertThat(area(down, facing(0, 0, 1))).isCloseTo(120, within(1e-9));
    }

    /** The same area and nearly the same box on every plane: only where they lie tells that there is a ledge. */
    @Test
    void aShiftSidewaysIsALedgeToo() {
        double[] low = {0, 2, 4};
        double[] high = {6, 8, 10};
        double[][] shifts = {{3, 0}, {-3, 0}, {0, 3}, {0, -3}};
        for (double[] s : shifts) {
            SlabSolid solid = Shapes.axial()
                    .add(low, Shapes.rectangle(0, 0, 10, 10))
                    .add(high, Shapes.rectangle(s[0], s[1], 10 + s[0], 10 + s[1]))
                    .solid();
            List<SurfaceSamples.Sample> all = SurfaceSamples.of(solid, 1);
            assertThat(area(all, facing(0, 0, 1))).isCloseTo(130, within(1e-9));
            assertThat(area(all, facing(0, 0, -1))).isCloseTo(130, within(1e-9));
        }
    }

    @Test
    void stepsNarrowerThanTheSpacingHaveNoLevelSamples() {
        SlabSolid solid = Shapes.axial()
                .add(new double[] {0, 2, 4}, Shapes.rectangle(0, 0, 10, 10))
                .add(new double[] {6, 8, 10}, Shapes.rectangle(0, 0, 10.05, 10))
                .solid();
        List<SurfaceSamples.Sample> all = SurfaceSamples.of(solid, 1);
        assertThat(all).noneMatch(s -> s.level() && s.at().z() > 0 && s.at().z() < 10);
    }

    @Test
    void thinSlabsShareARow() {
        // 12 mm of height in slabs of 0.5 mm: with a spacing of 2 mm, 6 rows and not 24.
        SlabSolid solid = Shapes.prism(Shapes.planes(0.25, 0.5, 24), Shapes.rectangle(20, 40, 30, 50));
        List<SurfaceSamples.Sample> all = SurfaceSamples.of(solid, 2);
        long rows = all.stream()
                .filter(s -> !s.level())
                .map(s -> s.at().z())
                .distinct()
                .count();
        assertThat(rows).isEqualTo(6);
        assertThat(area(all, s -> !s.level())).isCloseTo(480, within(1e-9));
    }

    /** The one ends at 2.5, the other begins at 3.5: nothing of a surface lies between them. */
    @Test
    void whatLiesBetweenTwoPartsIsNoSurface() {
        SlabSolid parts = Shapes.axial()
                .add(new double[] {0, 2}, Shapes.rectangle(0, 0, 20, 20))
                .add(new double[] {4, 6}, Shapes.rectangle(60, 0, 80, 20))
                .solid()
                .under(SolidModel.SHAPE, new EndCap(0.5));
        for (double spacing : new double[] {0.5, 1, 2}) {
            List<SurfaceSamples.Sample> all = SurfaceSamples.of(parts, spacing);
            assertThat(all).noneMatch(s -> s.at().z() > 2.5 && s.at().z() < 3.5);
            assertThat(area(all, s -> !s.level())).isCloseTo(2 * 80 * 3, within(1e-9));
            assertThat(area(all, facing(0, 0, 1))).isCloseTo(800, within(1e-9));
            assertThat(area(all, facing(0, 0, -1))).isCloseTo(800, within(1e-9));
        }
    }
}
