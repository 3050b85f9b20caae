package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** D_v and V_d of cells that straddle them, against closed forms. */
class RefinementTest {
    private static final double[] SQUARE = {0, 0, 1, 0, 1, 1, 0, 1};

    /** The dose of {@link ProductDose} in one cell. */
    private static double[] product() {
        double[] f = new double[Trilinear.SIZE];
        Trilinear.ofCorners(new double[] {0, 0, 0, 16, 0, 0, 0, 16}, f);
        return f;
    }

    private static Straddlers.Range range(double low, double high) {
        return new Straddlers.Range(low, high, true);
    }

    private static Straddlers.Range box(double low, double high) {
        Straddlers.Range r = range(low, high);
        r.boxes.add(product(), 0, ProductDose.VOLUME_MM3);
        return r;
    }

    private static Straddlers.Range prism(double low, double high) {
        Straddlers.Range r = range(low, high);
        r.pieces.add(PrismPiece.of(product(), ProductDose.VOLUME_MM3, SQUARE));
        return r;
    }

    private static Refinement refinement(Straddlers.Range range, double tolerance) {
        return new Refinement(range, DvhOptions.defaults().withToleranceGy(tolerance), 0);
    }

    private static void assertHolds(Certified gy, double truth, double tolerance) {
        assertThat(gy.lower()).isLessThanOrEqualTo(truth + 1e-9);
        assertThat(gy.upper()).isGreaterThanOrEqualTo(truth - 1e-9);
        assertThat(gy.upper() - gy.lower()).isLessThanOrEqualTo(tolerance + 1e-12);
        assertThat(gy.value()).isCloseTo(truth, within(tolerance / 4));
        assertThat(gy.isBounded()).isFalse();
    }

    @Test
    void oneCellIsDividedUntilTheIntervalIsNarrow() {
        for (double tolerance : new double[] {0.5, 0.1, 0.01, 0.001}) {
            for (double share : new double[] {0.001, 0.02, 0.3, 0.7, 0.95}) {
                double mm3 = share * ProductDose.VOLUME_MM3;
                double truth = ProductDose.gyAt(mm3);
                assertHolds(refinement(box(0, 16), tolerance).doseAt(mm3, 8), truth, tolerance);
                assertHolds(refinement(prism(0, 16), tolerance).doseAt(mm3, 1), truth, tolerance);
                // In a range that is not the widest, and from a guess beyond it.
                assertHolds(refinement(box(truth - 0.7, truth + 0.4), tolerance).doseAt(mm3, 30), truth, tolerance);
                assertHolds(
                        refinement(prism(truth - 0.2, truth + 0.9), tolerance).doseAt(mm3, -3), truth, tolerance);
            }
        }
    }

    /** Half the tolerance takes the same way one step further. */
    @Test
    void halfTheToleranceGivesAnIntervalWithin() {
        double mm3 = 0.2 * ProductDose.VOLUME_MM3;
        Certified wider = null;
        for (double tolerance = 0.64; tolerance > 0.001; tolerance /= 2) {
            Certified gy = refinement(box(0, 16), tolerance).doseAt(mm3, 8);
            if (wider != null) {
                assertThat(gy.lower()).isGreaterThanOrEqualTo(wider.lower());
                assertThat(gy.upper()).isLessThanOrEqualTo(wider.upper());
            }
            wider = gy;
        }
    }

    @Test
    void whatLiesAboveTheRangeCounts() {
        Straddlers.Range range = box(0, 16);
        range.aboveMm3 = 100;
        double truth = ProductDose.gyAt(50);
        assertHolds(refinement(range, 0.01).doseAt(150, 8), truth, 0.01);
        range = prism(0, 16);
        range.aboveMm3 = 100;
        Certified mm3 = refinement(range, 0.01).volumeAt(4);
        assertThat(ProductDose.mm3Above(4) + 100).isBetween(mm3.lower() - 1e-6, mm3.upper() + 1e-6);
    }

