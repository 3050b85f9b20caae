package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    private static final double[] SQUARE = {0, 0, 1, 0, 1, 1, 0, 1};

    private static double[] dose(double mean, double a, double b, double c, double... twists) {
        double[] f = {mean, a, b, c, 0, 0, 0, 0};
        System.arraycopy(twists, 0, f, Trilinear.AB, twists.length);
        return f;
    }

    /** The linear part in the unit box, half-way up, at the corners of a polygon: its least and greatest value. */
    private static double[] range(double[] f, double[] xy) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xy.length; i += 2) {
            double v = f[0] + f[1] * (xy[i] - 0.5) + f[2] * (xy[i + 1] - 0.5);
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        return new double[] {least, most};
    }

    private static Bend prism(double[] f, double d, double[] xy) {
        Bend bend = new Bend();
        double[] range = range(f, xy);
        double[] m = new double[4];
        Moments.add(xy, 0, xy.length, m, 0);
        assertThat(bend.prism(f, d, xy, 0, xy.length, 0.5, 0.5, 1, 1, range[0], range[1], m[0]))
                .isTrue();
        return bend;
    }

    private static Bend box(double[] f, double d) {
        Bend bend = new Bend();
        assertThat(bend.box(f, 0, d)).isTrue();
        return bend;
    }

    private static double[] numbers(Bend bend) {
        return new double[] {bend.shift(), bend.less(), bend.more(), bend.density()};
    }

    /** The shift is the integral of R / |grad L| over the surface, the density that of 1 / |grad L|: seen along C. */
    @Test
    void shiftAndDensityAreIntegralsOverTheSurface() {
        Property.forAll(60, random -> random, random -> {
            double x0 = random.nextDouble(0.4);
            double y0 = random.nextDouble(0.4);
            double x1 = random.nextDouble(0.6, 1);
            double y1 = random.nextDouble(0.6, 1);
            double sign = random.nextBoolean() ? 1 : -1;
            double[] f = dose(
                    9,
                    random.nextDouble(-2, 2),
                    random.nextDouble(0.1, 2),
                    sign * random.nextDouble(0.5, 4),
                    random.doubles(4, -0.3, 0.3).toArray());
            double d = 9 + random.nextDouble(-0.5, 0.5);
            Bend bend = new Bend();
            double[] xy = {x0, y0, x1, y0, x1, y1, x0, y1};
            double[] range = range(f, xy);
            if (!bend.prism(f, d, xy, 0, 8, 0.5, 0.5, 1, 1, range[0], range[1], (x1 - x0) * (y1 - y0))) {
                return;
            }
            int n = 300;
            double shift = 0;
            double density = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double x = x0 + (i + 0.5) / n * (x1 - x0) - 0.5;
                    double y = y0 + (j + 0.5) / n * (y1 - y0) - 0.5;
                    double z = (d - f[0] - f[1] * x - f[2] * y) / f[3];
                    if (Math.abs(z) <= 0.5) {
                        double share = (x1 - x0) * (y1 - y0) / n / n / Math.abs(f[3]);
                        density += share;
                        shift += share * (f[4] * x * y + f[5] * x * z + f[6] * y * z + f[7] * x * y * z);
                    }
                }
            }
            assertThat(bend.density()).isCloseTo(density, within(5e-3));
            assertThat(bend.shift()).isCloseTo(shift, within(2e-4));
        });
    }

    /** Upright, the surface is a line: here x = 1/4 from the middle, from y = -1/2 to 1/5. */
    @Test
    void onAnUprightSurfaceTheIntegralIsAlongALine() {
        double[] rectangle = {0, 0, 1, 0, 1, 0.7, 0, 0.7};
        // Rising or falling.
        for (double[] f : List.of(dose(10, 4, 0, 0, 0.8), dose(12, -4, 0, 0, 0.8))) {
            Bend bend = prism(f, 11, rectangle);
            assertThat(bend.density()).isCloseTo(0.7 / 4, within(1e-12));
            assertThat(bend.shift()).isCloseTo(0.8 / 4 * 0.25 * (0.04 - 0.25) / 2, within(1e-12));
        }
        // Along the diagonal of a square, where the product of x and y is -x^2.
        Bend slanted = prism(dose(10, 3, 3, 0, 0.6), 10, new double[] {0, 0, 1, 0, 1, 1, 0, 1});
        assertThat(slanted.density()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(slanted.shift()).isCloseTo(-0.6 / 3 / 12, within(1e-12));
    }

    /** A box has no axis of its own: turned and mirrored it has the same numbers. */
    @Test
    void aBoxTurnedAnyWayHasTheSameBounds() {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        Property.forAll(200, random -> random, random -> {
            double[] f = dose(
                    9,
                    random.nextDouble(-1, 1),
                    random.nextDouble(0.2, 2),
                    random.nextDouble(3, 4),
                    random.doubles(4, -0.6, 0.6).toArray());
            double d = 9 + random.nextDouble(-2.5, 2.5);
            double[] expected = numbers(box(f, d));
            for (int[] o : orders) {
                for (int mirror = 0; mirror < 8; mirror++) {
                    double[] s = new double[3];
                    for (int k = 0; k < 3; k++) {
                        s[k] = (mirror >> k & 1) == 0 ? 1 : -1;
                    }
                    double[] g = dose(9, 0, 0, 0);
                    for (int k = 0; k < 3; k++) {
                        g[1 + o[k]] = s[k] * f[1 + k];
                        for (int m = 0; m < k; m++) {
                            // AB, AC and BC lie at 3 more than the sum of A, B and C.
                            g[Trilinear.AB + o[k] + o[m] - 1] = s[k] * s[m] * f[Trilinear.AB + k + m - 1];
                        }
                    }
                    g[Trilinear.ABC] = s[0] * s[1] * s[2] * f[Trilinear.ABC];
                    double[] actual = numbers(box(g, d));
                    for (int k = 0; k < 4; k++) {
                        assertThat(actual[k]).isCloseTo(expected[k], within(1e-9));
                    }
                }
            }
        });
    }

    /** Slope 4, its change 0.2, remainder 0.1, all lines cut: density * remainder * change / least slope. */
    @Test
    void whereNoLineEndsTheBoundIsTheChangeOfTheSlope() {
        Bend bend = box(dose(10, 1, 0, 4, 0, 0.4), 10);
        assertThat(bend.density()).isCloseTo(0.25, within(1e-12));
        assertThat(bend.less()).isCloseTo(0.25 * 0.1 * 0.2 / 3.8, within(1e-12));
        assertThat(bend.more()).isCloseTo(bend.less(), within(1e-15));
        Bend three = box(dose(10, 1, 1, 4, 0.1, 0.2, 0.3, 0.4), 10);
        // Remainders: products of two from -0.4/4 to 0.6/4, of three 0.4/8; changes 0.1, 0.15 and 0.1.
        assertThat(three.less()).isCloseTo(three.density() * 0.2 * 0.35 / 3.65, within(1e-12));
    }

    /** Slopes 1 and 2, remainder 0.1: the strip at an end is (0.01 + 0.01) / 2 wide, the slope 2 everywhere. */
    @Test
    void anEndThatTheSurfaceReachesAddsToOneSideOnly() {
        double[] f = dose(10, 1, 0, 2, 0.4);
        for (double d : new double[] {10.45, 11, 11.55}) {
            assertThat(box(f, d).more()).isCloseTo(0.005, within(1e-12));
            assertThat(box(f, d).less()).isZero();
            assertThat(box(f, 20 - d).less()).isCloseTo(0.005, within(1e-12));
            assertThat(box(f, 20 - d).more()).isZero();
            assertThat(prism(f, d, SQUARE).more()).isCloseTo(0.005, within(1e-12));
            assertThat(prism(f, 20 - d, SQUARE).less()).isCloseTo(0.005, within(1e-12));
        }
        for (double d : new double[] {8.35, 9.65, 10, 10.35, 11.65}) {
            assertThat(box(f, d).more()).isZero();
            assertThat(box(f, d).less()).isZero();
            assertThat(prism(f, d, SQUARE).more()).isZero();
        }
        // No more than the remainder on all of the end.
        assertThat(box(dose(10, 0.01, 0, 2, 0.4), 11).more()).isCloseTo(0.05, within(1e-12));
        assertThat(prism(dose(10, 0.01, 0, 2, 0.4), 11, new double[] {0, 0, 1, 0, 1, 0.5, 0, 0.5})
                        .more())
                .isCloseTo(0.025, within(1e-12));
    }

    /**
     * Along A: 4 x + y + z / 2 reaches 2 on the wall x = 1/2 where |y| is 0.4 at most, as the remainder there is 0.15 and
     * half the rise 1/4. There it is 0.4 x y + 0.2 x z, 0.08 + 0.05 at most, and the slope across the wall is 1.
     */
    @Test
    void aWallThatTheSurfaceReachesAddsToOneSideOnly() {
        double[] f = dose(10, 4, 1, 0.5, 0.4, 0.2);
        Bend bend = prism(f, 12, SQUARE);
        double inside = bend.density() * 0.15 * 0.3 / 3.7;
        double wall = 2 * 0.13 * 0.13 / 2 / 3.7;
        assertThat(bend.less()).isCloseTo(inside, within(1e-12));
        assertThat(bend.more()).isCloseTo(inside + wall, within(1e-12));
        // On the other wall the same of the lesser doses.
        bend = prism(f, 8, SQUARE);
        inside = bend.density() * 0.15 * 0.3 / 3.7;
        assertThat(bend.less()).isCloseTo(inside + wall, within(1e-12));
        assertThat(bend.more()).isCloseTo(inside, within(1e-12));
    }

    /** A wall in steep dose along it is crossed in a short part; one in flat dose, in all of it, but no more than that. */
    @Test
    void aWallAlongTheSurfaceIsCrossedByTheRemainderAtMost() {
        // On x = 1/2 the dose is level: r = 0.2 y, from -0.1 to 0.1 on all of it.
        Bend bend = prism(dose(10, 4, 0, 0, 0.4), 12, SQUARE);
        double inside = bend.density() * 0.1 * 0.2 / 3.8;
        assertThat(bend.more()).isCloseTo(inside + 0.1 / 3.8, within(1e-12));
        assertThat(bend.less()).isCloseTo(inside, within(1e-12));
    }

    /** On the diagonal from (1/2, -1/2) to (-1/2, 1/2) the remainder 0.4 x y is a parabola from -0.1 up to 0. */
    @Test
    void alongASlantedWallTheRemainderIsAParabola() {
        double[] triangle = {0, 0, 1, 0, 0, 1};
        // 4 x + y on the diagonal: 1.5 to -1.5, reached within 0.1 of 0.
        double[] f = dose(10, 4, 1, 0, 0.4);
        Bend bend = prism(f, 10, triangle);
        double inside = bend.density() * 0.1 * 0.2 / 3.8;
        // Within 1/30 of the middle the parabola has risen to 0.4 / 900, an eighth of the difference is allowed for.
        double bulge = 2 * 0.4 / 900 / 8;
        double wall = (bulge * bulge + Math.pow(0.4 / 900 + bulge, 2)) / (2 * 3);
        assertThat(bend.more()).isCloseTo(inside + wall / 3.8, within(1e-12));
        assertThat(bend.less()).isCloseTo(inside, within(1e-12));
        // With 0.8 x y z instead the same parabola bounds it from both sides, at the upper and the lower end.
        bend = prism(dose(10, 4, 1, 0, 0, 0, 0, 0.8), 10, triangle);
        inside = bend.density() * 0.1 * 0.2 / 3.8;
        wall = 2 * Math.pow(0.4 / 900 * 1.25, 2) / (2 * 3);
        assertThat(bend.more()).isCloseTo(inside + wall / 3.8, within(1e-12));
        assertThat(bend.less()).isCloseTo(inside, within(1e-12));
    }

    /** Seen in a mirror that swaps A and B, a polygon has the same bounds; and turned by half a turn. */
    @Test
    void aPolygonMirroredHasTheSameBounds() {
        Property.forAll(300, random -> random, random -> {
            double[] f = dose(
                    9,
                    random.nextDouble(2, 4),
                    random.nextDouble(-1, 1),
                    random.nextDouble(-1, 1),
                    random.doubles(4, -0.5, 0.5).toArray());
            double[] xy = PrismPieceTest.star(random);
            double d = 9 + random.nextDouble(-1.5, 1.5);
            double[] expected = numbers(prism(f, d, xy));
            double[] swapped = new double[xy.length];
            double[] turned = new double[xy.length];
            for (int i = 0; i < xy.length; i += 2) {
                swapped[xy.length - 2 - i] = xy[i + 1];
                swapped[xy.length - 1 - i] = xy[i];
                turned[i] = 1 - xy[i];
                turned[i + 1] = 1 - xy[i + 1];
            }
            double[][] same = {
                numbers(prism(dose(9, f[2], f[1], f[3], f[4], f[6], f[5], f[7]), d, swapped)),
                numbers(prism(dose(9, -f[1], -f[2], f[3], f[4], -f[5], -f[6], f[7]), d, turned)),
                numbers(prism(dose(9, f[1], f[2], -f[3], f[4], -f[5], -f[6], -f[7]), d, xy))
            };
            for (double[] actual : same) {
                for (int k = 0; k < 4; k++) {
                    assertThat(actual[k]).isCloseTo(expected[k], within(1e-9));
                }
            }
        });
    }

    /** A dose whose slope may change by half, or whose remainder is a quarter of it, has no such bounds; nor a level one. */
    @Test
    void steadyMeansHalfTheSlopeAndAQuarterOfIt() {
        assertThat(new Bend().box(dose(10, 4, 1, 1, 3.9), 0, 10)).isTrue();
        assertThat(new Bend().box(dose(10, 4, 1, 1, 4.1), 0, 10)).isFalse();
        // The product of the two others changes no slope along the first.
        assertThat(new Bend().box(dose(10, 4, 1, 1, 0, 0, 3.9), 0, 10)).isTrue();
        assertThat(new Bend().box(dose(10, 4, 1, 1, 0, 0, 4.1), 0, 10)).isFalse();
        assertThat(new Bend().box(dose(10, 4, 0, 0), 0, 10)).isFalse();
    }
}
