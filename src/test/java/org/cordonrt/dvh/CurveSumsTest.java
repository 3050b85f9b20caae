package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** Volumes added up from moments of cubes against the closed form at each dose. */
class CurveSumsTest {
    private static final int SIZE = 700;

    private record Case(double[] dose, double[] polygon, double mm3, double stepGy) {}

    private static Case random(SplittableRandom random) {
        double[] dose = new double[Trilinear.SIZE];
        dose[Trilinear.MEAN] = 5 + random.nextDouble() * 5;
        for (int i : new int[] {Trilinear.A, Trilinear.B, Trilinear.C}) {
            double slope = Math.exp(-4 + 5 * random.nextDouble());
            dose[i] = random.nextBoolean() ? slope : -slope;
        }
        double[] polygon = new double[2 * (3 + random.nextInt(6))];
        double turn = random.nextDouble();
        for (int i = 0; i < polygon.length; i += 2) {
            double angle = 2 * Math.PI * (i / 2 + turn) / (polygon.length / 2.0);
            polygon[i] = 0.5 + 0.5 * Math.cos(angle);
            polygon[i + 1] = 0.5 + 0.4 * Math.sin(angle);
        }
        return new Case(dose, polygon, 0.1 + random.nextDouble() * 8, 0.02 + 0.02 * random.nextDouble());
    }

    private static int lowest(double gy, double step) {
        return Math.max(0, (int) Math.ceil(gy / step));
    }

    private static int highest(double gy, double step) {
        return Math.min(SIZE - 1, (int) Math.floor(gy / step));
    }

    private interface Above {
        double mm3(double d);
    }

    /** @return 1 if the piece was one for cubes */
    private static int compare(TruncatedCubes cubes, double mm3, double lo, double hi, double step, Above truth) {
        int first = lowest(lo, step);
        int last = highest(hi, step);
        if (first > last || !CurveSums.suits(cubes, mm3, hi - lo, step)) {
            return 0;
        }
        CurveSums sums = new CurveSums(step, SIZE);
        sums.add(cubes, first, last, 0);
        double[] found = sums.build();
        for (int i = CurveSums.beginning(first); i < SIZE; i++) {
            assertThat(found[i]).as("at dose " + i).isCloseTo(truth.mm3(i * step), within(1e-7 * mm3));
        }
        for (int i = 0; i < CurveSums.beginning(first); i++) {
            assertThat(found[i]).as("left to the caller").isZero();
        }
        return 1;
    }

    @Test
    void aBoxAddedAsCubesIsTheBox() {
        int[] added = {0};
        Property.forAll(400, CurveSumsTest::random, c -> {
            TruncatedCubes cubes = new TruncatedCubes();
            cubes.box(c.dose, 0, c.mm3, 0);
            BoxCut cut = new BoxCut();
            cut.set(c.dose, 0);
            double half = Trilinear.range(c.dose, 0) / 2;
            added[0] +=
                    compare(cubes, c.mm3, c.dose[0] - half, c.dose[0] + half, c.stepGy, d -> c.mm3 * cut.shareAbove(d));
        });
        assertThat(added[0]).isGreaterThan(Property.cases(400) / 4);
    }

    @Test
    void aPrismAddedAsCubesIsThePrism() {
        int[] added = {0};
        Property.forAll(400, CurveSumsTest::random, c -> {
            PrismPiece piece = PrismPiece.of(c.dose, c.mm3, c.polygon);
            TruncatedCubes cubes = new TruncatedCubes();
            assertThat(piece.cubes(cubes, 0)).isTrue();
            added[0] += compare(cubes, piece.mm3, piece.lowestGy(), piece.highestGy(), c.stepGy, piece::linearMm3Above);
        });
        assertThat(added[0]).isGreaterThan(Property.cases(400) / 4);
    }

    /** A level edge makes the form fail; the piece says so by weights that suit no bound. */
    @Test
    void aLevelEdgeIsNotAddedAsCubes() {
        double[] dose = new double[Trilinear.SIZE];
        dose[Trilinear.MEAN] = 10;
        dose[Trilinear.A] = 2;
        dose[Trilinear.C] = 1;
        TruncatedCubes cubes = new TruncatedCubes();

        cubes.box(dose, 0, 8, 0);
        assertThat(CurveSums.suits(cubes, 8, 3, 0.01)).isFalse();

        PrismPiece square = PrismPiece.of(dose, 8, new double[] {0, 0, 1, 0, 1, 1, 0, 1});
        square.cubes(cubes, 0);
        assertThat(CurveSums.suits(cubes, 8, 3, 0.01)).isFalse();
    }

