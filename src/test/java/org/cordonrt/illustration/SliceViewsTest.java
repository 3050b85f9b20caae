package org.cordonrt.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.check.Margin;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.CtVolume;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.probe.PointDose;
import org.junit.jupiter.api.Test;

class SliceViewsTest {
    private static final SmallCase USUAL = SmallCase.usual();
    private static final Illustrations SHOWN = USUAL.illustrations();

    private static SliceView view(SliceView.Reason why, Orientation orientation) {
        return SHOWN.views().stream()
                .filter(v -> v.why() == why && v.plane().orientation() == orientation)
                .findFirst()
                .orElseThrow();
    }

    private static Contour drawnCord() {
        return USUAL.plan().structures().structures().stream()
                .filter(s -> s.name().equals("SpinalCord"))
                .findFirst()
                .orElseThrow()
                .contours()
                .get(4);
    }

    private static SlabSolid cordSolid() {
        return CaseDetail.of(USUAL.plan(), USUAL.found())
                .solid(USUAL.found().cord().orElseThrow().match())
                .orElseThrow();
    }

    @Test
    void bothPlacesAreSeenFromThreeSides() {
        assertThat(SHOWN.views())
                .extracting(SliceView::why, v -> v.plane().orientation())
                .containsExactlyElementsOf(Stream.of(SliceView.Reason.values())
                        .flatMap(r ->
                                Stream.of(Orientation.values()).map(o -> org.assertj.core.groups.Tuple.tuple(r, o)))
                        .toList());
    }

    @Test
    void everyViewHoldsItsPlaceAndIsSmallEnoughToSeeAGap() {
        for (SliceView v : SHOWN.views()) {
            ViewPlane p = v.plane();
            assertThat(p.sizeMm()).isBetween(70.0, 110.0);
            assertThat(p.a(p.throughMm())).isBetween(p.leftMm() + 5, p.leftMm() + p.sizeMm() - 5);
            assertThat(p.b(p.throughMm())).isBetween(p.topMm() + 5, p.topMm() + p.sizeMm() - 5);
        }
    }

    @Test
    void marksAreTheNearestPointsOfTheSmallestGapAndThePlaneLiesBetween() {
        Margin gap = Illustrator.smallestGap(USUAL.found()).orElseThrow();
        SliceView v = view(SliceView.Reason.SMALLEST_GAP, Orientation.AXIAL);
        assertThat(v.marks())
                .containsExactly(
                        new ViewMark(ViewMark.Kind.GAP_CORD, gap.fromPointMm()),
                        new ViewMark(ViewMark.Kind.GAP_TARGET, gap.toPointMm()));
        assertThat(v.plane().depthMm())
                .isCloseTo((gap.fromPointMm().z() + gap.toPointMm().z()) / 2, within(1e-9));
    }

