package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class RingCrossingTest {
    @Test
    void boxesAndHorseshoesDoNotCrossThemselves() {
        assertThat(RingCrossing.isSimple(Outlines.box(0, 0, 3, 2))).isTrue();
        assertThat(RingCrossing.isSimple(new double[] {0, 0, 10, 0, 10, 10, 8, 10, 8, 2, 2, 2, 2, 10, 0, 10}))
                .isTrue();
    }

    @Test
    void aFigureOfEightDoesWhereverItBegins() {
        double[] eight = {0, 0, 10, 10, 10, 0, 0, 10};
        for (int start = 0; start < 4; start++) {
            assertThat(RingCrossing.isSimple(Outlines.from(eight, start))).isFalse();
            assertThat(RingCrossing.isSimple(Rings.reversed(Outlines.from(eight, start))))
                    .isFalse();
        }
    }

    @Test
    void touchingIsNotCrossing() {
        // A corner on a side, a corner on a corner, and a channel run along twice.
        assertThat(RingCrossing.isSimple(new double[] {0, 0, 10, 0, 10, 10, 5, 0, 0, 10}))
                .isTrue();
        assertThat(RingCrossing.isSimple(new double[] {0, 0, 5, 5, 10, 0, 10, 10, 5, 5, 0, 10}))
                .isTrue();
        assertThat(RingCrossing.isSimple(
                        new double[] {0, 0, 4, 0, 4, 2, 2, 2, 2, 7, 7, 7, 7, 2, 4, 2, 4, 0, 10, 0, 10, 10, 0, 10}))
                .isTrue();
    }

    @Test
    void randomRingsAsTheyAre() {
        GeometryFactory factory = new GeometryFactory();
        Property.forAll(
                2000, random -> random.doubles(8 + 2 * random.nextInt(4), -1, 1).toArray(), ring -> {
                    Coordinate[] c = new Coordinate[ring.length / 2 + 1];
                    Arrays.setAll(c, i -> new Coordinate(ring[2 * i % ring.length], ring[(2 * i + 1) % ring.length]));
                    assertThat(RingCrossing.isSimple(ring))
                            .isEqualTo(factory.createLinearRing(c).isSimple());
                });
    }
}
