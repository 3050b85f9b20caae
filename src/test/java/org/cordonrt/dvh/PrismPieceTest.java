package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** Polygons over a height in a linear dose. */
class PrismPieceTest {
    private static final double[] SQUARE = {0, 0, 1, 0, 1, 1, 0, 1};
    private static final double[] TRIANGLE = {0, 0, 1, 0, 0, 1};

    static double[] linear(double mean, double a, double b, double c) {
        return new double[] {mean, a, b, c, 0, 0, 0, 0};
    }

    /** Corners at growing angles around the middle of the cell. */
    static double[] star(SplittableRandom random) {
        double[] xy = new double[2 * (3 + random.nextInt(8))];
        for (int i = 0; i < xy.length; i += 2) {
            double r = random.nextDouble(0.1, 0.5);
            xy[i] = 0.5 + r * Math.cos(2 * Math.PI * i / xy.length);
            xy[i + 1] = 0.5 + r * Math.sin(2 * Math.PI * i / xy.length);
        }
        return xy;
    }

    /** Of the linear dose in a cell of volume 1: slice by slice the area of what a line cuts off the polygon. */
    static double volumeAbove(double[] dose, double[] polygon, double d) {
        int slices = 400;
        double sum = 0;
        for (int k = 0; k < slices; k++) {
            double level = dose[0] + dose[3] * ((k + 0.5) / slices - 0.5) - d;
            List<Double> cut = new ArrayList<>();
            for (int i = 0; i < polygon.length; i += 2) {
                int j = (i + 2) % polygon.length;
                double p = level + dose[1] * (polygon[i] - 0.5) + dose[2] * (polygon[i + 1] - 0.5);
                double q = level + dose[1] * (polygon[j] - 0.5) + dose[2] * (polygon[j + 1] - 0.5);
                if (p >= 0) {
                    cut.add(polygon[i]);
                    cut.add(polygon[i + 1]);
                }
                if (p >= 0 != q >= 0) {
                    double t = p / (p - q);
                    cut.add(polygon[i] + t * (polygon[j] - polygon[i]));
                    cut.add(polygon[i + 1] + t * (polygon[j + 1] - polygon[i + 1]));
                }
            }
            for (int i = 0; i < cut.size(); i += 2) {
                int j = (i + 2) % cut.size();
                sum += (cut.get(i) * cut.get(j + 1) - cut.get(j) * cut.get(i + 1)) / 2 / slices;
            }
        }
        return sum;
    }

    /** Steep, level and nearly level in any direction. */
    static double[] slopes(SplittableRandom random) {
        double[] dose = linear(random.nextDouble(20), 0, 0, 0);
        for (int i = 1; i < 4; i++) {
            dose[i] = (random.nextBoolean() ? 1 : -1)
                    * switch (random.nextInt(5)) {
                        case 0 -> 0;
                        case 1 -> 1e-6 * random.nextDouble();
                        default -> random.nextDouble(0.2, 4);
                    };
        }
        return dose;
    }

    @Test
    void onASquareItIsTheBox() {
        Property.forAll(200, PrismPieceTest::slopes, dose -> {
            PrismPiece piece = PrismPiece.of(dose, 8, SQUARE);
            BoxCut cut = new BoxCut();
            cut.set(dose, 0);
            double half = Trilinear.range(dose, 0) / 2;
            assertThat(piece.mm3).isEqualTo(8);
            assertThat(piece.lowestGy()).isCloseTo(dose[0] - half, within(1e-12));
            assertThat(piece.highestGy()).isCloseTo(dose[0] + half, within(1e-12));
            for (double share : new double[] {-0.1, 0.03, 0.2, 0.5, 0.9, 1.1}) {
                double d = dose[0] + half * (2 * share - 1);
                // In level dose rounding decides.
                if (half > 0.1) {
                    assertThat(piece.linearMm3Above(d)).isCloseTo(8 * cut.shareAbove(d), within(1e-8));
                }
            }
        });
    }

    @Test
    void anyPolygonIsTheSumOfItsSlices() {
        Property.forAll(200, random -> random, random -> {
            double[] dose = slopes(random);
            double[] polygon = star(random);
            PrismPiece piece = PrismPiece.of(dose, 1, polygon);
            double d = piece.lowestGy() + random.nextDouble(-0.1, 1.1) * (piece.highestGy() - piece.lowestGy());
            if (Trilinear.range(dose, 0) > 0.1) {
                assertThat(piece.linearMm3Above(d)).isCloseTo(volumeAbove(dose, polygon, d), within(0.002));
            }
        });
    }

