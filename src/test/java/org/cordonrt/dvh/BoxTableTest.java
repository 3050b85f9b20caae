package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Many boxes at a time against each alone. */
class BoxTableTest {
    /** More than two blocks, so that the last is not full. */
    private static final int MANY = 1100;

    /** Steep, level and nearly level slopes, some with twists, doses around 10 Gy. */
    private static double[][] doses(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] doses = new double[MANY][];
        for (int i = 0; i < MANY; i++) {
            double[] f = PrismPieceTest.slopes(random);
            f[Trilinear.MEAN] = random.nextDouble(8, 12);
            if (random.nextInt(3) > 0) {
                for (int k = Trilinear.AB; k <= Trilinear.ABC; k++) {
                    f[k] = random.nextDouble(-0.4, 0.4);
                }
            }
            doses[i] = f;
        }
        return doses;
    }

    private static double mm3(int i) {
        return 1 + i % 7;
    }

    private static BoxTable table(double[][] doses) {
        BoxTable table = new BoxTable();
        for (int i = 0; i < doses.length; i++) {
            double[] among = new double[Trilinear.SIZE + 3];
            System.arraycopy(doses[i], 0, among, 3, Trilinear.SIZE);
            table.add(among, 3, mm3(i));
        }
        return table;
    }

    /** Sum over the boxes of the volume above a dose, moved by a multiple of the remainder below or above. */
    private static double[] sums(double[][] doses, double d) {
        double[] sums = new double[3];
        BoxCut cut = new BoxCut();
        for (int i = 0; i < doses.length; i++) {
            cut.set(doses[i], 0);
            sums[0] += mm3(i) * cut.shareAbove(d);
            sums[1] += mm3(i) * cut.shareAbove(d + Trilinear.below(doses[i], 0));
            sums[2] += mm3(i) * cut.shareAbove(d - Trilinear.above(doses[i], 0));
        }
        return sums;
    }

    @Test
    void theVolumesAndTheirBoundsAreTheSumsOfCutBoxes() {
        double[][] doses = doses(1);
        BoxTable table = table(doses);
        assertThat(table.size()).isEqualTo(MANY);
        for (double d : new double[] {5, 8.5, 10, 11.7, 14}) {
            double[] sums = sums(doses, d);
            assertThat(table.linearMm3Above(d)).isCloseTo(sums[0], within(1e-5));
            assertThat(table.leastMm3Above(d)).isCloseTo(sums[1], within(1e-5));
            assertThat(table.mostMm3Above(d)).isCloseTo(sums[2], within(1e-5));
        }
    }

    @Test
    void aBoxIsDescribedByItsDose() {
        BoxTable table = new BoxTable();
        table.add(new double[] {1, 0, 0, 0, 0, 0, 0, 0}, 0, 2);
        table.add(new double[] {10, 1, -2, 3, 0.4, 0, 0, 0.8}, 0, 5);
        assertThat(table.mm3(1)).isEqualTo(5);
        assertThat(table.belowGy(1)).isCloseTo(0.2, within(1e-12));
        assertThat(table.aboveGy(1)).isCloseTo(0.2, within(1e-12));
        assertThat(table.remainderGy(1)).isCloseTo(0.2, within(1e-12));
        assertThat(table.bottomGy(1)).isCloseTo(6.8, within(1e-12));
        assertThat(table.topGy(1)).isCloseTo(13.2, within(1e-12));
        assertThat(table.dose()[8]).isEqualTo(10);
        assertThat(table.dose()[15]).isEqualTo(0.8);
        table.clear();
        assertThat(table.size()).isZero();
        assertThat(table.linearMm3Above(0)).isZero();
    }

    /** Each box's bounds are those of the prism over all of the cell, but for what is told closer along another axis. */
    @Test
    void theBoundsHoldTheLinearVolumesOfFirstOrder() {
        double[][] doses = doses(2);
        BoxTable table = table(doses);
        Bend bend = new Bend();
        for (double d : new double[] {9, 10.3}) {
            double[] each = new double[MANY];
            double[] sums = {1, 2, 3, 4};
            table.bounds(d, 0, each, bend, sums);
            double[] expected = {1, 2, 3, 4};
            for (int i = 0; i < MANY; i++) {
                double[] one = one(doses[i], mm3(i), d, bend);
                assertThat(each[i]).isCloseTo(one[Piece.MOST] - one[Piece.LEAST], within(1e-6));
                for (int k = 0; k < Piece.NUMBERS; k++) {
                    expected[k] += one[k];
                }
            }
            for (int k = 0; k < 3; k++) {
                assertThat(sums[k]).isCloseTo(expected[k], within(1e-5));
            }
            double[] unkept = {1, 2, 3, 4};
            table.bounds(d, 0, null, bend, unkept);
            assertThat(unkept).containsExactly(sums);
            // Asked again, what was kept says the same.
            double[] again = {1, 2, 3, 4};
            double[] eachAgain = new double[MANY];
            table.bounds(d, 0, eachAgain, bend, again);
            assertThat(again).containsExactly(sums);
            assertThat(eachAgain).containsExactly(each);
        }
    }

    /** Bounds of one box, from the closed forms. */
    private static double[] one(double[] f, double all, double d, Bend bend) {
        double half = Trilinear.range(f, 0) / 2;
        double below = Trilinear.below(f, 0);
        double above = Trilinear.above(f, 0);
        if (f[0] + half + above < d) {
            return new double[4];
        }
        if (f[0] - half - below >= d) {
            return new double[] {all, all, all, 0};
        }
        BoxCut cut = new BoxCut();
        cut.set(f, 0);
        if (bend.box(f, 0, d)) {
            double likely = Math.min(all, Math.max(0, all * (cut.shareAbove(d) + bend.shift())));
            return new double[] {
                Math.max(0, likely - all * bend.less()),
                Math.min(all, likely + all * bend.more()),
                likely,
                all * bend.density()
            };
        }
        double least = all * cut.shareAbove(d + below);
        double most = all * cut.shareAbove(d - above);
        return new double[] {
            least, most, all * cut.shareAbove(d), below + above > 0 ? (most - least) / (below + above) : 0
        };
    }

    @Test
    void whatIsLostPerGrayIsTheDensityOrTheDifferenceOfTheBounds() {
        BoxTable table = new BoxTable();
        table.add(PrismPieceTest.linear(10, 1, 1, 4), 0, 8);
        double[] sums = new double[4];
        table.bounds(10, 0, null, new Bend(), sums);
        assertThat(sums).containsExactly(new double[] {4, 4, 4, 2}, within(1e-12));
        // A saddle has the bounds of first order: doses 9.5 and 10.5 all over.
        table.clear();
        table.add(new double[] {10, 0, 0, 0, 2, 0, 0, 0}, 0, 8);
        sums = new double[4];
        table.bounds(10.1, 0, null, new Bend(), sums);
        assertThat(sums).containsExactly(new double[] {0, 8, 0, 8}, within(1e-12));
        // With slopes that can be divided by, too: sums of three uniform numbers, a gray to either side.
        table.clear();
        table.add(new double[] {10, 2, 2, 2, 4, 0, 0, 0}, 0, 48);
        sums = new double[4];
        table.bounds(10.5, 0, null, new Bend(), sums);
        assertThat(sums).containsExactly(new double[] {3.375, 32.75, 15.25, 14.6875}, within(1e-9));
    }

    /** A remainder that is small against the interval need not be looked at closely: the bounds of first order do. */
    @Test
    void aSmallRemainderHasTheLooserBounds() {
        double[] f = {10, 1, 1, 4, 0.4, 0, 0, 0};
        BoxTable table = new BoxTable();
        table.add(f, 0, 8);
        Bend bend = new Bend();
        double[] close = new double[4];
        table.bounds(10.2, 0.09, new double[1], bend, close);
        double[] loose = new double[4];
        table.bounds(10.2, 0.11, null, bend, loose);
        assertThat(close[Piece.MOST] - close[Piece.LEAST]).isCloseTo(0, within(1e-9));
        assertThat(loose[Piece.LIKELY]).isCloseTo(8 * (0.5 - 0.2 / 4), within(1e-9));
        assertThat(loose[Piece.LEAST]).isCloseTo(8 * (0.5 - 0.3 / 4), within(1e-9));
        assertThat(loose[Piece.MOST]).isCloseTo(8 * (0.5 - 0.1 / 4), within(1e-9));
        assertThat(loose[Piece.PER_GY]).isCloseTo(2, within(1e-9));
        // What is known closely need not be found anew for less; what is known loosely does for more.
        double[] kept = new double[4];
        table.bounds(10.2, 0.2, new double[1], bend, kept);
        assertThat(kept).containsExactly(close);
        table.bounds(10.3, 0.2, new double[1], bend, new double[4]);
        double[] anew = new double[4];
        table.bounds(10.3, 0.01, new double[1], bend, anew);
        assertThat(anew[Piece.MOST] - anew[Piece.LEAST]).isCloseTo(0, within(1e-9));
        // Next to nothing of the allowed, a remainder says nothing of the loss, and the surface is looked at.
        double[] tiny = new double[4];
        table.bounds(10.4, 300, null, bend, tiny);
        assertThat(tiny[Piece.MOST] - tiny[Piece.LEAST]).isCloseTo(0, within(1e-9));
    }

    @Test
    void boxesBesideARangeArePutAsideAndTheOthersKeptInOrder() {
        double[][] doses = doses(3);
        BoxTable table = table(doses);
        double[] along = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            along[i] = i;
        }
        double above = 0;
        int kept = 0;
        double[] expected = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            if (table.bottomGy(i) > 10.6) {
                above += mm3(i);
            } else if (table.topGy(i) >= 9.7) {
                expected[kept++] = i;
            }
        }
        double linear = table.linearMm3Above(10);
        assertThat(table.putAside(9.7, 10.6, along)).isEqualTo(above);
        assertThat(table.size()).isEqualTo(kept).isLessThan(MANY);
        for (int i = 0; i < kept; i++) {
            assertThat(along[i]).isEqualTo(expected[i]);
            assertThat(table.mm3(i)).isEqualTo(mm3((int) expected[i]));
            assertThat(table.dose()[8 * i]).isEqualTo(doses[(int) expected[i]][0]);
        }
        assertThat(table.linearMm3Above(10) + above).isCloseTo(linear, within(1e-5));
    }

    @Test
    void aRangesEndsBelongToIt() {
        BoxTable table = new BoxTable();
        table.add(PrismPieceTest.linear(10, 0, 0, 2), 0, 8);
        assertThat(table.putAside(11, 12, new double[1])).isZero();
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.putAside(8, 9, new double[1])).isZero();
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.putAside(8, 8.9, new double[1])).isEqualTo(8);
        assertThat(table.size()).isZero();
    }

    @Test
    void boxesOfAnotherTableAreTheSameBoxes() {
        double[][] doses = doses(4);
        BoxTable table = table(doses);
        Bend bend = new Bend();
        double[] sums = new double[4];
        double[] each = new double[MANY];
        table.bounds(10, 0, each, bend, sums);
        BoxTable copy = new BoxTable();
        for (int i = MANY - 1; i >= 0; i--) {
            copy.add(table, i);
        }
        assertThat(copy.size()).isEqualTo(MANY);
        for (double d : new double[] {9, 10.5}) {
            assertThat(copy.leastMm3Above(d)).isCloseTo(table.leastMm3Above(d), within(1e-8));
            assertThat(copy.mostMm3Above(d)).isCloseTo(table.mostMm3Above(d), within(1e-8));
        }
        double[] copied = new double[4];
        double[] eachCopied = new double[MANY];
        copy.bounds(10, 0, eachCopied, bend, copied);
        for (int i = 0; i < MANY; i++) {
            assertThat(eachCopied[i]).isEqualTo(each[MANY - 1 - i]);
            assertThat(copy.remainderGy(i)).isEqualTo(table.remainderGy(MANY - 1 - i));
            assertThat(copy.topGy(i)).isEqualTo(table.topGy(MANY - 1 - i));
            assertThat(copy.bottomGy(i)).isEqualTo(table.bottomGy(MANY - 1 - i));
        }
    }
}
