package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** Bounds of second order against dividing the same piece many times with the bounds of first order alone. */
class BendTest {
    /** Rounding of closed forms, as a share of the volume. */
    private static final double ROUNDING = 1e-9;

    /** A dose in a box: slopes of any size and direction, twists from none to more than the slopes. */
    private static double[] dose(SplittableRandom random) {
        double[] f = new double[Trilinear.SIZE];
        f[Trilinear.MEAN] = random.nextDouble(20);
        double steep = Math.pow(10, -random.nextDouble(3));
        for (int i = Trilinear.A; i <= Trilinear.C; i++) {
            f[i] = slope(random, 4 * steep);
        }
        double twist = 4 * steep * Math.pow(10, -random.nextDouble(3));
        for (int i = Trilinear.AB; i <= Trilinear.ABC; i++) {
            f[i] = slope(random, twist);
        }
        return f;
    }

    /** Now and then nothing, or next to nothing. */
    private static double slope(SplittableRandom random, double scale) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> random.nextDouble(-scale, scale) * Math.pow(10, -random.nextDouble(12));
            default -> random.nextDouble(-scale, scale);
        };
    }

    /** Counter-clockwise: a triangle, a box, a star with notches, or one with a hole and the way to it and back. */
    private static double[] polygon(SplittableRandom random) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return new double[] {0.2, 0.1, 0.2 + random.nextDouble(0.8), 0.1, 0.2, 0.1 + random.nextDouble(0.9)};
        }
        if (kind == 1) {
            double x = random.nextDouble(0.9);
            double y = random.nextDouble(0.9);
            return new double[] {x, y, 1, y, 1, 1, x, 1};
        }
        double[] outer = star(random, (kind == 2 ? 3 : 8) + random.nextInt(9), 0.3, 0.5);
        if (kind == 2) {
            return outer;
        }
        double[] hole = star(random, 3 + random.nextInt(5), 0.05, 0.25);
        double[] all = new double[outer.length + hole.length + 4];
        System.arraycopy(outer, 0, all, 0, outer.length);
        all[outer.length] = outer[0];
        all[outer.length + 1] = outer[1];
        int to = outer.length + 2;
        all[to] = hole[0];
        all[to + 1] = hole[1];
        for (int i = hole.length - 2; i >= 0; i -= 2) {
            to += 2;
            all[to] = hole[i];
            all[to + 1] = hole[i + 1];
        }
        return all;
    }

    private static double[] star(SplittableRandom random, int n, double least, double most) {
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double r = random.nextDouble(least, most);
            xy[2 * i] = 0.5 + r * Math.cos(2 * Math.PI * i / n);
            xy[2 * i + 1] = 0.5 + r * Math.sin(2 * Math.PI * i / n);
        }
        return xy;
    }

    /** Bounds by dividing down to a remainder, or a number of times. */
    private static double[] divided(Piece p, double d, double remainderGy, int times) {
        if (p.bottomGy() >= d) {
            return new double[] {p.mm3, p.mm3};
        }
        if (p.topGy() <= d) {
            return new double[2];
        }
        if (times == 0 || p.remainderGy() <= remainderGy) {
            return new double[] {p.leastMm3Above(d), p.mostMm3Above(d)};
        }
        List<Piece> halves = new ArrayList<>();
        p.split(halves);
        double[] sum = new double[2];
        for (Piece h : halves) {
            double[] part = divided(h, d, remainderGy, times - 1);
            sum[0] += part[0];
            sum[1] += part[1];
        }
        return sum;
    }

    private record Case(double[] dose, double[] polygon, double share) {
        /** A dose in the range of a piece. */
        double dose(Piece p) {
            return p.bottomGy() + share * (p.topGy() - p.bottomGy());
        }

        static Case random(SplittableRandom random) {
            return new Case(BendTest.dose(random), BendTest.polygon(random), random.nextDouble());
        }
    }

    @Test
    void theTruthInAPrismLiesWithinTheBounds() {
        int[] closer = new int[2];
        Property.forAll(4000, Case::random, c -> {
            PrismPiece p = PrismPiece.of(c.dose, 8, c.polygon);
            double d = c.dose(p);
            double[] bounds = new double[Piece.NUMBERS];
            p.bounds(d, new Bend(), bounds);
            assertHolds(bounds, divided(p, d, p.remainderGy() / 200, 14), p.mm3);
            count(bounds, p, d, closer);
        });
        assertThat(closer[1]).as("at least twice as close").isGreaterThan(2 * closer[0]);
    }

    @Test
    void theTruthInABoxLiesWithinTheBounds() {
        int[] closer = new int[2];
        double[] all = {0, 0, 1, 0, 1, 1, 0, 1};
        Property.forAll(4000, Case::random, c -> {
            PrismPiece p = PrismPiece.of(c.dose, 8, all);
            BoxTable boxes = new BoxTable();
            boxes.add(c.dose, 0, 8);
            double d = c.dose(p);
            double[] bounds = new double[Piece.NUMBERS];
            boxes.bounds(d, 0, null, new Bend(), bounds);
            assertHolds(bounds, divided(p, d, p.remainderGy() / 200, 14), p.mm3);
            count(bounds, p, d, closer);
        });
        assertThat(closer[1]).as("at least twice as close").isGreaterThan(2 * closer[0]);
    }

    private static void assertHolds(double[] bounds, double[] truth, double mm3) {
        double slack = ROUNDING * mm3;
        assertThat(bounds[Piece.LEAST]).isLessThanOrEqualTo(truth[1] + slack);
        assertThat(bounds[Piece.MOST]).isGreaterThanOrEqualTo(truth[0] - slack);
        assertThat(bounds[Piece.LIKELY]).isBetween(bounds[Piece.LEAST], bounds[Piece.MOST]);
    }

    private static void count(double[] bounds, Piece p, double d, int[] closer) {
        double first = p.mostMm3Above(d) - p.leastMm3Above(d);
        if (first > ROUNDING * p.mm3) {
            closer[bounds[Piece.MOST] - bounds[Piece.LEAST] < first / 2 ? 1 : 0]++;
        }
    }

    /** Halving a cell's twists makes its interval four times as narrow, not twice, where nothing is crossed but edges. */
    @Test
    void theIntervalShrinksWithTheSquareOfTheRemainder() {
        Property.forAll(200, Case::random, c -> {
            double[] f = {10, 1.1, 0.7, 0.4, 0.1, 0.08, 0.05, 0.02};
            double d = 9.6 + 0.8 * c.share;
            double last = Double.NaN;
            for (int halving = 0; halving < 5; halving++) {
                PrismPiece p = PrismPiece.of(f, 1, c.polygon);
                double[] bounds = new double[Piece.NUMBERS];
                p.bounds(d, new Bend(), bounds);
                double width = bounds[Piece.MOST] - bounds[Piece.LEAST];
                if (halving > 0) {
                    assertThat(width).isLessThanOrEqualTo(0.4 * last + 1e-6);
                }
                last = width;
                for (int i = Trilinear.AB; i <= Trilinear.ABC; i++) {
                    f[i] /= 2;
                }
            }
        });
    }

    /** A saddle and a flat cell have no direction along which the dose surely rises: the bounds of first order stay. */
    @Test
    void withoutASteadySlopeTheBoundsAreThoseOfFirstOrder() {
        double[] saddle = {10, 0.1, 0, 0, 2, 0, 0, 0};
        double[] flat = {10, 0, 0, 0, 0, 0, 0, 0};
        for (double[] f : List.of(saddle, flat)) {
            assertThat(new Bend().box(f, 0, 10)).isFalse();
            PrismPiece p = PrismPiece.of(f, 1, new double[] {0, 0, 1, 0, 1, 1, 0, 1});
            double[] bounds = new double[Piece.NUMBERS];
            p.bounds(10, new Bend(), bounds);
            assertThat(bounds[Piece.LEAST]).isEqualTo(p.leastMm3Above(10));
            assertThat(bounds[Piece.MOST]).isEqualTo(p.mostMm3Above(10));
        }
    }
}
