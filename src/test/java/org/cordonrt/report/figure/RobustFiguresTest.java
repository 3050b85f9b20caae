package org.cordonrt.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.illustration.SmallCase;
import org.cordonrt.plan.Point3;
import org.cordonrt.robust.DirectionMap;
import org.cordonrt.robust.DirectionMaps;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RobustOptions;
import org.cordonrt.robust.Robustness;
import org.cordonrt.robust.ScenarioGrid;
import org.cordonrt.robust.SetupErrors;
import org.cordonrt.robust.ShiftToBreak;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Pictures of how much error a plan can take, against doses that are formulas. */
class RobustFiguresTest {
    private static final SmallCase USUAL = SmallCase.usual();
    private static final Pattern POINT = Pattern.compile("[ML](-?[0-9.]+),(-?[0-9.]+)");
    private static final Mollweide MAP = new Mollweide(345, 240, 155);

    /** A limit of 14 Gy, 10 Gy at rest, in a dose that rises by 2 Gy a mm towards the patient's left. */
    private static DirectionMap planeGradient(double shiftMm) {
        ConstraintResult limit = USUAL.found().constraints().stream()
                .filter(r -> r.constraint().text().equals("D0.035cc[Gy] <= 14 Gy") && r.state() == State.PASS)
                .findFirst()
                .orElseThrow();
        Point3 shortest = new Point3(2, 0, 0);
        ShiftToBreak s = new ShiftToBreak(limit, 1.99, shortest, 5, 5, null, List.of(), List.of(), null);
        int rows = 13;
        int columns = 24;
        double[][] gy = new double[rows][columns];
        double[][] mm = new double[rows][columns];
        double[][] searched = new double[rows][columns];
        DirectionMap places = new DirectionMap(s, shiftMm, 5, 15, gy, mm, searched, Optional.empty());
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double left = places.direction(r, c).x();
                gy[r][c] = 10 + 2 * shiftMm * left;
                mm[r][c] = 2 / left > 0 && 2 / left < 5 ? 2 / left : Double.NaN;
                searched[r][c] = 5;
            }
        }
        return new DirectionMap(s, shiftMm, 5, 15, gy, mm, searched, Optional.empty());
    }

    private static List<double[]> points(Element path) {
        List<double[]> points = new ArrayList<>();
        Matcher m = POINT.matcher(path.getAttribute("d"));
        while (m.find()) {
            points.add(new double[] {Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))});
        }
        return points;
    }

    private static Element only(SvgPage page, String element, String cssClass) {
        List<Element> all = page.all(element, cssClass);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Where the value is the limit, the shift towards the left is 2 mm, whatever the direction. */
    @Test
    void theLimitLineOfTheSphereIsACircleAroundTheGradient() {
        SvgPage page = SvgPage.of(SphereFigure.of("sphere", planeGradient(3)).orElseThrow());
        List<double[]> line = points(only(page, "path", "sphere-limit"));
        assertThat(line).hasSizeGreaterThan(20);
        for (double[] p : line) {
            Point3 u = direction(p);
            assertThat(3 * u.x()).isCloseTo(2, within(0.12));
        }
        // The most is where the gradient points to: the letter L, with the ring around it.
        double[] left = MAP.px(90, 0);
        assertThat(page.all("circle", "mark")).singleElement().satisfies(c -> {
            assertThat(Double.parseDouble(c.getAttribute("cx"))).isCloseTo(left[0], within(0.01));
            assertThat(Double.parseDouble(c.getAttribute("cy"))).isCloseTo(left[1], within(0.01));
        });
        assertThat(page.texts()).contains("limit 14 Gy", "Circle: most, 16.00 Gy (left)");
    }

    /** The inverse of the projection (Snyder 1987, page 251). */
    private static Point3 direction(double[] px) {
        double sin = (MAP.y() - px[1]) / MAP.radius();
        double t = Math.asin(sin);
        double up = Math.asin((2 * t + Math.sin(2 * t)) / Math.PI);
        double across = Math.PI * (px[0] - MAP.x()) / (2 * MAP.radius() * Math.cos(t));
        return new Point3(Math.cos(up) * Math.sin(across), -Math.cos(up) * Math.cos(across), Math.sin(up));
    }

    @Test
    void aLimitBeyondEveryValueHasNoLine() {
        SvgPage page = SvgPage.of(SphereFigure.of("sphere", planeGradient(1)).orElseThrow());
        assertThat(page.all("path", "sphere-limit")).isEmpty();
        assertThat(page.texts()).contains("limit 14 Gy: not reached");
        assertThat(SphereFigure.of("sphere", planeGradient(0))).isEmpty();
    }

    /** Areas are true: the cap within 60 degrees of the front has a quarter of the sphere, and of the ellipse. */
    @Test
    void theMapKeepsAreas() {
        double area = 0;
        int n = 720;
        double[] before = cap(0);
        for (int i = 1; i <= n; i++) {
            double[] p = cap(2 * Math.PI * i / n);
            area += before[0] * p[1] - before[1] * p[0];
            before = p;
        }
        double whole = 2 * MAP.radius() * MAP.radius() * Math.PI;
        assertThat(Math.abs(area) / 2 / whole).isCloseTo(0.25, within(1e-4));
    }

    /** On the edge of the cap, px from the middle. */
    private static double[] cap(double angle) {
        double x = Math.sin(Math.PI / 3) * Math.cos(angle);
        double z = Math.sin(Math.PI / 3) * Math.sin(angle);
        double[] p = MAP.px(Math.toDegrees(Math.atan2(x, 0.5)), Math.toDegrees(Math.asin(z)));
        return new double[] {p[0] - MAP.x(), p[1] - MAP.y()};
    }

    /** The breaks of a plane gradient lie on a straight line: 2 mm to the left in the axial and the coronal plane. */
    @Test
    void breaksOfAPlaneGradientLieOnALine() {
        DirectionMap map = planeGradient(1);
        SvgPage page = SvgPage.of(ShiftFigure.of(map, List.of(map)));
        List<Element> lines = page.all("path", "s0");
        // Axial and coronal; no break in the sagittal plane.
        assertThat(lines).hasSize(2);
        double pxPerMm = 112.0 / 5;
        for (double[] p : points(lines.get(0))) {
            assertThat(p[0]).isCloseTo(160 + 2 * pxPerMm, within(0.02));
        }
        for (double[] p : points(lines.get(1))) {
            assertThat(p[0]).isCloseTo(720 + 2 * pxPerMm, within(0.02));
        }
        assertThat(page.texts()).contains("axial", "sagittal", "coronal", "A", "P", "L", "R", "H", "F");
    }

    @Test
    void everyFigureOfACaseIsSafeAndSaysWhatItShows() {
        RobustOptions options = RobustOptions.defaults()
                .withSearchRadiusMm(1)
                .withSearchDegrees(0)
                .withMostBoxes(5)
                .withScenarios(ScenarioGrid.of(1, 1, 3))
                .withSetupErrors(new SetupErrors(50, 3, 0.5, 0.5, 0, 0));
        RobustAssessment a = Robustness.assess(USUAL.plan(), USUAL.found(), options);
        List<Figure> figures = RobustFigures.of(a, DirectionMaps.of(USUAL.plan(), a));
        assertThat(figures)
                .extracting(Figure::id)
                .contains("robust-shifts", "robust-sphere", "robust-grid", "robust-spread")
                .doesNotHaveDuplicates();
        for (Figure f : figures) {
            SvgPage page = SvgPage.of(f);
            assertThat(page.all("script")).isEmpty();
            assertThat(page.all("desc").get(0).getTextContent()).isEqualTo(f.alternative());
            assertThat(page.all("*").stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()))
                    .allMatch(id -> id.startsWith(f.id()))
                    .doesNotHaveDuplicates();
            assertThat(FigurePng.of(f, 0.5)).isNotEmpty();
        }
        // Each cell of the grid tells its number: 27 shifts and 27 turns.
        Figure grid = figures.stream()
                .filter(f -> f.id().equals("robust-grid"))
                .findFirst()
                .orElseThrow();
        assertThat(SvgPage.of(grid).all("rect", "patch")).hasSize(54);
    }
}
