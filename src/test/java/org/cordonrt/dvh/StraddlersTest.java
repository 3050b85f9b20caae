package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** Cells that straddle a range of dose, in layers of 2 Gy each. */
class StraddlersTest {
    /** From 10 Gy at the bottom to 26 at the top; 6 by 5 mm, so that a row of cells is cut. */
    private static final SlabSolid SOLID = Shapes.cuboid(0, 6, 0, 5, 0, 16);

    private static final double LAYER_MM3 = 60;

    private static DoseGrid dose(Point3 column, Point3 row) {
        return Shapes.grid(11, 11, 11, new Point3(4, 4, 8), column, row, column.cross(row), 2, 2, p -> 10 + p.z());
    }

    private static final DoseGrid ALIGNED = dose(Shapes.X, Shapes.Y);

    private static SolidCells cells(DoseGrid dose) {
        return SolidCells.of(SOLID, new GridAxes(dose.geometry(), SOLID.frame()));
    }

    private static double mm3(Straddlers.Range r) {
        double sum = 0;
        for (int i = 0; i < r.boxes.size(); i++) {
            sum += r.boxes.mm3(i);
        }
        return sum + r.pieces.stream().mapToDouble(p -> p.mm3).sum();
    }

    @Test
    void eachRangeHasItsLayersAndWhatIsAbove() {
        List<Straddlers.Range> ranges = List.of(
                new Straddlers.Range(13, 15, true),
                new Straddlers.Range(17, 17.5, false),
                new Straddlers.Range(14, 14, true),
                new Straddlers.Range(0, 9, true),
                new Straddlers.Range(27, 30, true));
        cells(ALIGNED).walk(ALIGNED, new Straddlers(ranges, 1000));
        double[] above = {5, 4, 5, 8, 0};
        double[] kept = {2, 1, 2, 0, 0};
        for (int i = 0; i < ranges.size(); i++) {
            Straddlers.Range r = ranges.get(i);
            assertThat(r.aboveMm3).isCloseTo(above[i] * LAYER_MM3, within(1e-9));
            assertThat(mm3(r)).isCloseTo(kept[i] * LAYER_MM3, within(1e-9));
            assertThat(r.overflows()).isFalse();
            assertThat(r.unsortedMm3).isZero();
            // Three by two whole cells in a layer, and three that are cut.
            assertThat(r.boxes.size()).isEqualTo((int) (6 * kept[i]));
            assertThat(r.pieces).hasSize((int) (3 * kept[i]));
            assertThat(r.size()).isEqualTo((int) (9 * kept[i]));
        }
    }

    /** What is kept has its own dose. */
    @Test
    void theVolumeAboveADoseOfTheRangeIsKnown() {
        Straddlers.Range r = new Straddlers.Range(14.9, 15.1, true);
        cells(ALIGNED).walk(ALIGNED, new Straddlers(List.of(r), 1000));
        double inBoxes = r.boxes.linearMm3Above(15);
        double inPieces =
                r.pieces.stream().mapToDouble(p -> p.linearMm3Above(15)).sum();
        assertThat(r.aboveMm3 + inBoxes + inPieces).isCloseTo(11 * 30, within(1e-9));
        assertThat(inPieces).isCloseTo(6 * 1, within(1e-9));
    }

    @Test
    void inAnObliqueGridTooTheVolumeAboveADoseIsKnown() {
        PlaneFrame f = PlaneFrame.ofNormal(new Point3(0.2, 0.1, 1));
        DoseGrid oblique = dose(f.u(), f.v());
        Straddlers.Range r = new Straddlers.Range(14.9, 15.1, true);
        Straddlers.Range few = new Straddlers.Range(14.9, 15.1, true);
        cells(oblique).walk(oblique, new Straddlers(List.of(r), 1000));
        cells(oblique).walk(oblique, new Straddlers(List.of(few), 10));
        assertThat(r.boxes.size()).isZero();
        assertThat(r.size()).isGreaterThan(10);
        double inPieces =
                r.pieces.stream().mapToDouble(p -> p.linearMm3Above(15)).sum();
        assertThat(r.aboveMm3 + inPieces).isCloseTo(11 * 30, within(1e-6));
        assertThat(few.size()).isEqualTo(10);
        assertThat(few.overflows()).isTrue();
        assertThat(few.aboveMm3).isCloseTo(r.aboveMm3, within(1e-9));
        assertThat(mm3(few) + few.unsortedMm3).isCloseTo(mm3(r), within(1e-9));
    }

    @Test
    void moreCellsThanAreKeptAreUnsorted() {
        for (int limit : new int[] {4, 7}) {
            Straddlers.Range r = new Straddlers.Range(13, 15, true);
            cells(ALIGNED).walk(ALIGNED, new Straddlers(List.of(r), limit));
            assertThat(r.size()).isEqualTo(limit);
            assertThat(r.overflows()).isTrue();
            assertThat(mm3(r) + r.unsortedMm3).isCloseTo(2 * LAYER_MM3, within(1e-9));
            assertThat(r.aboveMm3).isCloseTo(5 * LAYER_MM3, within(1e-9));
        }
    }

