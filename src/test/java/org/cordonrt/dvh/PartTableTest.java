package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** The parts of a solid, cell by cell. */
class PartTableTest {
    private static final int[] FINER = {2, 2};

    /** Cells of 2 by 2 by 5 mm from (-4, -4, -5) on, cut again to 1 by 1 mm. */
    private static PartTable table(SlabSolid solid, double tallestMm) {
        GridGeometry fine = GridGeometry.axial(17, 17, 4, new Point3(-4, -4, -5), new Point3(1, 1, 5));
        GridGeometry coarse = GridGeometry.axial(9, 9, 4, new Point3(-4, -4, -5), new Point3(2, 2, 5));
        SolidCells cells = SolidCells.of(solid, new GridAxes(fine, solid.frame()));
        DoseGrid nothing = DoseGrid.of(fine, new float[fine.sampleCount()]);
        double[] heights = new GridAxes(coarse, solid.frame()).knots(2);
        return PartTable.of(cells, sink -> cells.walk(nothing, sink), FINER, heights, tallestMm);
    }

    /** The two slabs of a cuboid meet inside its cells, where its boxes are joined again. */
    @Test
    void aCuboidHasFourColumnsInEachCell() {
        PartTable table = table(Shapes.cuboid(0, 8, 0, 6, 0, 5), 100);
        assertThat(table.cells()).isEqualTo(4 * 3);
        for (int cell = 0; cell < table.cells(); cell++) {
            assertThat(table.cellMm3(cell)).isCloseTo(20, within(1e-9));
            assertThat(table.cellA(cell)).isEqualTo(2 + cell % 4);
            assertThat(table.cellB(cell)).isEqualTo(2 + cell / 4);
            assertThat(table.cellC(cell)).isEqualTo(1);
            assertThat(table.to(cell) - table.from(cell)).isEqualTo(4);
            for (int part = table.from(cell); part < table.to(cell); part++) {
                int o = part * PartTable.NUMBERS;
                double[] n = table.numbers();
                assertThat(Math.abs(n[o])).isEqualTo(0.25);
                assertThat(Math.abs(n[o + 1])).isEqualTo(0.25);
                assertThat(n[o + 2]).isCloseTo(0, within(1e-12));
                assertThat(n[o + 3]).isEqualTo(0.5);
                assertThat(n[o + 4]).isEqualTo(0.5);
                assertThat(n[o + 5]).isCloseTo(1, within(1e-12));
                assertThat(n[o + PartTable.MM3]).isCloseTo(5, within(1e-9));
                assertThat(table.prism(part)).isNegative();
            }
        }
        assertThat(table.thinMm3()).isZero();
    }

    /** 5 mm at most 1.3 mm high: four parts of a quarter each, one above the other. */
    @Test
    void tallPartsAreDivided() {
        PartTable table = table(Shapes.cuboid(0, 8, 0, 6, 0, 5), 1.3);
        for (int cell = 0; cell < table.cells(); cell++) {
            assertThat(table.to(cell) - table.from(cell)).isEqualTo(16);
            double heights = 0;
            for (int part = table.from(cell); part < table.to(cell); part++) {
                int o = part * PartTable.NUMBERS;
                assertThat(table.numbers()[o + 5]).isCloseTo(0.25, within(1e-12));
                assertThat(table.numbers()[o + PartTable.MM3]).isCloseTo(1.25, within(1e-9));
                // Middles at -3/8, -1/8, 1/8 and 3/8: their squares add up to 5/16.
                heights += table.numbers()[o + 2] * table.numbers()[o + 2];
            }
            assertThat(heights).isCloseTo(4 * 5.0 / 16, within(1e-12));
        }
        // Just as high as allowed is not too high.
        assertThat(table(Shapes.cuboid(0, 8, 0, 6, 0, 5), 2.5).to(0)).isEqualTo(8);
    }

    /** Along the outline the parts are prisms, in the box around what they hold. */
    @Test
    void polygonsLieInTheBoxAroundThem() {
        PartTable table = table(Shapes.cuboid(0.25, 1, 0, 2, 0, 5), 100);
        assertThat(table.cells()).isEqualTo(1);
        assertThat(table.cellMm3(0)).isCloseTo(7.5, within(1e-9));
        // Two columns of 1 mm in each of two slabs, as prisms are not joined.
        assertThat(table.to(0)).isEqualTo(4);
        for (int part = 0; part < 4; part++) {
            int o = part * PartTable.NUMBERS;
            double[] n = table.numbers();
            assertThat(n[o]).isCloseTo(0.625 / 2 - 0.5, within(1e-12));
            assertThat(n[o + 3]).isCloseTo(0.75 / 2, within(1e-12));
            assertThat(n[o + 4]).isCloseTo(0.5, within(1e-12));
            assertThat(n[o + 5]).isCloseTo(0.5, within(1e-12));
            assertThat(n[o + PartTable.MM3]).isCloseTo(7.5 / 4, within(1e-9));
            assertThat(table.prism(part)).isNotNegative();
        }
    }

    /** The parts of a star have its volume; as many cells as there are come out in order. */
    @Test
    void thePartsAreTheWhole() {
        SlabSolid star = SlabSolid.of(
                Shapes.stack(4, -3, 3, 17, z -> 5 + z / 5, p -> p.plus(new Point3(4, 4, 0))), SolidOptions.defaults());
        PartTable table = table(star, 1.3);
        double sum = table.thinMm3();
        long before = -1;
        for (int cell = 0; cell < table.cells(); cell++) {
            long order = (table.cellC(cell) * 100L + table.cellB(cell)) * 100 + table.cellA(cell);
            assertThat(order).isGreaterThan(before);
            before = order;
            double inCell = 0;
            for (int part = table.from(cell); part < table.to(cell); part++) {
                inCell += table.numbers()[part * PartTable.NUMBERS + PartTable.MM3];
            }
            assertThat(table.cellMm3(cell)).isCloseTo(inCell, within(1e-9));
            sum += inCell;
        }
        assertThat(sum).isCloseTo(1000 * star.volumeCc(), within(1e-6));
    }

    /** A corner of the fine lattice that a cut outline only touches, in the notch of a C, is no vertex of it. */
    @Test
    void aTouchedCornerIsKnown() {
        SlabSolid c = SlabSolid.of(
                Shapes.polygon(new double[] {1, 1, 7, 1, 7, 3.5, 3, 3.5, 3, 4.5, 7, 4.5, 7, 7, 1, 7}, 1, 2),
                SolidOptions.defaults());
        PartTable table = table(c, 100);
        Prisms prisms = table.prisms();
        int touched = 0;
        for (int i = 0; i < prisms.count(); i++) {
            for (int at = prisms.from(i); at < prisms.to(i); at += 2) {
                double x = prisms.a(i) - 4 + prisms.xy()[at];
                double y = prisms.b(i) - 4 + prisms.xy()[at + 1];
                boolean isInNotch = x > 3 && y > 3.5 && y < 4.5;
                assertThat(table.isTouched(at)).isEqualTo(isInNotch);
                touched += isInNotch ? 1 : 0;
            }
        }
        assertThat(touched).isPositive();
    }
}