    /** Unsorted volume may lie above or below: the interval holds both. */
    @Test
    void whatIsUnsortedWidensTheInterval() {
        for (int kind = 0; kind < 2; kind++) {
            Straddlers.Range range = kind == 0 ? box(0, 16) : prism(0, 16);
            range.unsortedMm3 = 20;
            DvhOptions few = new DvhOptions(0.01, 1000);
            Certified gy = new Refinement(range, few, 0).doseAt(60, 8);
            assertThat(gy.isBounded()).isTrue();
            assertThat(gy.lower()).isLessThanOrEqualTo(ProductDose.gyAt(60)).isGreaterThan(ProductDose.gyAt(60) - 0.1);
            assertThat(gy.upper()).isGreaterThanOrEqualTo(ProductDose.gyAt(40)).isLessThan(ProductDose.gyAt(40) + 0.1);
            range = kind == 0 ? box(0, 16) : prism(0, 16);
            range.unsortedMm3 = 20;
            Certified mm3 = new Refinement(range, few, 0).volumeAt(4);
            assertThat(mm3.isBounded()).isTrue();
            double truth = ProductDose.mm3Above(4);
            assertThat(mm3.lower()).isBetween(truth - 1, truth + 1e-6);
            assertThat(mm3.upper()).isBetween(truth + 20 - 1e-6, truth + 21);
            assertThat(mm3.value()).isCloseTo(truth + 10, within(1.0));
        }
    }

    @Test
    void theVolumeAtADoseIsAsCloseAsTheToleranceSays() {
        for (double tolerance : new double[] {0.3, 0.02, 0.002}) {
            for (double d : new double[] {0.01, 0.5, 4, 11, 15.9}) {
                double truth = ProductDose.mm3Above(d);
                double wide = ProductDose.mm3Above(d - tolerance / 2) - ProductDose.mm3Above(d + tolerance / 2);
                for (Straddlers.Range range : new Straddlers.Range[] {box(d, d), prism(d, d)}) {
                    Certified mm3 = refinement(range, tolerance).volumeAt(d);
                    assertThat(mm3.lower()).isLessThanOrEqualTo(truth + 1e-6);
                    assertThat(mm3.upper()).isGreaterThanOrEqualTo(truth - 1e-6);
                    assertThat(mm3.upper() - mm3.lower()).isLessThanOrEqualTo(1.05 * wide + 1e-5);
                    assertThat(mm3.isBounded()).isFalse();
                }
            }
        }
    }

    /** In linear cells nothing is to be divided, and the interval is what rounding leaves. */
    @Test
    void linearCellsNeedNoDivision() {
        Property.forAll(40, random -> random, random -> {
            Straddlers.Range range = range(5, 15);
            double[][] doses = new double[30][];
            for (int i = 0; i < doses.length; i++) {
                doses[i] = PrismPieceTest.slopes(random);
                doses[i][0] = random.nextDouble(8, 12);
                doses[i][1 + random.nextInt(3)] = 1;
                if (i % 2 == 0) {
                    range.boxes.add(doses[i], 0, 1 + i);
                } else {
                    range.pieces.add(PrismPiece.of(doses[i], 1 + i, SQUARE));
                }
            }
            double d = random.nextDouble(8.5, 11.5);
            BoxCut cut = new BoxCut();
            double mm3 = 0;
            for (int i = 0; i < doses.length; i++) {
                cut.set(doses[i], 0);
                mm3 += (1 + i) * cut.shareAbove(d);
            }
            Certified gy = refinement(range, 0.01).doseAt(mm3, 10);
            assertThat(gy.value()).isCloseTo(d, within(1e-4));
            assertHolds(gy, d, 0.01);
        });
    }