    @Test
    void aPrismThatIsLevelAcrossOrAlongItsHeightHasNoCubes() {
        double[] square = {0, 0, 1, 0, 1, 1, 0, 1};
        for (int axis : new int[] {Trilinear.A, Trilinear.C}) {
            double[] dose = new double[Trilinear.SIZE];
            dose[Trilinear.MEAN] = 10;
            dose[axis] = 2;
            assertThat(PrismPiece.of(dose, 8, square).cubes(new TruncatedCubes(), 0))
                    .isFalse();
        }
    }

    /** Tilted, the function is nowhere off by more than it says. */
    @Test
    void aTiltMakesTheFormHoldAndMovesTheVolumeByLittle() {
        double tiltGy = 0.01;
        double moved = TruncatedCubes.MOVED * tiltGy;
        double[] dose = new double[Trilinear.SIZE];
        dose[Trilinear.MEAN] = 7;
        dose[Trilinear.A] = 2;
        dose[Trilinear.B] = -1;
        TruncatedCubes cubes = new TruncatedCubes();
        BoxCut cut = new BoxCut();
        cut.set(dose, 0);
        cubes.box(dose, 0, 8, tiltGy);
        assertBetween(cubes, d -> 8 * cut.shareAbove(d + moved), d -> 8 * cut.shareAbove(d - moved));

        PrismPiece square = PrismPiece.of(dose, 8, new double[] {0, 0, 1, 0, 1, 1, 0, 1});
        square.cubes(cubes, tiltGy);
        assertBetween(cubes, d -> square.linearMm3Above(d + moved), d -> square.linearMm3Above(d - moved));
    }

    private static void assertBetween(TruncatedCubes cubes, Above least, Above most) {
        assertThat(CurveSums.suits(cubes, 8, 3.1, 0.02)).isTrue();
        CurveSums sums = new CurveSums(0.02, SIZE);
        sums.add(cubes, 250, 450, 0);
        double[] found = sums.build();
        for (int i = 250; i < SIZE; i++) {
            assertThat(found[i]).as("at dose " + i).isBetween(least.mm3(i * 0.02) - 1e-6, most.mm3(i * 0.02) + 1e-6);
        }
    }

    @Test
    void volumesAddedOneByOneAreKept() {
        CurveSums sums = new CurveSums(0.1, 200);
        sums.add(3, 2);
        sums.add(3, 1.5);
        sums.add(199, 7);
        double[] found = sums.build();
        assertThat(found[3]).isEqualTo(3.5);
        assertThat(found[199]).isEqualTo(7);
        assertThat(found[4]).isZero();
    }

    /** The moments restart every 64 doses; fewer than a dozen doses are found one by one. */
    @Test
    void aPieceBeginsWithItsBlockAndIsWorthItWhenItSpansMany() {
        assertThat(CurveSums.beginning(63)).isZero();
        assertThat(CurveSums.beginning(64)).isEqualTo(64);
        assertThat(CurveSums.beginning(200)).isEqualTo(192);
        assertThat(CurveSums.isWorth(10, 21)).isFalse();
        assertThat(CurveSums.isWorth(10, 22)).isTrue();
    }

    /** 256 times 1.2e-16 of the weights and the cube of the range and 64 steps must stay below 1e-7 of the volume. */
    @Test
    void cubesSuitWhereTheirRoundingIsSmall() {
        TruncatedCubes cubes = new TruncatedCubes();
        double suits = 1e-7 / (256 * 1.2e-16 * Math.pow(1 + 0.64, 3));
        cubes.add(1, 0.499 * suits);
        cubes.add(2, -0.499 * suits);
        assertThat(CurveSums.suits(cubes, 1, 1, 0.01)).isTrue();
        assertThat(CurveSums.suits(cubes, 0.99, 1, 0.01)).isFalse();
        cubes.add(2, 0.003 * suits);
        assertThat(CurveSums.suits(cubes, 1, 1, 0.01)).isFalse();
    }

    @Test
    void cubesOfManyCornersAreKept() {
        TruncatedCubes cubes = new TruncatedCubes();
        for (int i = 0; i < 200; i++) {
            cubes.add(i, -2 * i);
        }
        assertThat(cubes.size()).isEqualTo(200);
        assertThat(cubes.at(150)).isEqualTo(150);
        assertThat(cubes.weight(150)).isEqualTo(-300);
        assertThat(cubes.weights()).isEqualTo(199 * 200);
        cubes.box(new double[] {0, 10, 1, 2, 4, 0, 0, 0, 0}, 1, 48, 0);
        assertThat(cubes.size()).isEqualTo(8);
        assertThat(cubes.weights()).isCloseTo(8, within(1e-12));
    }
}
