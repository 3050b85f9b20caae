package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Test;

class SolidBuilderTest {
    private static final double[] L = {10, 20, 16, 20, 16, 22, 12, 22, 12, 28, 10, 28};
    private static final double[] BOX = Outlines.box(0, 0, 10, 10);

    private static ContourStack stack(double[] heights, double[][]... rings) {
        return new SolidBuilder(Outlines.structure(heights, rings), SolidOptions.defaults()).build();
    }

    private static List<String> messages(ContourStack stack) {
        return stack.issues().stream().map(Issue::message).toList();
    }

    @Test
    void aContourDrawnAgainFromAnotherPointOrBackwardsIsARepeat() {
        for (int start = 0; start < 6; start++) {
            double[] again = Outlines.from(L, start);
            for (double[] repeat : new double[][] {again, Rings.reversed(again)}) {
                ContourStack stack = stack(new double[] {0, 2}, new double[][] {L, repeat}, new double[][] {L});
                assertThat(stack.planes().get(0).region().areaMm2()).isEqualTo(24);
                assertThat(messages(stack))
                        .singleElement()
                        .satisfies(m -> assertThat(m)
                                .contains("structure 'Test' (ROI 1): left out 1 contour(s) that repeat another"));
            }
        }
    }

    @Test
    void aContourThatOnlyResemblesAnotherIsNoRepeat() {
        double[] other = L.clone();
        other[9] = 27;
        assertThat(area(L, other)).as("a corner of it").isEqualTo(1);
        other = L.clone();
        other[4] = 15;
        assertThat(area(L, other)).isEqualTo(1);
        // The same points in another order.
        double[] crossed = {0, 0, 10, 10, 10, 0, 0, 10};
        assertThat(area(BOX, crossed)).isCloseTo(50, within(1e-9));
        // One point more, on a side.
        assertThatThrownBy(() -> area(BOX, new double[] {0, 0, 5, 0, 10, 0, 10, 10, 0, 10}))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining("structure 'Test' (ROI 1) has no contour that encloses an area");
    }

    private static double area(double[]... rings) {
        return stack(new double[] {0}, rings).planes().get(0).region().areaMm2();
    }

    @Test
    void aPlaneLiesAtTheMeanHeightOfItsFirstContoursPoints() {
        Contour uneven = Contour.of(
                ContourGeometricType.CLOSED_PLANAR, new double[] {0, 0, 5, 10, 0, 5.008, 10, 10, 5.004, 0, 10, 5});
        ContourStack stack =
                new SolidBuilder(Structure.of(1, "Test", List.of(uneven)), SolidOptions.defaults()).build();
        assertThat(stack.planes().get(0).heightMm()).isCloseTo(5.003, within(1e-12));
    }

    /** The same in a plane that is not one of the patient's. */
    @Test
    void anObliquePlaneLiesAtTheMeanHeightOfItsPoints() {
        Contour flat = Contour.of(
                ContourGeometricType.CLOSED_PLANAR, new double[] {0, 0, 10, 10, 0, 20, 10, 10, 20, 0, 10, 10});
        ContourStack stack = new SolidBuilder(Structure.of(1, "Test", List.of(flat)), SolidOptions.defaults()).build();
        assertThat(stack.planes().get(0).heightMm()).isCloseTo(10 / Math.sqrt(2), within(1e-9));
        assertThat(stack.planes().get(0).region().areaMm2()).isCloseTo(100 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void contoursAFewMicrometresApartAreOnOnePlane() {
        double[][] box = {BOX};
        double[][] hole = {Outlines.box(2, 2, 4, 4)};
        assertThat(stack(new double[] {0, 0.0049}, box, hole).planes()).hasSize(1);
        assertThat(stack(new double[] {0, 0.0051}, box, hole).planes()).hasSize(2);
        assertThat(stack(new double[] {0, 0.0049}, box, hole)
                        .planes()
                        .get(0)
                        .region()
                        .areaMm2())
                .isEqualTo(96);
    }

    @Test
    void theUsualSpacingIsTheMedian() {
        double[][] box = {BOX};
        assertThat(stack(new double[] {0, 9, 10, 13}, box, box, box, box).spacingMm())
                .isEqualTo(3);
        assertThat(stack(new double[] {0, 1, 4}, box, box, box).spacingMm())
                .as("the lower of two")
                .isEqualTo(1);
    }

    @Test
    void aGapIsReportedWithItsHeights() {
        double[][] box = {BOX};
        ContourStack stack = stack(new double[] {0, 2, 4, 7.126, 9}, box, box, box, box, box);
        assertThat(messages(stack))
                .singleElement()
                .satisfies(
                        m -> assertThat(m)
                                .isEqualTo(
                                        "structure 'Test' (ROI 1): no contours between 4.0 and 7.13 mm along the slice normal"
                                                + " (3.13 mm; usual spacing 2.0 mm); the gap was bridged half-way from each side"));
        assertThat(messages(stack(new double[] {0, 2, 4, 7}, box, box, box, box)))
                .isEmpty();
    }

    @Test
    void planesOnWhichContoursCrossAreCounted() {
        double[][] crossing = {BOX, Outlines.box(5, 5, 15, 15)};
        ContourStack stack = stack(new double[] {0, 2, 4}, crossing, new double[][] {BOX}, crossing);
        assertThat(messages(stack))
                .singleElement()
                .satisfies(m -> assertThat(m).contains("contours touch or cross on 2 plane(s)"));
    }

    @Test
    void whatIsMissingIsSaid() {
        Contour point = Contour.of(ContourGeometricType.POINT, new double[] {0, 0, 0});
        Contour line = Contour.of(ContourGeometricType.CLOSED_PLANAR, new double[] {0, 0, 6, 1, 0, 6});
        assertRefused("has only points or open contours, which bound no volume", point, line);
        assertRefused("has only contours of fewer than three points, which bound no volume", line);
    }

    private static void assertRefused(String words, Contour... contours) {
        Structure structure = Structure.of(7, "Cord", List.of(contours));
        assertThatThrownBy(() -> new SolidBuilder(structure, SolidOptions.defaults()).build())
                .isInstanceOf(CordonException.class)
                .hasMessage("structure 'Cord' (ROI 7) " + words);
    }

    @Test
    void whatIsLeftOutIsCounted() {
        List<Contour> contours =
                new ArrayList<>(Outlines.structure(new double[] {0, 2}, new double[][] {BOX}, new double[][] {BOX})
                        .contours());
        contours.add(Contour.of(ContourGeometricType.POINT, new double[] {0, 0, 0}));
        contours.add(Contour.of(ContourGeometricType.POINT, new double[] {0, 0, 1}));
        contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, new double[] {0, 0, 0, 5, 0, 0, 9, 0, 0}));
        contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, new double[] {0, 0, 5, 5, 0, 5, 9, 0, 5}));
        contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, new double[] {0, 0, 9, 5, 0, 9}));
        ContourStack stack = new SolidBuilder(Structure.of(1, "Test", contours), SolidOptions.defaults()).build();
        assertThat(messages(stack))
                .containsExactly(
                        "structure 'Test' (ROI 1): left out 2 open contour(s) or point(s) that bound no volume",
                        "structure 'Test' (ROI 1): left out 1 contour(s) of fewer than three points",
                        "structure 'Test' (ROI 1): left out 1 contour(s) that enclose no area");
    }
}