    /** Bounds at 24 doses in between narrow a range to the step that holds the dose of a volume. */
    @Test
    void aRangeIsNarrowedToTheStepThatHoldsTheDose() {
        PlaneFrame f = PlaneFrame.ofNormal(new Point3(0.2, 0.1, 1));
        for (DoseGrid dose : List.of(ALIGNED, dose(f.u(), f.v()))) {
            for (double gy : new double[] {12.7, 15.05, 17.3}) {
                Narrowing narrowing = new Narrowing(12, 18);
                cells(dose).walk(dose, narrowing);
                double[] range = narrowing.range((26 - gy) * 30);
                double step = Math.floor((gy - 12) / 0.25) * 0.25 + 12;
                assertThat(range[0]).isCloseTo(step, within(1e-9));
                assertThat(range[1]).isCloseTo(step + 0.25, within(1e-9));
            }
            // A volume whose dose lies beyond leaves an end as it is.
            Narrowing narrowing = new Narrowing(12, 18);
            cells(dose).walk(dose, narrowing);
            assertThat(narrowing.range(30)).containsExactly(18, 18);
        }
    }

    /** More cells than are added up at a time. */
    @Test
    void manyCellsAreNarrowedBatchByBatch() {
        SlabSolid cube = Shapes.cuboid(0, 16, 0, 16, 0, 16);
        DoseGrid fine =
                Shapes.grid(17, 17, 17, new Point3(8, 8, 8), Shapes.X, Shapes.Y, Shapes.Z, 1, 1, p -> 10 + p.x());
        Narrowing narrowing = new Narrowing(10, 26);
        SolidCells.of(cube, new GridAxes(fine.geometry(), cube.frame())).walk(fine, narrowing);
        double[] range = narrowing.range(4096 * 0.3);
        // 10 + 0.7 * 16 is 21.2; the steps are 2/3 wide.
        assertThat(range[0]).isCloseTo(10 + 16 * 2.0 / 3, within(1e-9));
        assertThat(range[1]).isCloseTo(10 + 17 * 2.0 / 3, within(1e-9));
    }

    /** In a dose that is tilted every cell has its own: the volume above is that of the whole cuboid, cut. */
    @Test
    void inATiltedDoseEveryCellHasItsOwn() {
        PlaneFrame f = PlaneFrame.ofNormal(new Point3(0.2, 0.1, 1));
        double[] whole = PrismPieceTest.linear(10 + 8 - 3 * 0.5 + 2.5 * 0.8, -6 * 0.5, 5 * 0.8, 16);
        BoxCut cut = new BoxCut();
        cut.set(whole, 0);
        for (Point3[] axes : new Point3[][] {{Shapes.X, Shapes.Y}, {Shapes.Y, Shapes.Z}, {f.u(), f.v()}}) {
            DoseGrid dose = Shapes.grid(
                    11,
                    11,
                    11,
                    new Point3(4, 4, 8),
                    axes[0],
                    axes[1],
                    axes[0].cross(axes[1]),
                    2,
                    1.9,
                    p -> 10 + p.z() - 0.5 * p.x() + 0.8 * p.y());
            for (double gy : new double[] {13.9, 19.6, 24.1}) {
                double mm3 = 480 * cut.shareAbove(gy);
                Straddlers.Range r = new Straddlers.Range(gy - 0.1, gy + 0.1, true);
                Narrowing narrowing = new Narrowing(12, 27);
                cells(dose).walk(dose, new SinkGroup(List.of(new Straddlers(List.of(r), 1000), narrowing)));
                double found = r.aboveMm3
                        + r.boxes.linearMm3Above(gy)
                        + r.pieces.stream()
                                .mapToDouble(p -> p.linearMm3Above(gy))
                                .sum();
                assertThat(found).isCloseTo(mm3, within(1e-6));
                double[] range = narrowing.range(mm3);
                double step = 15 / 24.0;
                assertThat(range[0]).isBetween(gy - step, gy);
                assertThat(range[1]).isCloseTo(range[0] + step, within(1e-9));
            }
        }
    }

    /** Just the volume of a step's dose: rounding must not decide on which side it lies. */
    @Test
    void aDoseOnAStepIsHeldByTheStepsOnBothSides() {
        for (int k = 1; k < 24; k++) {
            Narrowing narrowing = new Narrowing(12, 18);
            cells(ALIGNED).walk(ALIGNED, narrowing);
            double gy = 12 + k * 0.25;
            double[] range = narrowing.range((26 - gy) * 30);
            assertThat(range[0]).isCloseTo(gy - 0.25, within(1e-9));
            assertThat(range[1]).isCloseTo(gy + 0.25, within(1e-9));
        }
    }
}