    @Test
    void onAContourPlaneTheOutlineIsWhatWasDrawn() {
        Contour drawn = drawnCord();
        ViewPlane plane = new ViewPlane(Orientation.AXIAL, drawn.point(0), drawn.x(0) - 50, drawn.y(0) - 50, 100);
        SolidCut.Cut cut = SolidCut.of(cordSolid(), plane);
        assertThat(cut.asDrawn()).isTrue();
        assertThat(cut.lines()).hasSize(1);
        Samples line = cut.lines().get(0);
        for (int i = 0; i < drawn.size(); i++) {
            Point3 p = drawn.point(i);
            double nearest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < line.size(); k += 2) {
                nearest = Math.min(
                        nearest, plane.point(line.at(k), line.at(k + 1)).distanceTo(p));
            }
            assertThat(nearest).isLessThan(1e-9);
        }
    }

    @Test
    void aCutAcrossThePlanesLiesOnTheSurface() {
        ShapeSurface surface = cordSolid().surface();
        Point3 middle = drawnCord()
                .point(0)
                .plus(drawnCord().point(drawnCord().size() / 2))
                .times(0.5);
        for (Orientation o : List.of(Orientation.SAGITTAL, Orientation.CORONAL)) {
            ViewPlane plane = new ViewPlane(o, middle, middle.dot(o.right()) - 50, middle.dot(o.down()) - 50, 100);
            SolidCut.Cut cord = SolidCut.of(cordSolid(), plane);
            assertThat(cord.asDrawn()).isFalse();
            int tested = 0;
            for (Samples line : cord.lines()) {
                for (int i = 0; i + 3 < line.size(); i += 2) {
                    double da = line.at(i + 2) - line.at(i);
                    double db = line.at(i + 3) - line.at(i + 1);
                    double length = Math.hypot(da, db);
                    double a = line.at(i) + da / 2;
                    double b = line.at(i + 1) + db / 2;
                    // Across the line, one side is within the cord and the other is not.
                    double na = -db / length * 0.15;
                    double nb = da / length * 0.15;
                    boolean one = surface.contains(plane.point(a + na, b + nb));
                    boolean other = surface.contains(plane.point(a - na, b - nb));
                    tested += one != other ? 1 : 0;
                }
                assertThat(tested).isGreaterThan((int) (0.95 * (line.size() / 2 - 1)));
                assertThat(line.at(0)).as("closed").isEqualTo(line.at(line.size() - 2));
                tested = 0;
            }
        }
    }

    @Test
    void pixelsHoldTheDoseAtTheirCentres() {
        PointDose dose = PointDose.of(USUAL.plan().dose().orElseThrow());
        for (SliceView v : SHOWN.views()) {
            Raster r = v.dose().orElseThrow();
            double pixel = v.plane().sizeMm() / r.size();
            for (int k = 0; k < r.size(); k += 37) {
                double gy = dose.atGy(v.plane()
                        .point(
                                v.plane().leftMm() + (k + 0.5) * pixel,
                                v.plane().topMm() + (2 * k % r.size() + 0.5) * pixel));
                assertThat(Float.valueOf(r.at(k, 2 * k % r.size()))).isEqualTo(Float.valueOf((float) gy));
            }
        }
    }

    /** Within half a millimetre of every point there is no less and no more dose than the level. */
    @Test
    void isodoseLinesRunWhereTheDoseIsThat() {
        PointDose dose = PointDose.of(USUAL.plan().dose().orElseThrow());
        for (SliceView v : SHOWN.views()) {
            assertThat(v.isodoses()).isNotEmpty();
            for (Isodose i : v.isodoses()) {
                for (Samples line : i.lines()) {
                    for (int k = 0; k < line.size(); k += 2) {
                        double here = dose.atGy(v.plane().point(line.at(k), line.at(k + 1)));
                        double least = here;
                        double most = here;
                        for (int turn = 0; turn < 8; turn++) {
                            double gy = dose.atGy(v.plane()
                                    .point(
                                            line.at(k) + 0.5 * Math.cos(turn * Math.PI / 4),
                                            line.at(k + 1) + 0.5 * Math.sin(turn * Math.PI / 4)));
                            least = Double.isNaN(gy) ? Double.NEGATIVE_INFINITY : Math.min(least, gy);
                            most = Double.isNaN(gy) ? Double.POSITIVE_INFINITY : Math.max(most, gy);
                        }
                        assertThat(i.level().gy()).isBetween(least - 0.01, most + 0.01);
                    }
                }
            }
        }
    }

    @Test
    void theDoseAcrossTheGapIsThatOfItsPoints() {
        DoseAcross a = SHOWN.across().orElseThrow();
        PointDose dose = PointDose.of(USUAL.plan().dose().orElseThrow());
        Point3 way = a.cordPointMm().minus(a.targetPointMm()).times(1 / a.gapMm());
        for (int i = 0; i < a.atMm().size(); i++) {
            Point3 p = a.targetPointMm().plus(way.times(a.atMm().at(i)));
            assertThat(a.doseGy().at(i)).isEqualTo(dose.atGy(p));
        }
        assertThat(a.gapMm()).isCloseTo(2.9, within(0.2));
        assertThat(a.cordEndMm()).isBetween(a.gapMm() + 5, a.gapMm() + 14);
    }

    @Test
    void aCtIsSampledWhereItIsAndHasNothingWhereSlicesAreMissing() {
        Point3 at =
                view(SliceView.Reason.SMALLEST_GAP, Orientation.AXIAL).plane().throughMm();
        double[] offsets = {0, 3, 6, 9, 12, 21, 24, 27, 30};
        GridGeometry grid = new GridGeometry(
                60,
                60,
                at.minus(new Point3(60, 60, 10.5)),
                new Point3(2, 0, 0),
                new Point3(0, 2, 0),
                new Point3(0, 0, 1),
                offsets);
        CtVolume ct = new CtVolume(grid, k -> {
            short[] hu = new short[60 * 60];
            for (int i = 0; i < hu.length; i++) {
                hu[i] = (short) (10 * (i % 60) - 5 * (i / 60) + 20 * offsets[k]);
            }
            return hu;
        });
        List<SliceView> views =
                Illustrator.of(USUAL.plan(), USUAL.found(), Optional.of(ct)).views();
        int known = 0;
        int missing = 0;
        for (SliceView v : views) {
            if (v.ct().isEmpty()) {
                continue;
            }
            Raster r = v.ct().get();
            double pixel = v.plane().sizeMm() / r.size();
            for (int i = 0; i < r.size() * r.size(); i += 101) {
                Point3 p = v.plane()
                        .point(
                                v.plane().leftMm() + (i % r.size() + 0.5) * pixel,
                                v.plane().topMm() + (i / r.size() + 0.5) * pixel)
                        .minus(grid.origin());
                boolean covered = p.x() >= 0
                        && p.x() <= 118
                        && p.y() >= 0
                        && p.y() <= 118
                        && p.z() >= 0
                        && p.z() <= 30
                        && !(p.z() > 12 && p.z() < 21);
                float hu = r.at(i % r.size(), i / r.size());
                if (covered) {
                    assertThat((double) hu).isCloseTo(5 * p.x() - 2.5 * p.y() + 20 * p.z(), within(0.05));
                    known++;
                } else {
                    assertThat(hu).isNaN();
                    missing++;
                }
            }
        }
        assertThat(known).isGreaterThan(500);
        assertThat(missing).isGreaterThan(100);
    }

    @Test
    void aCtThatCannotBeReadIsANote() {
        GridGeometry grid = new GridGeometry(
                100,
                100,
                new Point3(-100, -100, -400),
                new Point3(2, 0, 0),
                new Point3(0, 2, 0),
                new Point3(0, 0, 1),
                new double[] {0, 200, 400});
        CtVolume broken = new CtVolume(grid, k -> {
            throw new CordonException(IssueCode.FILE_UNREADABLE, "slice " + k + " is gone");
        });
        Illustrations shown = Illustrator.of(USUAL.plan(), USUAL.found(), Optional.of(broken));
        assertThat(shown.views()).hasSize(6).allMatch(v -> v.ct().isEmpty());
        assertThat(shown.issues()).singleElement().satisfies(i -> {
            assertThat(i.severity()).isEqualTo(Severity.INFO);
            assertThat(i.message()).contains("is gone").endsWith("pictures are drawn without CT");
        });
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() {
        Illustrations again = USUAL.illustrations();
        for (int i = 0; i < 6; i++) {
            SliceView a = SHOWN.views().get(i);
            SliceView b = again.views().get(i);
            assertThat(a.plane()).isEqualTo(b.plane());
            assertThat(a.outlines()).isEqualTo(b.outlines());
            assertThat(a.isodoses()).isEqualTo(b.isodoses());
        }
    }
}
