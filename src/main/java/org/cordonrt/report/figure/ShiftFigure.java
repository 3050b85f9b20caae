package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordonrt.plan.Point3;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.figure.Label.Anchor;
import org.cordonrt.robust.DirectionMap;
import org.cordonrt.robust.PatientDirection;
import org.cordonrt.robust.ToleranceEllipsoid;

/** How far the anatomy may be shifted before limits break, in the three planes through rest. */
final class ShiftFigure {
    private static final int WIDTH = 880;
    private static final double RADIUS = 112;
    private static final double MIDDLE_Y = 206;
    private static final double[] MIDDLES_X = {160, 440, 720};
    private static final int MOST_LIMITS = 6;
    private static final double ENTRY = 20;
    private static final double ROOM = 1.08;
    private static final int ROUND = 120;

    /**
     * One plane as it is looked at.
     *
     * @param name of the plane
     * @param right direction that is shown to the right
     * @param up direction that is shown upwards
     */
    private record View(String name, Point3 right, Point3 up) {}

    /** As slices are looked at: from the feet, from the patient's left, from the front. */
    private static final List<View> VIEWS = List.of(
            new View("axial", new Point3(1, 0, 0), new Point3(0, -1, 0)),
            new View("sagittal", new Point3(0, 1, 0), new Point3(0, 0, 1)),
            new View("coronal", new Point3(1, 0, 0), new Point3(0, 0, 1)));

    private final DirectionMap first;
    private final List<DirectionMap> shown;
    private final Axis rings;

    private ShiftFigure(DirectionMap first, List<DirectionMap> maps) {
        this.first = first;
        this.shown = new ArrayList<>(List.of(first));
        maps.stream()
                .filter(m -> !m.equals(first) && m.ellipsoid().isPresent())
                .limit(MOST_LIMITS - 1)
                .forEach(shown::add);
        double most = 0;
        for (DirectionMap m : shown) {
            for (double[] row : m.breakMm()) {
                for (double mm : row) {
                    most = Double.isNaN(mm) ? most : Math.max(most, mm);
                }
            }
        }
        double reach = most > 0 ? Math.min(ROOM * most, first.searchRadiusMm()) : first.searchRadiusMm();
        this.rings = Axis.fromZero(reach, 0, RADIUS, 6);
    }

    static Figure of(DirectionMap first, List<DirectionMap> maps) {
        return new ShiftFigure(first, maps).draw();
    }

    private Figure draw() {
        String title = "How far the anatomy may be shifted before a limit breaks (mm)";
        String alternative = alternative(title);
        int height = (int) (MIDDLE_Y + RADIUS + 52 + ENTRY * (shown.size() + 2));
        Svg svg = new Svg("robust-shifts", WIDTH, height, title, alternative);
        Label.bold(svg, 14, 22, title, Anchor.START, Look.INK);
        Label.small(
                svg,
                14,
                42,
                "From rest in the middle; a line is where a limit breaks, by points every "
                        + first.stepDegrees() + " degrees; none: no break found within "
                        + Decimals.shortest(first.searchRadiusMm(), 2) + " mm or the dose grid",
                Anchor.START,
                Look.MUTED);
        for (int v = 0; v < VIEWS.size(); v++) {
            view(svg, VIEWS.get(v), MIDDLES_X[v], v);
        }
        double y = MIDDLE_Y + RADIUS + 56;
        for (int i = 0; i < shown.size(); i++) {
            entry(svg, y, Look.series(i), name(shown.get(i)));
            y += ENTRY;
        }
        if (first.ellipsoid().isPresent()) {
            entry(
                    svg,
                    y,
                    Look.MUTED_LINE.wide(1.4).dashed("3 3"),
                    "tolerance ellipsoid of the first: "
                            + axes(first.ellipsoid().get()));
        }
        return new Figure("robust-shifts", title, alternative, WIDTH, height, svg.end(), Optional.empty());
    }

    private static void entry(Svg svg, double y, Look look, String text) {
        look.apply(svg, "line", "x1", "30", "x2", "64", "y1", Svg.num(y), "y2", Svg.num(y));
        Label.write(svg, 74, y + 4.5, Label.fit(text, Label.SIZE, WIDTH - 90), Anchor.START, Look.INK);
    }

    private static String name(DirectionMap m) {
        return RobustFigures.subject(m.limit().limit()) + " "
                + m.limit().limit().constraint().comparison().symbol() + " "
                + RobustFigures.limitGy(m.limit().limit()) + " ("
                + m.limit().limit().setId() + "): "
                + (m.limit().breakMm() == null
                        ? "no break found"
                        : m.limit().isBrokenAtRest()
                                ? "broken at rest"
                                : Decimals.fixed(m.limit().upperMm(), 2) + " mm "
                                        + PatientDirection.words(m.limit().breakMm()));
    }

    /** "2.6 x 3.0 x 4.5 mm, the shortest along anterior". */
    private static String axes(ToleranceEllipsoid e) {
        return Decimals.fixed(e.axes().get(0).halfLengthMm(), 2) + " x "
                + Decimals.fixed(e.axes().get(1).halfLengthMm(), 2) + " x "
                + Decimals.fixed(e.axes().get(2).halfLengthMm(), 2) + " mm, the shortest along "
                + PatientDirection.words(e.axes().get(0).direction());
    }

