package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A point near no hot cell receives less than the floor wherever it is moved to. */
class HotCellsTest {
    private static final double FLOOR = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aColdPointStaysCold(int seed) {
        Random random = new Random(seed);
        DoseBlock dose = block(random, 14, 16, 9);
        double around = seed % 4;
        HotCells hot = HotCells.of(dose, FLOOR, around);
        double[] rest = dose.placing(Displacement.NONE.affine(new Point3(0, 0, 0)));
        int cold = 0;
        for (int n = 0; n < 2000; n++) {
            Point3 p = new Point3(
                    -2 + 32 * random.nextDouble(), -2 + 36 * random.nextDouble(), -2 + 24 * random.nextDouble());
            if (hot.near(rest, p.x(), p.y(), p.z())) {
                continue;
            }
            cold++;
            for (int m = 0; m < 50; m++) {
                Point3 u = new Point3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
                Point3 q = p.plus(u.times(around * random.nextDouble() / u.norm()));
                double d = dose.at(
                        rest[0] * q.x() + rest[1] * q.y() + rest[2] * q.z() + rest[3],
                        rest[4] * q.x() + rest[5] * q.y() + rest[6] * q.z() + rest[7],
                        rest[8] * q.x() + rest[9] * q.y() + rest[10] * q.z() + rest[11]);
                assertThat(d >= FLOOR).as("%s moved to %s", p, q).isFalse();
            }
        }
        assertThat(cold).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void widenedByTheDistanceAndNoFurther(int cells) {
        // One hot sample of a grid with a step of 1 mm: its cells are those between it and its neighbours.
        double[] gy = new double[9 * 9 * 9];
        gy[4 * 81 + 4 * 9 + 4] = FLOOR;
        DoseBlock dose = new DoseBlock(
                DoseGrid.of(geometry(new Point3(1, 0, 0), 9, 9, new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8}), gy),
                new Point3(0, 0, 0),
                new Point3(8, 8, 8));
        HotCells hot = HotCells.of(dose, FLOOR, cells);
        double[] rest = dose.placing(Displacement.NONE.affine(new Point3(0, 0, 0)));
        for (int c = 0; c < 8; c++) {
            for (int b = 0; b < 8; b++) {
                for (int a = 0; a < 8; a++) {
                    boolean within = Math.abs(a - 3.5) < 1 + cells
                            && Math.abs(b - 3.5) < 1 + cells
                            && Math.abs(c - 3.5) < 1 + cells;
                    assertThat(hot.near(rest, a + 0.5, b + 0.5, c + 0.5))
                            .as("%d %d %d", a, b, c)
                            .isEqualTo(within);
                }
            }
        }
    }

    private static DoseBlock block(Random random, int na, int nb, int nc) {
        double[] offsets = new double[nc];
        for (int k = 1; k < nc; k++) {
            offsets[k] = offsets[k - 1] + 1.5 + 2 * random.nextDouble();
        }
        double[] gy = new double[na * nb * nc];
        // A few hot samples, at the edges too.
        for (int n = 0; n < 3; n++) {
            gy[random.nextInt(gy.length)] = FLOOR + random.nextDouble();
        }
        double turn = 0.3 * random.nextDouble();
        Point3 column = new Point3(2 * Math.cos(turn), 2 * Math.sin(turn), 0);
        return new DoseBlock(
                DoseGrid.of(geometry(column, na, nb, offsets), gy), new Point3(-20, -20, -20), new Point3(60, 60, 60));
    }

    private static GridGeometry geometry(Point3 column, int na, int nb, double[] offsets) {
        Point3 frame = new Point3(0, 0, 1);
        return new GridGeometry(na, nb, new Point3(0, 0, 0), column, frame.cross(column), frame, offsets);
    }
}
