package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlabSolidTest {
    private static final ContourGeometricType CLOSED = ContourGeometricType.CLOSED_PLANAR;

    private static Contour disc(double radius, double z, int points) {
        double[] xyz = new double[3 * points];
        for (int i = 0; i < points; i++) {
            double a = 2 * Math.PI * i / points;
            xyz[3 * i] = radius * Math.cos(a);
            xyz[3 * i + 1] = radius * Math.sin(a);
            xyz[3 * i + 2] = z;
        }
        return Contour.of(CLOSED, xyz);
    }

    private static double discArea(double radius, int points) {
        return points / 2.0 * radius * radius * Math.sin(2 * Math.PI / points);
    }

    private static SlabSolid solid(List<Contour> contours) {
        return SlabSolid.of(Structure.of(1, "Test", contours), SolidOptions.defaults());
    }

    private static SlabSolid cylinder(double... planes) {
        List<Contour> contours = new ArrayList<>();
        for (double z : planes) {
            contours.add(disc(12, z, 360));
        }
        return solid(contours);
    }

    private static void assertLength(SlabSolid solid, double mm) {
        double truth = discArea(12, 360) * mm / 1000;
        assertThat(solid.volumeCc()).isCloseTo(truth, within(1e-12 * truth));
    }

    private static List<IssueCode> codes(SlabSolid s) {
        return s.issues().stream().map(Issue::code).toList();
    }

    @Test
    void planesReachHalfWayToTheirNeighboursAndHalfASliceBeyondTheEnds() {
        assertLength(cylinder(0, 3, 6), 9);
        assertThat(cylinder(0, 3, 6).issues()).isEmpty();
    }

    @Test
    void aPartBetweenTwoHeightsIsExact() {
        SlabSolid whole = cylinder(0, 3, 6);
        assertLength(whole.between(-1, 0.25).orElseThrow(), 1.25);
        assertLength(whole.between(-100, 100).orElseThrow(), 9);
        assertLength(whole.between(2, 2.5).orElseThrow(), 0.5);
        assertThat(whole.between(7.5, 20)).isEmpty();
        assertThat(whole.between(3, 3)).isEmpty();
        for (Slab s : whole.between(2, 2.5).orElseThrow().slabs()) {
            assertThat(s.planeMm()).isBetween(s.lowMm(), s.highMm());
        }
    }

    @Test
    void aPartHasThePlanesThatLieInIt() {
        SlabSolid whole = cylinder(0, 3, 6);
        assertThat(whole.planeCount()).isEqualTo(3);
        assertThat(whole.spacingMm()).isEqualTo(3);
        assertThat(whole.frame()).isEqualTo(PlaneFrame.AXIAL);
        assertThat(whole.options()).isEqualTo(SolidOptions.defaults());
        assertThat(whole.between(0, 4).orElseThrow().planeCount()).isEqualTo(2);
        assertThat(whole.between(3, 6).orElseThrow().planeCount()).isEqualTo(2);
        assertThat(whole.between(3.5, 5).orElseThrow().planeCount()).isZero();
    }

    @Test
    void aPartStaysThatPartUnderAnotherConvention() {
        SlabSolid part = cylinder(0, 3, 6).between(4, 100).orElseThrow();
        assertThat(part.under(SolidModel.SLAB, EndCap.HALF)).isSameAs(part);
        SlabSolid capped = part.under(SolidModel.SLAB, EndCap.NONE);
        assertLength(capped, 2);
        SlabSolid shape = part.under(SolidModel.SHAPE, EndCap.HALF);
        assertLength(shape, 3.5);
        assertThat(shape.surface()).isSameAs(part.surface());
        assertThat(capped.surface()).isNotSameAs(part.surface());
        assertThat(part.between(-100, 5).orElseThrow().slabs().get(0).lowMm()).isEqualTo(4);
    }

    @Test
    void theOrderOfPlanesDoesNotMatter() {
        assertThat(cylinder(6, 0, 3).slabs().stream().map(Slab::planeMm)).containsExactly(0.0, 3.0, 6.0);
        assertLength(cylinder(6, 0, 3), 9);
    }

    @Test
    void aGapIsBridgedAndReported() {
        SlabSolid s = cylinder(0, 2, 4, 10, 12);
        assertLength(s, 14);
        assertThat(codes(s)).containsExactly(IssueCode.CONTOUR_GAP);
    }

    @Test
    void unevenPlanesAreTakenAsTheyAre() {
        assertLength(cylinder(0, 1, 2.5, 3.5), 0.5 + 3.5 + 0.5);
    }

    @Test
    void aPlaneDrawnTwiceATinyBitApartOnlyMovesTheBoundsBetweenPlanes() {
        assertLength(cylinder(0, 3, 3.01, 6), 1.5 + 6 + (6 - 3.01) / 2);
    }

    @Test
    void anExactRepeatOfAContourDoesNotEraseIt() {
        SlabSolid s = cylinder(0, 3, 3, 6);
        assertLength(s, 9);
        assertThat(codes(s)).containsExactly(IssueCode.CONTOUR_IGNORED);
    }

    @Test
    void aSinglePlaneHasAnAssumedThicknessThatIsReported() {
        SlabSolid s = cylinder(7);
        assertLength(s, SolidOptions.DEFAULT_SINGLE_PLANE_THICKNESS_MM);
        assertThat(codes(s)).containsExactly(IssueCode.CONTOUR_SINGLE_PLANE);
    }

    @Test
    void endCapsCanBeCutOrLimited() {
        Structure cylinder = Structure.of(1, "Test", List.of(disc(12, 0, 360), disc(12, 4, 360)));
        SolidOptions options = SolidOptions.defaults();
        assertLength(SlabSolid.of(cylinder, options.withEndCap(EndCap.NONE)), 4);
        assertLength(SlabSolid.of(cylinder, options.withEndCap(new EndCap(1.5))), 7);
        assertLength(SlabSolid.of(cylinder, options.withEndCap(new EndCap(9))), 8);
    }

    @Test
    void aRingIsTheSameAsHoleAsXorAndAsKeyhole() {
        List<Contour> asHole = new ArrayList<>();
        List<Contour> asXor = new ArrayList<>();
        List<Contour> asKeyhole = new ArrayList<>();
        for (double z = 0; z < 5; z++) {
            Contour outer = disc(12, z, 64);
            Contour inner = disc(5, z, 64);
            Collections.addAll(asHole, outer, inner);
            Collections.addAll(
                    asXor,
                    Contour.of(ContourGeometricType.CLOSEDPLANAR_XOR, outer.toArray()),
                    Contour.of(ContourGeometricType.CLOSEDPLANAR_XOR, inner.toArray()));
            asKeyhole.add(keyhole(outer, inner));
        }
        double truth = solid(asHole).volumeCc();
        assertThat(truth).isCloseTo((discArea(12, 64) - discArea(5, 64)) * 5 / 1000, within(1e-12));
        assertThat(solid(asXor).volumeCc()).isCloseTo(truth, within(1e-12));
        assertThat(solid(asKeyhole).volumeCc()).isCloseTo(truth, within(1e-12));
    }

    private static Contour keyhole(Contour outer, Contour inner) {
        int n = outer.size();
        int m = inner.size();
        double[] xyz = new double[3 * (n + m + 2)];
        for (int i = 0; i <= n; i++) {
            put(xyz, i, outer.point(i % n));
        }
        for (int i = 0; i <= m; i++) {
            put(xyz, n + 1 + i, inner.point((m - i) % m));
        }
        return Contour.of(CLOSED, xyz);
    }

    private static void put(double[] xyz, int i, Point3 p) {
        xyz[3 * i] = p.x();
        xyz[3 * i + 1] = p.y();
        xyz[3 * i + 2] = p.z();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void volumeIsTheSameInAnyOrientation(int seed) {
        Random random = new Random(seed);
        Point3 axis = new Point3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        PlaneFrame f = PlaneFrame.ofNormal(seed == 0 ? new Point3(1, 0, 0) : seed == 1 ? new Point3(0, -1, 0) : axis);
        UnaryOperator<Point3> turn = p -> f.point(p.x(), p.y(), p.z()).plus(new Point3(10, -200, 31));
        List<Contour> turned = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            Contour c = disc(12 - k, 2.5 * k, 100);
            double[] xyz = new double[3 * c.size()];
            for (int i = 0; i < c.size(); i++) {
                put(xyz, i, turn.apply(c.point(i)));
            }
            turned.add(Contour.of(CLOSED, xyz));
        }
        double mm3 = 0;
        for (int k = 0; k < 8; k++) {
            mm3 += discArea(12 - k, 100) * 2.5;
        }
        assertThat(solid(turned).volumeCc()).isCloseTo(mm3 / 1000, within(1e-10 * mm3));
    }

    @Test
    void tinyThingsCalledContoursAreLeftOutWithAFinding() {
        SlabSolid s = solid(List.of(
                Contour.of(CLOSED, new double[] {0, 0, -3}),
                disc(12, 0, 360),
                disc(12, 3, 360),
                Contour.of(CLOSED, new double[] {0, 0, 6, 1, 0, 6}),
                Contour.of(CLOSED, new double[] {0, 0, 9, 1, 0, 9, 2, 0, 9}),
                Contour.of(ContourGeometricType.POINT, new double[] {0, 0, 0})));
        assertLength(s, 6);
        assertThat(codes(s)).containsOnly(IssueCode.CONTOUR_IGNORED).hasSize(3);
    }

    @Test
    void whatBoundsNoVolumeIsRefusedWithTheReason() {
        assertRefused(List.of(), IssueCode.STRUCTURE_EMPTY, "never drawn");
        assertRefused(
                List.of(Contour.of(ContourGeometricType.POINT, new double[] {0, 0, 0})),
                IssueCode.STRUCTURE_EMPTY,
                "points or open contours");
        assertRefused(
                List.of(Contour.of(CLOSED, new double[] {0, 0, 0, 5, 0, 0, 9, 0, 0})),
                IssueCode.STRUCTURE_EMPTY,
                "encloses an area");
    }

    @Test
    void contoursThatAreNotFlatOrNotParallelAreRefused() {
        assertRefused(
                List.of(Contour.of(CLOSED, new double[] {0, 0, 0, 10, 0, 0, 10, 10, 3, 0, 10, 0})),
                IssueCode.CONTOUR_GEOMETRY,
                "not flat");
        assertRefused(
                List.of(disc(12, 0, 20), Contour.of(CLOSED, new double[] {0, 0, 0, 0, 9, 0, 0, 9, 9})),
                IssueCode.CONTOUR_GEOMETRY,
                "not parallel");
    }

    private static void assertRefused(List<Contour> contours, IssueCode code, String words) {
        assertThatThrownBy(() -> solid(contours))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining(words)
                .extracting(e -> ((CordonException) e).code())
                .isEqualTo(code);
    }
}