    /** Of two plateaus the upper one is the dose of what it has, the lower one of more. */
    @Test
    void onAPlateauTheDoseIsThatOfThePlateau() {
        Straddlers.Range range = range(0, 20);
        range.boxes.add(PrismPieceTest.linear(9, 0, 0, 0), 0, 4);
        range.boxes.add(PrismPieceTest.linear(11, 0, 0, 0), 0, 4);
        assertHolds(refinement(range, 0.01).doseAt(3, 10), 11, 0.01);
        range = range(0, 20);
        range.pieces.add(PrismPiece.of(PrismPieceTest.linear(9, 0, 0, 0), 4, SQUARE));
        range.pieces.add(PrismPiece.of(PrismPieceTest.linear(11, 0, 0, 0), 4, SQUARE));
        assertHolds(refinement(range, 0.01).doseAt(5, 10), 9, 0.01);
        // Just as much as the upper has: which it is, rounding must not decide.
        range = range(0, 20);
        range.boxes.add(PrismPieceTest.linear(9, 0, 0, 0), 0, 4);
        range.boxes.add(PrismPieceTest.linear(11, 0, 0, 0), 0, 4);
        Certified both = refinement(range, 0.01).doseAt(4, 10);
        assertThat(both.lower()).isLessThanOrEqualTo(9.01);
        assertThat(both.upper()).isGreaterThanOrEqualTo(11);
        assertThat(both.isBounded()).isTrue();
    }

    @Test
    void aWorkBoundLeavesTheIntervalWiderButTrue() {
        SplittableRandom random = new SplittableRandom(5);
        Straddlers.Range range = range(0, 16);
        Straddlers.Range again = range(0, 16);
        for (int i = 0; i < 900; i++) {
            double[] f = product();
            f[0] += random.nextDouble(-1e-9, 1e-9);
            range.boxes.add(f, 0, 1);
            again.boxes.add(f, 0, 1);
        }
        double mm3 = 900 * 0.25;
        double truth = ProductDose.gyAt(0.25 * ProductDose.VOLUME_MM3);
        Certified bound = new Refinement(range, new DvhOptions(1e-4, 1000), 0).doseAt(mm3, 8);
        assertThat(bound.isBounded()).isTrue();
        assertThat(truth).isBetween(bound.lower() - 1e-8, bound.upper() + 1e-8);
        assertThat(bound.upper() - bound.lower()).isBetween(1e-4, 15.0);
        Certified volume = new Refinement(again, new DvhOptions(1e-4, 1000), 0).volumeAt(truth);
        assertThat(volume.isBounded()).isTrue();
        assertThat(mm3).isBetween(volume.lower() - 1e-4, volume.upper() + 1e-4);
    }

    @Test
    void aRangeHoldsADoseThatSurelyLiesInIt() {
        for (int kind = 0; kind < 2; kind++) {
            // A linear dose from 8 to 12 in 8 mm3, and 5 mm3 above.
            Straddlers.Range range = range(9, 11);
            double[] linear = PrismPieceTest.linear(10, 4, 0, 0);
            if (kind == 0) {
                range.boxes.add(linear, 0, 8);
            } else {
                range.pieces.add(PrismPiece.of(linear, 8, SQUARE));
            }
            range.aboveMm3 = 5;
            Refinement r = refinement(range, 0.01);
            assertThat(r.holds(5 + 2.01)).isTrue();
            assertThat(r.holds(5 + 5.99)).isTrue();
            assertThat(r.holds(5 + 1.99)).isFalse();
            assertThat(r.holds(5 + 6.01)).isFalse();
            assertThat(r.holds(5 + 6)).isFalse();
            assertThat(r.holds(5 + 2)).isFalse();
            range.unsortedMm3 = 1;
            Refinement unsorted = refinement(range, 0.01);
            assertThat(unsorted.holds(5 + 2.9)).isFalse();
            assertThat(unsorted.holds(5 + 3.1)).isTrue();
        }
    }

    @Test
    void roundingOfDosesIsAddedToTheInterval() {
        Straddlers.Range range = range(0, 16);
        range.boxes.add(PrismPieceTest.linear(10, 4, 0, 0), 0, 8);
        Certified gy = new Refinement(range, DvhOptions.defaults(), 0.001).doseAt(4, 9);
        assertThat(gy.lower()).isLessThanOrEqualTo(9.999 + 1e-9);
        assertThat(gy.upper()).isGreaterThanOrEqualTo(10.001 - 1e-9);
        range = range(10, 10);
        range.boxes.add(PrismPieceTest.linear(10, 4, 0, 0), 0, 8);
        Certified mm3 = new Refinement(range, DvhOptions.defaults(), 0.001).volumeAt(10);
        assertThat(mm3.lower()).isCloseTo(4 - 0.002, within(1e-7));
        assertThat(mm3.upper()).isCloseTo(4 + 0.002, within(1e-7));
        assertThat(mm3.value()).isCloseTo(4, within(1e-9));
        // Where cells are divided, too.
        Certified divided = new Refinement(box(4, 4), DvhOptions.defaults(), 0.2).volumeAt(4);
        assertThat(divided.lower()).isCloseTo(ProductDose.mm3Above(4.2), within(0.1));
        assertThat(divided.upper()).isCloseTo(ProductDose.mm3Above(3.8), within(0.1));
    }