    private void view(Svg svg, View view, double x, int number) {
        Label.bold(svg, x, MIDDLE_Y - RADIUS - 28, view.name(), Anchor.MIDDLE, Look.INK);
        for (double t : rings.ticks()) {
            if (t > 0) {
                Look.GRID.apply(svg, "circle", "cx", Svg.num(x), "cy", Svg.num(MIDDLE_Y), "r", Svg.num(rings.px(t)));
            }
        }
        line(svg, x - RADIUS, MIDDLE_Y, x + RADIUS, MIDDLE_Y, Look.GRID);
        line(svg, x, MIDDLE_Y - RADIUS, x, MIDDLE_Y + RADIUS, Look.GRID);
        String clip = svg.id("clip" + number);
        svg.open("clipPath", "id", clip)
                .empty("circle", "cx", Svg.num(x), "cy", Svg.num(MIDDLE_Y), "r", Svg.num(RADIUS + 1))
                .close();
        svg.open("g", "clip-path", "url(#" + clip + ")");
        first.ellipsoid()
                .ifPresent(e -> Look.MUTED_LINE.wide(1.4).dashed("3 3").apply(svg, "path", "d", outline(view, x, e)));
        for (int i = shown.size() - 1; i >= 0; i--) {
            String d = breaks(view, x, shown.get(i));
            if (!d.isEmpty()) {
                Look.series(i).apply(svg, "path", "d", d, "stroke-linejoin", "round");
            }
        }
        svg.close();
        for (double t : rings.ticks()) {
            if (t > 0) {
                double at = rings.px(t) * Math.sqrt(0.5);
                Label.small(svg, x + at + 2, MIDDLE_Y + at + 11, Axis.label(t), Anchor.START, Look.MUTED);
            }
        }
        Look.INK.apply(svg, "circle", "cx", Svg.num(x), "cy", Svg.num(MIDDLE_Y), "r", "2");
        Label.bold(svg, x + RADIUS + 12, MIDDLE_Y + 4.5, letter(view.right()), Anchor.MIDDLE, Look.INK);
        Label.bold(svg, x - RADIUS - 12, MIDDLE_Y + 4.5, letter(view.right().times(-1)), Anchor.MIDDLE, Look.INK);
        Label.bold(svg, x, MIDDLE_Y - RADIUS - 7, letter(view.up()), Anchor.MIDDLE, Look.INK);
        Label.bold(svg, x, MIDDLE_Y + RADIUS + 17, letter(view.up().times(-1)), Anchor.MIDDLE, Look.INK);
    }

    private static void line(Svg svg, double x1, double y1, double x2, double y2, Look look) {
        look.apply(svg, "line", "x1", Svg.num(x1), "y1", Svg.num(y1), "x2", Svg.num(x2), "y2", Svg.num(y2));
    }

    private static String letter(Point3 axis) {
        String word = PatientDirection.words(axis);
        return word.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    private String outline(View view, double x, ToleranceEllipsoid e) {
        double[] xy = new double[2 * ROUND + 2];
        for (int i = 0; i <= ROUND; i++) {
            double a = 2 * Math.PI * (i % ROUND) / ROUND;
            Point3 u = view.right().times(StrictMath.cos(a)).plus(view.up().times(StrictMath.sin(a)));
            put(xy, i, x, view, u, e.alongMm(u));
        }
        return Paths.of(xy);
    }

    private void put(double[] xy, int i, double x, View view, Point3 u, double mm) {
        xy[2 * i] = x + rings.px(mm) * u.dot(view.right());
        xy[2 * i + 1] = MIDDLE_Y - rings.px(mm) * u.dot(view.up());
    }

    /** Pieces of line wherever neighbouring directions break; what breaks alone is a point. */
    private String breaks(View view, double x, DirectionMap m) {
        double[][] mm = m.breakMm();
        int[][] around = around(view, m);
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < around.length; i++) {
            int[] a = around[i];
            int[] b = around[(i + 1) % around.length];
            int[] before = around[(i + around.length - 1) % around.length];
            double ra = mm[a[0]][a[1]];
            double rb = mm[b[0]][b[1]];
            if (Double.isNaN(ra)) {
                continue;
            }
            double[] xy = new double[4];
            put(xy, 0, x, view, m.direction(a[0], a[1]), ra);
            if (!Double.isNaN(rb)) {
                put(xy, 1, x, view, m.direction(b[0], b[1]), rb);
            } else if (Double.isNaN(mm[before[0]][before[1]])) {
                put(xy, 1, x, view, m.direction(a[0], a[1]), 1.02 * ra);
            } else {
                continue;
            }
            d.append(Paths.of(xy));
        }
        return d.toString();
    }

    /** Rows and columns of the directions in the plane, once around. */
    private static int[][] around(View view, DirectionMap m) {
        int columns = m.columns();
        int top = m.rows() - 1;
        if (Math.abs(view.up().z()) < 0.5) {
            int[][] level = new int[columns][];
            for (int c = 0; c < columns; c++) {
                level[c] = new int[] {top / 2, c};
            }
            return level;
        }
        // Up one side and down the other.
        int near = Math.abs(view.right().x()) > 0.5 ? 0 : columns / 4;
        int[][] meridian = new int[2 * top][];
        for (int r = 0; r < top; r++) {
            meridian[r] = new int[] {r, near};
            meridian[top + r] = new int[] {top - r, near + columns / 2};
        }
        return meridian;
    }

    private String alternative(String title) {
        List<String> parts = new ArrayList<>();
        shown.forEach(m -> parts.add(name(m)));
        first.ellipsoid().ifPresent(e -> parts.add("Tolerance ellipsoid of the first: " + axes(e)));
        return title + ". " + String.join(". ", parts) + ".";
    }
}
