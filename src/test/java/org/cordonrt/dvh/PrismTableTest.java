package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** Many prisms at a time against each alone. */
class PrismTableTest {
    private static Prisms prisms(List<double[]> polygons) {
        Prisms prisms = new Prisms(1);
        RingStack rings = new RingStack();
        for (double[] p : polygons) {
            rings.push(p);
            prisms.add(0, 0, rings, rings.size() - 1, rings.size(), 0, 1, 0, 1);
        }
        return prisms;
    }

    /** The dose of the unit cell on the box around a polygon. */
    private static double[] around(Prisms prisms, int i, double[] dose) {
        double[] f = new double[Trilinear.SIZE];
        double wx = prisms.maxX(i) - prisms.minX(i);
        double wy = prisms.maxY(i) - prisms.minY(i);
        Trilinear.restrict(dose, 0, prisms.minX(i) + wx / 2 - 0.5, prisms.minY(i) + wy / 2 - 0.5, 0, wx, wy, 1, f, 0);
        return f;
    }

    private static double[] bounds(double[] dose, double[] polygon, double d) {
        Prisms prisms = prisms(List.of(polygon));
        PrismTable table = new PrismTable(prisms);
        table.add(0, around(prisms, 0, dose), 8 * prisms.area(0));
        return new double[] {table.leastMm3Above(d), table.mostMm3Above(d)};
    }

    @Test
    void theBoundsOfManyAreTheSumOfTheBoundsOfEach() {
        Property.forAll(20, random -> random, random -> {
            List<double[]> polygons = new ArrayList<>();
            for (int i = 0; i < 70; i++) {
                polygons.add(PrismPieceTest.star(random));
            }
            Prisms prisms = prisms(polygons);
            PrismTable table = new PrismTable(prisms);
            double d = random.nextDouble(9, 11);
            for (int n = 0; n < 2; n++) {
                double least = 0;
                double most = 0;
                table.clear();
                for (int i = 0; i < polygons.size(); i += 1 + n) {
                    double[] dose = PrismPieceTest.linear(
                            random.nextDouble(9, 11),
                            random.nextDouble(0.5, 2),
                            random.nextDouble(-2, 2),
                            random.nextDouble(-2, 2));
                    dose[Trilinear.AB] = random.nextDouble(0.3);
                    dose[Trilinear.AC] = -random.nextDouble(0.2);
                    table.add(i, around(prisms, i, dose), 8 * prisms.area(i));
                    PrismPiece piece = PrismPiece.of(dose, 8, polygons.get(i));
                    least += piece.leastMm3Above(d);
                    most += piece.mostMm3Above(d);
                }
                assertThat(table.leastMm3Above(d)).isCloseTo(least, within(1e-6));
                assertThat(table.mostMm3Above(d)).isCloseTo(most, within(1e-6));
                assertThat(least).isLessThan(most);
            }
        });
    }

    /** A slope too small to divide by moves the dose by half of what it changes, to the sure side. */
    @Test
    void aNearlyLevelSlopeWidensTheBoundsByWhatItChanges() {
        Property.forAll(200, random -> random, random -> {
            double[] dose = PrismPieceTest.slopes(random);
            double[] polygon = PrismPieceTest.star(random);
            PrismPiece piece = PrismPiece.of(dose, 8, polygon);
            double range = piece.highestGy() - piece.lowestGy();
            double d = piece.lowestGy() + random.nextDouble() * range;
            double[] bounds = bounds(dose, polygon, d);
            double rounding = 1e-7;
            assertThat(bounds[0]).isLessThanOrEqualTo(piece.linearMm3Above(d) + rounding);
            assertThat(bounds[1]).isGreaterThanOrEqualTo(piece.linearMm3Above(d) - rounding);
            double moved = 1e-5 * range + 1e-12;
            assertThat(bounds[0]).isGreaterThanOrEqualTo(piece.linearMm3Above(d + moved) - rounding);
            assertThat(bounds[1]).isLessThanOrEqualTo(piece.linearMm3Above(d - moved) + rounding);
        });
    }

    @Test
    void aFlatPieceMayOrMayNotReceiveItsDose() {
        double[] square = {0, 0, 1, 0, 1, 1, 0, 1};
        double[] flat = PrismPieceTest.linear(10, 0, 0, 0);
        assertThat(bounds(flat, square, 9.9)).containsExactly(8, 8);
        assertThat(bounds(flat, square, 10.1)).containsExactly(0, 0);
        assertThat(bounds(PrismPieceTest.linear(10, 0, 0, 4), square, 11)).containsExactly(2, 2);
        assertThat(bounds(PrismPieceTest.linear(10, 0, 4, 0), square, 9)).containsExactly(6, 6);
    }

    @Test
    void aTwistMovesTheDoseByItsExtremes() {
        double[] square = {0, 0, 1, 0, 1, 1, 0, 1};
        double[] twisted = PrismPieceTest.linear(10, 0, 4, 0);
        twisted[Trilinear.AC] = 2;
        // By half a gray, either way.
        assertThat(bounds(twisted, square, 9)).containsExactly(5, 7);
    }
}