    /** Only what is unsure is divided: a thousand parts at a time tell a dose to a millionth of its range. */
    @Test
    void fewPartsAreEnough() {
        for (double tolerance : new double[] {3e-3, 3e-4, 3e-5}) {
            for (double share : new double[] {0.001, 0.02, 0.3, 0.7, 0.95}) {
                double mm3 = share * ProductDose.VOLUME_MM3;
                double truth = ProductDose.gyAt(mm3);
                for (Straddlers.Range range : new Straddlers.Range[] {box(0, 16), prism(0, 16)}) {
                    Certified gy = new Refinement(range, new DvhOptions(tolerance, 1000), 0).doseAt(mm3, 8);
                    assertHolds(gy, truth, tolerance);
                }
            }
        }
        for (double share : new double[] {0.001, 0.02, 0.3, 0.7, 0.95}) {
            double d = ProductDose.gyAt(share * ProductDose.VOLUME_MM3);
            double wide = ProductDose.mm3Above(d - 5e-4) - ProductDose.mm3Above(d + 5e-4);
            for (Straddlers.Range range : new Straddlers.Range[] {box(0, 16), prism(0, 16)}) {
                Certified mm3 = new Refinement(range, new DvhOptions(1e-3, 1000), 0).volumeAt(d);
                assertThat(mm3.isBounded()).isFalse();
                assertThat(mm3.upper() - mm3.lower()).isLessThanOrEqualTo(wide);
                assertThat(mm3.value()).isCloseTo(share * ProductDose.VOLUME_MM3, within(0.2 * wide));
            }
        }
    }

    /** Of many plateaus each is found from anywhere, far closer than asked: nothing but rounding is unsure. */
    @Test
    void everyPlateauIsFound() {
        Property.forAll(20, random -> random, random -> {
            int n = 20;
            double[] gy = random.doubles(n, 5, 15).toArray();
            double[] mm3 = random.doubles(n, 0.5, 2).toArray();
            boolean inPieces = random.nextBoolean();
            for (int k = 0; k < n; k += 3) {
                Straddlers.Range range = range(0, 20);
                double above = mm3[k] / 2;
                for (int i = 0; i < n; i++) {
                    above += gy[i] > gy[k] ? mm3[i] : 0;
                    double[] flat = PrismPieceTest.linear(gy[i], 0, 0, 0);
                    if (inPieces) {
                        range.pieces.add(PrismPiece.of(flat, mm3[i], SQUARE));
                    } else {
                        range.boxes.add(flat, 0, mm3[i]);
                    }
                }
                Certified found = refinement(range, 0.01).doseAt(above, random.nextDouble(0, 20));
                assertThat(found.value()).isCloseTo(gy[k], within(2e-4));
                assertThat(gy[k]).isBetween(found.lower() - 1e-9, found.upper() + 1e-9);
                assertThat(found.upper() - found.lower()).isLessThan(0.007);
            }
        });
    }

