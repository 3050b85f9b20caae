package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** Convex bodies cut along planes, and under linear functions. */
class PolyhedronTest {
    /** A box between two corners. */
    static Polyhedron box(double x0, double y0, double z0, double x1, double y1, double z1) {
        double[][] low = {{x0, y0, z0}, {x1, y0, z0}, {x1, y1, z0}, {x0, y1, z0}};
        double[][] high = {{x0, y0, z1}, {x1, y0, z1}, {x1, y1, z1}, {x0, y1, z1}};
        return Polyhedron.prism(low, high);
    }

    /** A sheared box in the unit cube. */
    static Polyhedron random(SplittableRandom random) {
        double x = random.nextDouble(0.1, 0.3);
        double y = random.nextDouble(0.1, 0.3);
        double z = random.nextDouble(0.1, 0.3);
        double[] a = {random.nextDouble(0.2, 0.3), random.nextDouble(-0.1, 0.1), random.nextDouble(-0.05, 0.2)};
        double[] b = {random.nextDouble(-0.1, 0.2), random.nextDouble(0.2, 0.3), random.nextDouble(-0.05, 0.2)};
        double[] c = {random.nextDouble(0.05, 0.2), random.nextDouble(-0.1, 0.2), random.nextDouble(0.2, 0.3)};
        double[][] low = new double[4][3];
        double[][] high = new double[4][3];
        for (int i = 0; i < 4; i++) {
            int alongA = i == 1 || i == 2 ? 1 : 0;
            int alongB = i >> 1;
            for (int k = 0; k < 3; k++) {
                low[i][k] = (k == 0 ? x : k == 1 ? y : z) + alongA * a[k] + alongB * b[k];
                high[i][k] = low[i][k] + c[k];
            }
        }
        return Polyhedron.prism(low, high);
    }

