package org.cordonrt.contours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class ContourChecksTest {
    private static final double BEYOND = ContourChecks.CORD_BEYOND_TARGET_MM;

    private static List<Issue> of(Tubes tube) {
        return ContourChecks.of(List.of(tube.as(Drawn.Part.CORD)), BEYOND);
    }

    private static List<Issue> beside(Tubes cord, Tubes... targets) {
        List<Drawn> drawn = Stream.concat(
                        Stream.of(cord.as(Drawn.Part.CORD)), Stream.of(targets).map(t -> t.as(Drawn.Part.TARGET)))
                .toList();
        return ContourChecks.of(drawn, BEYOND);
    }

    private static void one(List<Issue> issues, IssueCode code, String... words) {
        assertThat(issues).extracting(Issue::code).containsExactly(code);
        assertThat(issues.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(issues.get(0).message()).contains(words);
    }

    @Test
    void anEvenTubeIsInOrder() {
        assertThat(of(Tubes.cord(30))).isEmpty();
        assertThat(beside(Tubes.cord(30), target(20, 40))).isEmpty();
    }

    @Test
    void aPlaneDrawnTwiceIsNamedOnce() {
        one(of(Tubes.cord(30).disc(0, 0, 5, 20.1)), IssueCode.CONTOUR_PLANES, "0.1 mm apart", "z = 20.1 mm", "'cord'");
    }

    @Test
    void aPlaneThatWasMovedIsNamed() {
        one(
                of(Tubes.cord(30).without(20).disc(0, 0, 5, 20.5)),
                IssueCode.CONTOUR_PLANES,
                "2 of 29",
                "2.5 mm between z = 18 and 20.5 mm");
    }

    @Test
    void roundedPlanePositionsAreEven() {
        assertThat(of(Tubes.cord(30).without(20).disc(0, 0, 5, 20.15))).isEmpty();
    }

    @Test
    void aSwollenPlaneIsAJumpOnBothSides() {
        one(of(Tubes.cord(30).without(20).disc(0, 0, 8, 20)), IssueCode.CONTOUR_JUMP, "changes from", "2 such jumps");
    }

    @Test
    void aShiftedPlaneIsAJump() {
        one(
                of(Tubes.cord(30).without(20).disc(9, 0, 5, 20)),
                IssueCode.CONTOUR_JUMP,
                "moves sideways by 9 mm",
                "z = 18 and 20 mm");
    }

    @Test
    void aSlantOfFiftyDegreesIsNoJump() {
        Tubes slanted = new Tubes();
        for (int i = 0; i < 30; i++) {
            slanted.disc(0, 2 * i * Math.tan(Math.toRadians(50)), 5, 2 * i);
        }
        assertThat(of(slanted)).isEmpty();
    }

    @Test
    void roundedEndsAreNoJumpButASwollenEndIs() {
        assertThat(of(Tubes.cord(30).disc(0, 0, 3, -2).disc(0, 0, 3, 60).disc(0, 0, 1.5, 62)))
                .isEmpty();
        one(of(Tubes.cord(30).disc(0, 0, 8, 60)), IssueCode.CONTOUR_JUMP, "z = 58 and 60 mm");
    }

    @Test
    void anIslandIsNamedWithItsSize() {
        one(
                of(Tubes.cord(30).polygon(20, 9, 9, 10, 9, 10, 10, 9, 10)),
                IssueCode.CONTOUR_ISLAND,
                "1 plane",
                "z = 20 mm",
                "smallest 1 mm2");
    }

    @Test
    void aHoleInTheCordIsNamedAndOneInATargetIsNot() {
        Tubes holed = Tubes.cord(30).disc(0, 0, 2, 20);
        one(of(holed), IssueCode.CONTOUR_ISLAND, "a hole", "z = 20 mm");
        assertThat(ContourChecks.of(List.of(holed.as(Drawn.Part.TARGET)), BEYOND))
                .isEmpty();
    }

    @Test
    void partsOfATangledPlaneAreCounted() {
        // A figure of eight, whose loops meet in a point, and a bar across the upper one.
        Tubes t = new Tubes().polygon(0, -4, -4, 4, -4, -4, 4, 4, 4).polygon(0, -6, 2, 6, 2, 6, 3, -6, 3);
        double[] parts =
                Islands.partsMm2(t.as(Drawn.Part.OTHER).solid().slabs().get(0).region());
        // The bar cuts the upper loop: below it the tip, above it the rest; its two ends hang together with neither.
        assertThat(parts).hasSize(5);
        assertThat(java.util.Arrays.stream(parts).sum()).isCloseTo(16 + 16 + 12 - 2 * 5, within(1e-9));
        assertThat(parts[4]).isCloseTo(16, within(1e-9));
    }

    @Test
    void aFigureOfEightIsInDoubtAndAKeyholeIsNot() {
        Tubes eight = Tubes.cord(30).without(20).polygon(20, -5, -5, 5, 5, 5, -5, -5, 5);
        assertThat(of(eight)).extracting(Issue::code).contains(IssueCode.CONTOUR_CROSSING);
        Tubes keyhole = Tubes.cord(30)
                .without(20)
                .polygon(20, -4, -4, 0, -4, 0, -1, -1, 0, 0, 1, 1, 0, 0, -1, 0, -4, 4, -4, 4, 4, -4, 4);
        assertThat(of(keyhole)).extracting(Issue::code).doesNotContain(IssueCode.CONTOUR_CROSSING);
    }

    @Test
    void contoursThatOverlapInPartAreNamedWithTheAreaInDoubt() {
        Tubes t = new Tubes();
        for (int i = 0; i < 30; i++) {
            t.polygon(2 * i, -4, -4, 1, -4, 1, 4, -4, 4).polygon(2 * i, -1, -4, 4, -4, 4, 4, -1, 4);
        }
        Issue crossing =
                ContourChecks.of(List.of(t.as(Drawn.Part.OTHER)), BEYOND).get(0);
        assertThat(crossing.code()).isEqualTo(IssueCode.CONTOUR_CROSSING);
        assertThat(crossing.message()).contains("30 planes", "16 mm2");
    }

    @Test
    void contoursThatOnlyTouchAreNotInDoubt() {
        Tubes t = new Tubes();
        for (int i = 0; i < 30; i++) {
            t.polygon(2 * i, -4, -4, 0, -4, 0, 4, -4, 4).polygon(2 * i, 0, -4, 4, -4, 4, 4, 0, 4);
        }
        assertThat(of(t)).isEmpty();
    }

    private static Tubes target(double fromZ, double toZ) {
        Tubes t = new Tubes();
        for (double z = fromZ; z <= toZ; z += 2) {
            t.disc(15, 0, 6, z);
        }
        return t;
    }

    @Test
    void aCordThatEndsBesideItsTargetIsNamedOnTheRightSide() {
        // The cord reaches from -1 to 59 mm.
        one(beside(Tubes.cord(30), target(20, 54)), IssueCode.CORD_TOO_SHORT, "only 4 mm above", "up to z = 59 mm");
        one(beside(Tubes.cord(30), target(4, 40)), IssueCode.CORD_TOO_SHORT, "only 4 mm below", "down to z = -1 mm");
        one(beside(Tubes.cord(30), target(20, 70)), IssueCode.CORD_TOO_SHORT, "ends 12 mm short of the upper end");
        assertThat(beside(Tubes.cord(30), target(6, 52))).isEmpty();
        assertThat(beside(Tubes.cord(30), target(20, 54), target(20, 60)))
                .as("one finding an end, for the target that is worst")
                .hasSize(1);
    }

    @Test
    void whereTheCaudaGoesOnTheCordMayEnd() {
        Drawn cord = Tubes.cord(30).as(Drawn.Part.CORD);
        Drawn low = target(-20, 10).as(Drawn.Part.TARGET);
        Tubes cauda = new Tubes();
        for (int z = -40; z <= -2; z += 2) {
            cauda.disc(0, 0, 6, z);
        }
        assertThat(ContourChecks.of(List.of(cord, low), BEYOND)).hasSize(1);
        assertThat(ContourChecks.of(List.of(cord, low, cauda.as(Drawn.Part.CAUDA)), BEYOND))
                .isEmpty();
    }

    @Test
    void sizesThatNoCordHas() {
        one(of(Tubes.cord(8)), IssueCode.IMPLAUSIBLE_SIZE, "16 mm long");
        Tubes canal = new Tubes();
        Tubes thread = new Tubes();
        for (int i = 0; i < 30; i++) {
            canal.disc(0, 0, 10, 2 * i);
            thread.disc(0, 0, 1.5, 2 * i);
        }
        one(of(canal), IssueCode.IMPLAUSIBLE_SIZE, "may be the spinal canal");
        one(of(thread), IssueCode.IMPLAUSIBLE_SIZE, "thinner than any cord");
        one(
                ContourChecks.of(
                        List.of(new Tubes().disc(0, 0, 1, 0).disc(0, 0, 1, 2).as(Drawn.Part.TARGET)), BEYOND),
                IssueCode.IMPLAUSIBLE_SIZE,
                "0.01 cc");
    }

    @Test
    void theExtentAlongAnyDirectionIsThatOfItsCorners() {
        Drawn box = new Tubes()
                .polygon(0, 0, 0, 2, 0, 2, 4, 0, 4)
                .polygon(2, 0, 0, 2, 0, 2, 4, 0, 4)
                .as(Drawn.Part.OTHER);
        Extent up = Extent.of(box.solid(), PlaneFrame.AXIAL);
        assertThat(up).isEqualTo(new Extent(-1, 3));
        Extent sideways = Extent.of(box.solid(), PlaneFrame.ofNormal(new Point3(0, 0.6, 0.8)));
        assertThat(sideways.lowMm()).isCloseTo(-0.8, within(1e-12));
        assertThat(sideways.highMm()).isCloseTo(4.8, within(1e-12));
    }

    @Test
    void pointsOutsideTheGridAreCountedAndPlaced() {
        GridGeometry grid = new GridGeometry(
                11,
                11,
                new Point3(-10, -10, 0),
                new Point3(2, 0, 0),
                new Point3(0, 2, 0),
                new Point3(0, 0, 1),
                new double[] {0, -2, -4});
        Tubes inside = new Tubes().disc(0, 0, 5, 0).disc(0, 0, 5, -4);
        assertThat(ContourChecks.outsideGrid(inside.structure("a"), grid)).contains("half slice beyond");
        Tubes out = inside.disc(0, 0, 5, -7);
        assertThat(ContourChecks.outsideGrid(out.structure("a"), grid))
                .isEqualTo("32 of 96 contour points lie up to 3 mm outside, from z = -7 to -7 mm");
    }
}