    /** Above x + y = t lies 1 - t^2 of the triangle x + y <= 1. */
    @Test
    void aTriangleAcrossItsLongSide() {
        PrismPiece piece = PrismPiece.of(linear(10, 3, 3, 0), 2, TRIANGLE);
        assertThat(piece.mm3).isEqualTo(1);
        assertThat(piece.lowestGy()).isCloseTo(7, within(1e-12));
        assertThat(piece.highestGy()).isCloseTo(10, within(1e-12));
        assertThat(piece.linearMm3Above(7)).isEqualTo(1);
        assertThat(piece.linearMm3Above(8.5)).isCloseTo(0.75, within(1e-12));
        assertThat(piece.linearMm3Above(9.7)).isCloseTo(0.19, within(1e-12));
        assertThat(piece.linearMm3Above(10.001)).isZero();
    }

    @Test
    void aTriangleAlongItsHeight() {
        PrismPiece piece = PrismPiece.of(linear(10, 0, 0, 4), 2, TRIANGLE);
        assertThat(piece.linearMm3Above(8)).isEqualTo(1);
        assertThat(piece.linearMm3Above(9)).isCloseTo(0.75, within(1e-12));
        assertThat(piece.linearMm3Above(11.6)).isCloseTo(0.1, within(1e-12));
        assertThat(piece.linearMm3Above(12.001)).isZero();
    }

    /** A notch is the volume of its box less, a hole too, with a way to it and back. */
    @Test
    void boxesAddUpAndAreTakenAway() {
        double[] notched = {0, 0, 1, 0, 1, 0.5, 0.5, 0.5, 0.5, 1, 0, 1};
        double[] notch = {0.5, 0.5, 1, 0.5, 1, 1, 0.5, 1};
        double[] holed = {0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 0.2, 0.3, 0.2, 0.8, 0.6, 0.8, 0.6, 0.3, 0.2, 0.3, 0, 0};
        double[] hole = {0.2, 0.3, 0.6, 0.3, 0.6, 0.8, 0.2, 0.8};
        Property.forAll(200, PrismPieceTest::slopes, dose -> {
            dose[1] = Math.max(0.2, dose[1]);
            PrismPiece all = PrismPiece.of(dose, 8, SQUARE);
            for (double share : new double[] {0.1, 0.45, 0.8}) {
                double d = all.lowestGy() + share * (all.highestGy() - all.lowestGy());
                double whole = all.linearMm3Above(d);
                assertThat(PrismPiece.of(dose, 8, notched).linearMm3Above(d)
                                + PrismPiece.of(dose, 8, notch).linearMm3Above(d))
                        .isCloseTo(whole, within(1e-8));
                assertThat(PrismPiece.of(dose, 8, holed).linearMm3Above(d)
                                + PrismPiece.of(dose, 8, hole).linearMm3Above(d))
                        .isCloseTo(whole, within(1e-8));
            }
        });
    }

    @Test
    void halvesShareNoVolumeLeaveNoneOutAndHaveTheSameDose() {
        Property.forAll(200, random -> random, random -> {
            double[] dose = slopes(random);
            int axis = random.nextInt(3);
            // Twists along one axis, which is then the worst; too small to change a volume.
            dose[axis == 2 ? Trilinear.AC : Trilinear.AB] = 2e-13;
            dose[axis == 0 ? Trilinear.AC : Trilinear.BC] = 1e-13;
            PrismPiece piece = PrismPiece.of(dose, 3, star(random));
            List<Piece> halves = new ArrayList<>();
            piece.split(halves);
            assertThat(halves).hasSize(2);
            double remainders = 0;
            for (double share : new double[] {-0.1, 0.1, 0.4, 0.8, 1.1}) {
                double d = piece.lowestGy() + share * (piece.highestGy() - piece.lowestGy());
                double sum = 0;
                for (Piece half : halves) {
                    sum += half.linearMm3Above(d);
                    assertThat(half.lowestGy()).isGreaterThanOrEqualTo(piece.lowestGy() - 1e-9);
                    assertThat(half.highestGy()).isLessThanOrEqualTo(piece.highestGy() + 1e-9);
                    remainders = Math.max(remainders, half.remainderGy());
                }
                if (Trilinear.range(dose, 0) > 0.1) {
                    assertThat(sum).isCloseTo(piece.linearMm3Above(d), within(1e-7));
                }
            }
            assertThat(halves.get(0).mm3 + halves.get(1).mm3).isCloseTo(piece.mm3, within(1e-12));
            assertThat(remainders).isLessThan(0.76 * piece.remainderGy());
        });
    }

