package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {
    private static void assertSection(double area, double x, double y, double[]... rings) {
        Section s = Section.of(PlaneRegion.evenOdd(List.of(rings)));
        assertThat(s.areaMm2()).isCloseTo(area, within(1e-9));
        assertThat(s.x()).isCloseTo(x, within(1e-9));
        assertThat(s.y()).isCloseTo(y, within(1e-9));
    }

    @Test
    void aTrianglesMiddleIsTheMeanOfItsCorners() {
        assertSection(6, 100 + 4 / 3.0, -49, new double[] {100, -50, 104, -50, 100, -47});
        assertSection(6, 100 + 4 / 3.0, -49, new double[] {100, -47, 104, -50, 100, -50});
    }

    @Test
    void aHoleMovesTheMiddleAway() {
        // 100 at 5, less 4 at (2, 8).
        double[] box = Outlines.box(0, 0, 10, 10);
        assertSection(96, (500 - 8) / 96.0, (500 - 32) / 96.0, box, Outlines.box(1, 7, 3, 9));
    }

    @Test
    void partsCountByTheirArea() {
        assertSection(
                12,
                (4 * 1 + 8 * 12) / 12.0,
                (4 * 1 + 8 * 2) / 12.0,
                Outlines.box(0, 0, 2, 2),
                Outlines.box(11, 0, 13, 4));
        assertSection(7, 3.5, 0.5, Outlines.box(0, 0, 3, 1), Outlines.box(3, 0, 7, 1));
    }

    @Test
    void aContoursFirstPointNeedNotBeItsCorner() {
        double[] triangle = {104, -50, 100, -47, 100, -50};
        assertSection(6, 100 + 4 / 3.0, -49, triangle);
        assertSection(6, 100 + 4 / 3.0, -49, Outlines.from(triangle, 1));
        assertSection(6, 100 + 4 / 3.0, -49, Outlines.from(triangle, 2));
    }
}
