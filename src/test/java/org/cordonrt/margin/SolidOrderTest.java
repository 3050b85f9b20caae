package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class SolidOrderTest {
    private static final double[] BOX = Shapes.rectangle(0, 0, 4, 4);
    private final SolidOrder order = new SolidOrder();

    private void assertBefore(SlabSolid lesser, SlabSolid greater) {
        assertThat(order.compare(lesser, greater)).isNegative();
        assertThat(order.compare(greater, lesser)).isPositive();
    }

    private static SlabSolid at(double z, double[]... polygons) {
        return Shapes.prism(Shapes.planes(z, 2, 3), polygons);
    }

    @Test
    void equalSolidsTie() {
        assertThat(order.compare(at(0, BOX), at(0, BOX))).isZero();
    }

    @Test
    void theDirectionOfPlanesComesFirst() {
        UnaryOperator<Point3> sagittal = p -> new Point3(p.z(), p.x(), p.y());
        SlabSolid across =
                Shapes.moved(sagittal).add(Shapes.planes(-90, 2, 3), BOX).solid();
        // By x of the normal: 0 before 1, however low the planes are.
        assertBefore(at(0, BOX), across);
    }

    @Test
    void thenTheSlabsFromBelow() {
        assertBefore(at(0, BOX), at(1, BOX));
        SlabSolid half = at(0, BOX);
        assertBefore(half, half.under(SolidModel.SLAB, new EndCap(0.5)));
        // The same planes, of which one ends earlier.
        SlabSolid whole = Shapes.prism(Shapes.planes(0, 2, 3), BOX);
        assertBefore(whole.between(-1, 4.5).orElseThrow(), whole);
        assertBefore(Shapes.prism(Shapes.planes(0, 2, 2), BOX).between(-1, 3).orElseThrow(), whole);
    }

    @Test
    void thenAreasAndThenOutlines() {
        assertBefore(at(0, BOX), at(0, Shapes.rectangle(0, 0, 4, 5)));
        assertBefore(at(0, Shapes.rectangle(-1, 0, 3, 4)), at(0, BOX));
        assertBefore(at(0, BOX), at(0, Shapes.rectangle(0, 1, 4, 5)));
        // As much area in one part as in two.
        SlabSolid one = at(0, Shapes.rectangle(0, 0, 2, 4));
        SlabSolid two = at(0, Shapes.rectangle(0, 0, 2, 2), Shapes.rectangle(8, 0, 10, 2));
        assertThat(order.compare(one, two)).isEqualTo(-order.compare(two, one)).isNotZero();
    }
}