    @Test
    void aBoxHasItsVolumeWhicheverWayItsCornersRun() {
        assertThat(box(1, 2, 3, 3, 5, 7).volume()).isCloseTo(24, within(1e-12));
        assertThat(box(3, 2, 3, 1, 5, 7).volume()).isCloseTo(24, within(1e-12));
        assertThat(box(1, 2, 7, 3, 5, 3).volume()).isCloseTo(24, within(1e-12));
        Polyhedron body = box(1, 2, 3, 3, 5, 7);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(body.min(axis)).isEqualTo(axis + 1);
            assertThat(body.max(axis)).isEqualTo(2 * axis + 3);
        }
    }

    /** The flux of (x, 0, 0) out of a closed surface is its volume, whatever its faces are. */
    private static double flux(Polyhedron body) {
        double sum = 0;
        for (double[] f : body.faces()) {
            for (int i = 3; i + 5 < f.length; i += 3) {
                double area = ((f[i + 1] - f[1]) * (f[i + 5] - f[2]) - (f[i + 4] - f[1]) * (f[i + 2] - f[2])) / 2;
                sum += area * (f[0] + f[i] + f[i + 3]) / 3;
            }
        }
        return sum;
    }

    @Test
    void facesRunCounterClockwiseSeenFromOutside() {
        assertThat(flux(box(1, 2, 3, 3, 5, 7))).isCloseTo(24, within(1e-12));
        assertThat(flux(box(3, 2, 3, 1, 5, 7))).isCloseTo(24, within(1e-12));
    }

    @Test
    void bothSidesOfAPlaneAreTheWhole() {
        Property.forAll(200, random -> random, random -> {
            Polyhedron body = random(random);
            for (int n = 0; n < 3; n++) {
                int axis = random.nextInt(3);
                double at = body.min(axis) + random.nextDouble(0.1, 0.9) * (body.max(axis) - body.min(axis));
                Polyhedron below = body.keep(axis, at, false);
                Polyhedron above = body.keep(axis, at, true);
                assertThat(below.max(axis)).isEqualTo(at);
                assertThat(above.min(axis)).isEqualTo(at);
                assertThat(below.volume() + above.volume()).isCloseTo(body.volume(), within(1e-12));
                assertThat(flux(below)).isCloseTo(below.volume(), within(1e-12));
                assertThat(flux(above)).isCloseTo(above.volume(), within(1e-12));
                body = random.nextBoolean() ? below : above;
            }
        });
    }

    @Test
    void aPlaneThroughCornersCutsAWedge() {
        // A triangle from (0,0) to (2,0) and (0,2), one high, as a quadrilateral with a corner in a side.
        double[][] low = {{0, 0, 0}, {2, 0, 0}, {1, 1, 0}, {0, 2, 0}};
        double[][] high = {{0, 0, 1}, {2, 0, 1}, {1, 1, 1}, {0, 2, 1}};
        Polyhedron wedge = Polyhedron.prism(low, high);
        assertThat(wedge.keep(0, 1, false).volume()).isCloseTo(1.5, within(1e-12));
        assertThat(wedge.keep(0, 1, true).volume()).isCloseTo(0.5, within(1e-12));
        assertThat(flux(wedge.keep(0, 1, true))).isCloseTo(0.5, within(1e-12));
        assertThat(flux(wedge.keep(1, 1, false))).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void aPlaneBesideABodyKeepsAllOrNothing() {
        Polyhedron body = box(1, 2, 3, 3, 5, 7);
        assertThat(body.keep(0, 1, true)).isSameAs(body);
        assertThat(body.keep(0, 3, false)).isSameAs(body);
        assertThat(body.keep(0, 1, false)).isNull();
        assertThat(body.keep(0, 3, true)).isNull();
    }

    @Test
    void inUnitsOfItsBoxABoxIsTheUnitCube() {
        Polyhedron unit = box(1, 2, 3, 3, 5, 7).inUnits(new double[] {1, 2, 3}, new double[] {2, 3, 4});
        for (int axis = 0; axis < 3; axis++) {
            assertThat(unit.min(axis)).isZero();
            assertThat(unit.max(axis)).isEqualTo(1);
        }
        assertThat(unit.volume()).isCloseTo(1, within(1e-12));
        // Rounding beyond a face is cut off.
        assertThat(box(0, 0, 0, 3, 1, 1)
                        .inUnits(new double[] {1, 0, 0}, new double[] {1, 1, 1})
                        .max(0))
                .isEqualTo(1);
    }

    @Test
    void aCutCubeIsACutBox() {
        Polyhedron cube = box(0, 0, 0, 1, 1, 1);
        Property.forAll(200, PrismPieceTest::slopes, dose -> {
            PolyhedronCut cut = new PolyhedronCut(dose[0], dose[1], dose[2], dose[3], cube, 1);
            BoxCut box = new BoxCut();
            box.set(dose, 0);
            double half = Trilinear.range(dose, 0) / 2;
            assertThat(cut.lowest()).isCloseTo(dose[0] - half, within(1e-12));
            assertThat(cut.highest()).isCloseTo(dose[0] + half, within(1e-12));
            for (double share : new double[] {-0.1, 0.03, 0.2, 0.5, 0.9, 1.1}) {
                double d = dose[0] + half * (2 * share - 1);
                if (half > 0.1) {
                    assertThat(cut.volumeAbove(d)).isCloseTo(box.shareAbove(d), within(1e-8));
                }
            }
        });
    }

    /** What a plane cuts off is what is above it. */
    @Test
    void theVolumeAboveAHeightIsThatOfTheUpperPart() {
        Property.forAll(200, random -> random, random -> {
            Polyhedron body = random(random);
            double z = body.min(2) + random.nextDouble() * (body.max(2) - body.min(2));
            PolyhedronCut cut = new PolyhedronCut(7, 0, 0, 4, body, body.volume());
            assertThat(cut.volumeAbove(5 + 4 * z))
                    .isCloseTo(body.keep(2, z, true).volume(), within(1e-12));
        });
    }

    @Test
    void aFlatBodyReceivesItsDoseAndNoMore() {
        PolyhedronCut cut = new PolyhedronCut(7, 0, 0, 0, box(0, 0, 0, 1, 1, 1), 1);
        assertThat(cut.volumeAbove(7)).isEqualTo(1);
        assertThat(cut.volumeAbove(Math.nextUp(7.0))).isZero();
    }

    @Test
    void aPieceIsTheCutBodyTimesTheBoxesVolume() {
        PolyhedronPiece cube = PolyhedronPiece.of(PrismPieceTest.linear(10, 0, 0, 4), 8, box(0, 0, 0.25, 1, 0.5, 0.75));
        assertThat(cube.mm3).isCloseTo(2, within(1e-12));
        assertThat(cube.lowestGy()).isCloseTo(9, within(1e-12));
        assertThat(cube.highestGy()).isCloseTo(11, within(1e-12));
        assertThat(cube.linearMm3Above(10.5)).isCloseTo(0.5, within(1e-12));
        assertThat(cube.linearMm3Above(9.5)).isCloseTo(1.5, within(1e-12));
        assertThat(PolyhedronPiece.of(new double[8], 8, box(0, 0, 0.5, 1, 1, 0.5)))
                .isNull();
    }

    @Test
    void halvesOfAPieceShareNoVolumeAndHaveTheSameDose() {
        Property.forAll(100, random -> random, random -> {
            double[] dose = {10, 1, -2, 3, 0, 0, 0, 0};
            int axis = random.nextInt(3);
            // Twists along one axis, which is then the worst; too small to change a volume.
            dose[axis == 2 ? Trilinear.AC : Trilinear.AB] = 2e-13;
            dose[axis == 0 ? Trilinear.AC : Trilinear.BC] = 1e-13;
            PolyhedronPiece piece = PolyhedronPiece.of(dose, 5, random(random));
            List<Piece> halves = new ArrayList<>();
            piece.split(halves);
            assertThat(halves).hasSize(2);
            assertThat(Math.max(halves.get(0).remainderGy(), halves.get(1).remainderGy()))
                    .isLessThan(0.76 * piece.remainderGy());
            for (double share : new double[] {0, 0.2, 0.6, 0.9}) {
                double d = piece.lowestGy() + share * (piece.highestGy() - piece.lowestGy());
                assertThat(halves.get(0).linearMm3Above(d) + halves.get(1).linearMm3Above(d))
                        .isCloseTo(piece.linearMm3Above(d), within(1e-9));
            }
        });
    }

    /** Bounds of first order: volumes above a dose moved by the remainder. */
    @Test
    void aTwistMovesTheDoseByItsExtremes() {
        double[] dose = {10, 0, 4, 0, 0, 2, 0, 0};
        PolyhedronPiece piece = PolyhedronPiece.of(dose, 8, box(0, 0, 0, 1, 1, 1));
        double[] bounds = new double[Piece.NUMBERS];
        piece.bounds(9, new Bend(), bounds);
        double[] expected = {5, 7, 6, 2};
        for (int i = 0; i < expected.length; i++) {
            assertThat(bounds[i]).isCloseTo(expected[i], within(1e-12));
        }
        assertThat(piece.bottomGy()).isCloseTo(7.5, within(1e-12));
        assertThat(piece.topGy()).isCloseTo(12.5, within(1e-12));
        assertThat(piece.remainderGy()).isCloseTo(0.5, within(1e-12));
        assertThat(piece.cubes(new TruncatedCubes(), 0)).isFalse();
    }

    /** Without a remainder the loss comes from two doses close by. */
    @Test
    void theLossOfALinearDoseIsItsSlope() {
        PolyhedronPiece piece = PolyhedronPiece.of(PrismPieceTest.linear(10, 0, 4, 0), 8, box(0, 0, 0, 1, 1, 1));
        double[] bounds = new double[Piece.NUMBERS];
        piece.bounds(9, new Bend(), bounds);
        assertThat(bounds[Piece.PER_GY]).isCloseTo(2, within(1e-9));
    }
}