    /** Cells of many doses, of which few straddle the answer, with volumes from a few of them to nearly all. */
    @Test
    void manyCellsAreNarrowedDownToTheFewThatMatter() {
        for (int kind = 0; kind < 2; kind++) {
            for (double share : new double[] {0.003, 0.1, 0.5, 0.9}) {
                Straddlers.Range range = range(0, 16);
                double[] cell = new double[Trilinear.SIZE];
                for (int i = 0; i < 12; i++) {
                    for (int j = 0; j < 12; j++) {
                        Trilinear.restrict(
                                product(),
                                0,
                                (i + 0.5) / 12 - 0.5,
                                (j + 0.5) / 12 - 0.5,
                                0,
                                1.0 / 12,
                                1.0 / 12,
                                1,
                                cell,
                                0);
                        if (kind == 0) {
                            range.boxes.add(cell, 0, ProductDose.VOLUME_MM3 / 144);
                        } else {
                            range.pieces.add(PrismPiece.of(cell, ProductDose.VOLUME_MM3 / 144, SQUARE));
                        }
                    }
                }
                double mm3 = share * ProductDose.VOLUME_MM3;
                double truth = ProductDose.gyAt(mm3);
                Certified gy = new Refinement(range, new DvhOptions(1e-4, 1000), 0).doseAt(mm3, truth + 0.3);
                assertHolds(gy, truth, 1e-4);
            }
        }
    }

    /** Of a volume a thousand millionth may be rounding, of all that counts: here of a cubic metre. */
    @Test
    void roundingOfVolumesIsAddedToTheInterval() {
        for (int kind = 0; kind < 3; kind++) {
            Straddlers.Range range = range(10, 10);
            double[] linear = PrismPieceTest.linear(10, 4, 0, 0);
            range.aboveMm3 = kind == 0 ? 1e9 : 0;
            range.boxes.add(linear, 0, kind == 1 ? 1e9 : 8);
            range.pieces.add(PrismPiece.of(linear, kind == 2 ? 1e9 : 8, SQUARE));
            Certified mm3 = refinement(range, 0.01).volumeAt(10);
            double truth = kind == 0 ? 1e9 + 8 : 5e8 + 4;
            assertThat(mm3.lower()).isCloseTo(truth - 1, within(0.01));
            assertThat(mm3.upper()).isCloseTo(truth + 1, within(0.01));
        }
        // Unsorted volume counts among it.
        Straddlers.Range range = range(10, 10);
        range.boxes.add(PrismPieceTest.linear(10, 4, 0, 0), 0, 8);
        range.unsortedMm3 = 1e9;
        Certified mm3 = refinement(range, 0.01).volumeAt(10);
        assertThat(mm3.lower()).isCloseTo(3, within(0.01));
        assertThat(mm3.upper()).isCloseTo(1e9 + 5, within(0.01));
        // A dose, too, counts as reached only with that much to spare: 1 mm3 of 2.5e8 for each gray.
        range = range(0, 20);
        range.boxes.add(PrismPieceTest.linear(10, 4, 0, 0), 0, 1e9);
        Certified gy = refinement(range, 0.01).doseAt(5e8, 3);
        assertThat(gy.lower()).isLessThanOrEqualTo(10 - 4e-9);
        assertThat(gy.upper()).isGreaterThanOrEqualTo(10 + 4e-9);
    }

    /** Where a volume is looked for, cells wholly above or below the dose are not divided. */
    @Test
    void cellsBesideTheDoseAreLeftAlone() {
        for (int kind = 0; kind < 2; kind++) {
            Straddlers.Range range = range(9, 11);
            double[] above = {14, 1, 1, 1, 2, 2, 2, 2};
            double[] below = {5, 1, 1, 1, 2, 2, 2, 2};
            double[] across = PrismPieceTest.linear(10, 1, 2, 3);
            for (double[] f : new double[][] {above, below, across}) {
                if (kind == 0) {
                    range.boxes.add(f, 0, 8);
                } else {
                    range.pieces.add(PrismPiece.of(f, 8, SQUARE));
                }
            }
            Certified mm3 = refinement(range, 0.01).volumeAt(10);
            assertThat(mm3.value()).isCloseTo(12, within(1e-6));
            assertThat(mm3.upper() - mm3.lower()).isLessThan(1e-6);
            Certified gy = new Refinement(range, new DvhOptions(0.01, 1000), 0).doseAt(12, 9.3);
            assertHolds(gy, 10, 0.01);
        }
    }

    @Test
    void anInterruptedThreadStopsDividing() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> refinement(box(0, 16), 0.01).doseAt(100, 8))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> refinement(box(4, 4), 0.01).volumeAt(4)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