    @Test
    void withoutARemainderTheBoundsMeetAndTheLossIsThatOfTheVolume() {
        Property.forAll(200, random -> random, random -> {
            double[] dose =
                    linear(10, random.nextDouble(0.5, 3), -random.nextDouble(0.5, 3), random.nextDouble(0.5, 3));
            PrismPiece piece = PrismPiece.of(dose, 8, star(random));
            double range = piece.highestGy() - piece.lowestGy();
            double d = piece.lowestGy() + random.nextDouble(0.05, 0.95) * range;
            double[] bounds = new double[Piece.NUMBERS];
            piece.bounds(d, new Bend(), bounds);
            assertThat(bounds[Piece.LIKELY]).isEqualTo(piece.linearMm3Above(d));
            assertThat(bounds[Piece.LEAST]).isEqualTo(bounds[Piece.LIKELY]);
            assertThat(bounds[Piece.MOST]).isEqualTo(bounds[Piece.LIKELY]);
            double step = 1e-4;
            double loss = (piece.linearMm3Above(d - step) - piece.linearMm3Above(d + step)) / (2 * step);
            assertThat(bounds[Piece.PER_GY]).isCloseTo(loss, within(2e-3));
        });
    }

    @Test
    void aboveAllAndBelowAllDosesThereIsNothingToBound() {
        double[] dose = {10, 2, 1, 3, 0.4, 0, 0, 0};
        PrismPiece piece = PrismPiece.of(dose, 8, TRIANGLE);
        assertThat(piece.bottomGy()).isCloseTo(piece.lowestGy() - 0.1, within(1e-12));
        assertThat(piece.topGy()).isCloseTo(piece.highestGy() + 0.1, within(1e-12));
        double[] bounds = {9, 9, 9, 9};
        piece.bounds(piece.bottomGy(), new Bend(), bounds);
        assertThat(bounds).containsExactly(4, 4, 4, 0);
        piece.bounds(piece.topGy() + 1e-9, new Bend(), bounds);
        assertThat(bounds).containsExactly(0, 0, 0, 0);
    }

    /** Where the bounds of second order fail, as in flat dose with a twist, the loss is that between those of first order. */
    @Test
    void aTwistAloneIsBoundedByItsExtremes() {
        PrismPiece piece = PrismPiece.of(new double[] {10, 0, 0, 0, 4, 0, 0, 0}, 8, SQUARE);
        double[] bounds = new double[Piece.NUMBERS];
        piece.bounds(10.5, new Bend(), bounds);
        assertThat(bounds).containsExactly(0, 8, 0, 4);
        piece.bounds(10, new Bend(), bounds);
        assertThat(bounds).containsExactly(0, 8, 8, 4);
    }

    /** A flat dose that rises with height alone has its loss from two nearby doses. */
    @Test
    void aPieceThatIsLevelAcrossHasItsLossFromTwoDoses() {
        PrismPiece piece = PrismPiece.of(linear(10, 0, 0, 4), 8, SQUARE);
        double[] bounds = new double[Piece.NUMBERS];
        piece.bounds(11, new Bend(), bounds);
        assertThat(bounds[Piece.LIKELY]).isCloseTo(2, within(1e-12));
        assertThat(bounds[Piece.LEAST]).isEqualTo(bounds[Piece.MOST]);
        assertThat(bounds[Piece.PER_GY]).isCloseTo(2, within(1e-9));
        PrismPiece flat = PrismPiece.of(linear(10, 0, 0, 0), 8, SQUARE);
        flat.bounds(10.0, new Bend(), bounds);
        assertThat(bounds).containsExactly(8, 8, 8, 0);
    }

    @Test
    void whatIsKnownOfADoseIsKeptForThatDoseOnly() {
        PrismPiece piece = PrismPiece.of(linear(10, 2, 2, 0), 8, SQUARE);
        Bend bend = new Bend();
        assertThat(piece.known(11, bend)[Piece.LIKELY]).isCloseTo(1, within(1e-12));
        assertThat(piece.known(10, bend)[Piece.LIKELY]).isCloseTo(4, within(1e-12));
        double[] known = piece.known(9, bend);
        assertThat(known[Piece.LIKELY]).isCloseTo(7, within(1e-12));
        assertThat(piece.known(9, bend)).isSameAs(known);
    }

    @Test
    void aRingWithoutAreaIsNoPiece() {
        RingStack rings = new RingStack();
        rings.push(new double[] {0.2, 0.1, 0.2, 0.9, 0.2, 0.4});
        rings.push(new double[] {0.1, 0.3, 0.9, 0.3, 0.5, 0.3});
        rings.push(new double[] {0, 0, 0, 1, 1, 1});
        rings.push(new double[] {0.5, 0.5, 1, 0.5, 1, 1});
        Prisms prisms = new Prisms(4);
        for (int i = 0; i < 4; i++) {
            prisms.add(0, 0, rings, i, i + 1, 0, 1, 0, 1);
        }
        double[] dose = linear(10, 4, 2, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(PrismPiece.of(dose, 8, prisms, i)).isNull();
        }
        PrismPiece piece = PrismPiece.of(dose, 8, prisms, 3);
        assertThat(piece).isNotNull();
        assertThat(piece.mm3).isEqualTo(1);
        assertThat(piece.lowestGy()).isCloseTo(9.5, within(1e-12));
        assertThat(piece.highestGy()).isCloseTo(13.5, within(1e-12));
    }
}
