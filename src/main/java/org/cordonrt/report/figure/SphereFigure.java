package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.figure.Label.Anchor;
import org.cordonrt.robust.DirectionMap;
import org.cordonrt.robust.PatientDirection;

/** What a shift of one length makes of a limited dose, whichever way it goes: a map of the sphere. */
final class SphereFigure {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 440;
    private static final Mollweide MAP = new Mollweide(345, 240, 155);
    private static final double SCALE_LEFT = 730;
    private static final double SCALE_WIDTH = 18;
    private static final double LETTER = 9;

    /** Patches to a step of the map, for a smooth picture. */
    private static final int FINER = 3;

    private static final int COLOURS = 40;

    /** A scale has some height even where nothing changes. */
    private static final double LEAST_RANGE_GY = 0.01;

    /** A direction of the patient. */
    private record Letter(String word, double acrossDegrees, double upDegrees) {
        double[] px() {
            return MAP.px(acrossDegrees, upDegrees);
        }
    }

    private static final List<Letter> LETTERS = List.of(
            new Letter("A", 0, 0),
            new Letter("L", 90, 0),
            new Letter("R", -90, 0),
            new Letter("P", 180, 0),
            new Letter("P", -180, 0),
            new Letter("H", 0, 90),
            new Letter("F", 0, -90));

    private final String id;
    private final DirectionMap map;
    private final double limitGy;
    private final double[][] gy;
    private final int across;
    private final int up;
    private double lowGy = Double.POSITIVE_INFINITY;
    private double highGy = Double.NEGATIVE_INFINITY;
    private int[] hottest = new int[2];

    private SphereFigure(String id, DirectionMap map) {
        this.id = id;
        this.map = map;
        this.limitGy = Headroom.limitGy(map.limit().limit().constraint());
        this.gy = map.valueGy();
        this.across = FINER * map.columns();
        this.up = FINER * (map.rows() - 1);
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                if (gy[r][c] > highGy) {
                    highGy = gy[r][c];
                    hottest = new int[] {r, c};
                }
                lowGy = Double.isNaN(gy[r][c]) ? lowGy : Math.min(lowGy, gy[r][c]);
            }
        }
    }

    /** Empty for a shift of no length, and when all directions leave the dose grid. */
    static Optional<Figure> of(String id, DirectionMap map) {
        SphereFigure f = new SphereFigure(id, map);
        return map.shiftMm() > 0 && f.highGy >= f.lowGy ? Optional.of(f.draw()) : Optional.empty();
    }

    private Figure draw() {
        String mm = Decimals.shortest(map.shiftMm(), 3) + " mm";
        String title = RobustFigures.subject(map.limit().limit()) + " after a shift of " + mm + ", by its direction";
        String alternative = alternative(title);
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, alternative);
        Label.bold(svg, 14, 22, Label.fit(title, Label.SIZE, WIDTH - 28), Anchor.START, Look.INK);
        Label.small(
                svg,
                14,
                42,
                "Seen from the front of the patient; every direction of the shift is a place on the map, areas are true",
                Anchor.START,
                Look.MUTED);
        Axis scale = Axis.of(lowGy, Math.max(highGy, lowGy + LEAST_RANGE_GY), 395, 85, 6);
        patches(svg, scale);
        meridians(svg);
        limitLine(svg);
        letters(svg);
        double[] at = MAP.px(acrossDegrees(hottest[1]), -90.0 + hottest[0] * map.stepDegrees());
        // Around a letter rather than on it.
        double ring = isLetter(at) ? LETTER + 3 : 5.5;
        Look.line("mark-halo", "#ffffff", 3.5).apply(svg, "circle", circle(at, ring));
        Look.line("mark", "#1b1f24", 1.6).apply(svg, "circle", circle(at, ring));
        legend(svg, scale);
        return new Figure(id, title, alternative, WIDTH, HEIGHT, svg.end(), Optional.empty());
    }

    private static String[] circle(double[] at, double radius) {
        return new String[] {"cx", Svg.num(at[0]), "cy", Svg.num(at[1]), "r", Svg.num(radius)};
    }

    /** From the front towards the patient's left, -180 to 180. */
    private double acrossDegrees(int column) {
        double degrees = (column * map.stepDegrees() + 90) % 360;
        return degrees > 180 ? degrees - 360 : degrees;
    }

    /** The value at a node of the fine grid; {@code i} runs from the back over the right to the front and on. */
    private double at(int i, int j) {
        // The map begins at the back, which is the column at 90 degrees.
        double column = map.columns() / 4.0 + (double) i / FINER;
        int c = (int) Math.floor(column);
        double fc = column - c;
        int r = Math.min(j / FINER, map.rows() - 2);
        double fr = (double) j / FINER - r;
        int n = map.columns();
        return weighed(
                1 - fc,
                weighed(1 - fr, gy[r][c % n], gy[r + 1][c % n]),
                weighed(1 - fr, gy[r][(c + 1) % n], gy[r + 1][(c + 1) % n]));
    }

    private static double weighed(double share, double a, double b) {
        return share == 1 ? a : share * a + (1 - share) * b;
    }

    private double[] node(int i, int j) {
        return MAP.px(-180 + 360.0 * i / across, -90 + 180.0 * j / up);
    }

    /** One path for each colour. */
    private void patches(Svg svg, Axis scale) {
        Map<Integer, StringBuilder> paths = new TreeMap<>();
        for (int j = 0; j < up; j++) {
            for (int i = 0; i < across; i++) {
                double middle = (at(i, j) + at(i + 1, j) + at(i, j + 1) + at(i + 1, j + 1)) / 4;
                double share = (middle - scale.from()) / (scale.to() - scale.from());
                int colour = Double.isNaN(middle) ? -1 : (int) Math.round(share * COLOURS);
                double[] a = node(i, j);
                double[] b = node(i + 1, j);
                double[] c = node(i + 1, j + 1);
                double[] d = node(i, j + 1);
                paths.computeIfAbsent(colour, k -> new StringBuilder())
                        .append(Paths.of(new double[] {a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1], a[0], a[1]}));
            }
        }
        paths.forEach((colour, d) -> {
            String css = colour < 0 ? "#b6bdc5" : DoseRamp.css((double) colour / COLOURS);
            // A thin line of the same colour: no seams between patches.
            new Look("patch", css, css, 0.6, "").apply(svg, "path", "d", d.toString());
        });
    }

    private void meridians(Svg svg) {
        Look thin = Look.line("sphere-line", "#ffffff", 0.7);
        for (int across = -90; across <= 90; across += 90) {
            thin.apply(svg, "path", "d", line(across, -90, across, 90), "stroke-opacity", "0.55");
        }
        thin.apply(svg, "path", "d", line(-180, 0, 180, 0), "stroke-opacity", "0.55");
        Look.AXIS.apply(svg, "path", "d", line(-180, -90, -180, 90));
        Look.AXIS.apply(svg, "path", "d", line(180, -90, 180, 90));
    }

    private static String line(double across, double up, double acrossTo, double upTo) {
        int steps = 72;
        double[] xy = new double[2 * steps + 2];
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            double[] p = MAP.px(across + t * (acrossTo - across), up + t * (upTo - up));
            xy[2 * i] = p[0];
            xy[2 * i + 1] = p[1];
        }
        return Paths.of(xy);
    }

    /** Where the value is the limit, with a pale line beneath that shows it on every colour. */
    private void limitLine(Svg svg) {
        StringBuilder d = new StringBuilder();
        for (int j = 0; j < up; j++) {
            for (int i = 0; i < across; i++) {
                // Two triangles to a patch: a straight piece in each.
                crossing(d, new int[][] {{i, j}, {i + 1, j}, {i + 1, j + 1}});
                crossing(d, new int[][] {{i, j}, {i + 1, j + 1}, {i, j + 1}});
            }
        }
        if (d.length() > 0) {
            Look.line("limit-halo", "#ffffff", 4.5).apply(svg, "path", "d", d.toString(), "stroke-linecap", "round");
            Look.line("sphere-limit", Look.LIMIT.stroke(), 2.2)
                    .apply(svg, "path", "d", d.toString(), "stroke-linecap", "round");
        }
    }

    private void crossing(StringBuilder d, int[][] corners) {
        List<double[]> ends = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            int[] a = corners[k];
            int[] b = corners[(k + 1) % 3];
            double va = at(a[0], a[1]) - limitGy;
            double vb = at(b[0], b[1]) - limitGy;
            if (va <= 0 != vb <= 0 && !Double.isNaN(va + vb)) {
                double t = va / (va - vb);
                double[] pa = node(a[0], a[1]);
                double[] pb = node(b[0], b[1]);
                ends.add(new double[] {pa[0] + t * (pb[0] - pa[0]), pa[1] + t * (pb[1] - pa[1])});
            }
        }
        if (ends.size() == 2) {
            d.append(Paths.of(new double[] {ends.get(0)[0], ends.get(0)[1], ends.get(1)[0], ends.get(1)[1]}));
        }
    }

    private void letters(Svg svg) {
        LETTERS.forEach(l -> letter(svg, l.px(), l.word()));
    }

    private static boolean isLetter(double[] at) {
        return LETTERS.stream().anyMatch(l -> Math.hypot(at[0] - l.px()[0], at[1] - l.px()[1]) < 2 * LETTER);
    }

    private static void letter(Svg svg, double[] at, String letter) {
        Look.PAPER.apply(svg, "circle", circle(at, LETTER));
        Label.bold(svg, at[0], at[1] + 4.5, letter, Anchor.MIDDLE, Look.INK);
    }

    private void legend(Svg svg, Axis scale) {
        double top = scale.toPx();
        double step = (scale.fromPx() - top) / COLOURS;
        for (int k = 0; k < COLOURS; k++) {
            Look.filled("patch", DoseRamp.css((k + 0.5) / COLOURS))
                    .apply(
                            svg,
                            "rect",
                            "x",
                            Svg.num(SCALE_LEFT),
                            "y",
                            Svg.num(scale.fromPx() - (k + 1) * step),
                            "width",
                            Svg.num(SCALE_WIDTH),
                            "height",
                            Svg.num(step + 0.5));
        }
        Label.small(svg, SCALE_LEFT, top - 12, "Gy", Anchor.START, Look.INK);
        boolean limitShown = limitGy > scale.from() && limitGy < scale.to();
        for (double t : scale.ticks()) {
            if (!limitShown || Math.abs(scale.px(t) - scale.px(limitGy)) > 11) {
                Label.small(svg, SCALE_LEFT + SCALE_WIDTH + 8, scale.px(t) + 4, Axis.label(t), Anchor.START, Look.INK);
            }
        }
        String limit = "limit " + RobustFigures.limitGy(map.limit().limit());
        if (limitShown) {
            Look.line("limit", Look.LIMIT.stroke(), 2.2)
                    .apply(
                            svg,
                            "line",
                            "x1",
                            Svg.num(SCALE_LEFT - 5),
                            "x2",
                            Svg.num(SCALE_LEFT + SCALE_WIDTH + 5),
                            "y1",
                            Svg.num(scale.px(limitGy)),
                            "y2",
                            Svg.num(scale.px(limitGy)));
            Label.small(svg, SCALE_LEFT + SCALE_WIDTH + 8, scale.px(limitGy) + 4, limit, Anchor.START, Look.LIMIT_INK);
        }
        Label.small(
                svg,
                SCALE_LEFT - 8,
                420,
                limitShown ? "line: at the limit" : limit + (limitGy >= scale.to() ? ": not reached" : ": exceeded"),
                Anchor.START,
                limitShown ? Look.LIMIT_INK : Look.INK);
        Label.small(
                svg,
                14,
                HEIGHT - 14,
                Label.fit(
                        "Circle: most, " + Decimals.fixed(highGy, 2) + " Gy"
                                + " (" + PatientDirection.words(map.direction(hottest[0], hottest[1])) + ")"
                                + (hasGaps() ? "; grey: outside the dose grid" : ""),
                        Label.SMALL,
                        SCALE_LEFT - 40),
                Anchor.START,
                Look.INK);
    }

    private boolean hasGaps() {
        for (double[] row : gy) {
            for (double v : row) {
                if (Double.isNaN(v)) {
                    return true;
                }
            }
        }
        return false;
    }

    private String alternative(String title) {
        return title + ". From " + Decimals.fixed(lowGy, 2) + " Gy to " + Decimals.fixed(highGy, 2)
                + " Gy, most towards " + PatientDirection.words(map.direction(hottest[0], hottest[1])) + "; limit "
                + RobustFigures.limitGy(map.limit().limit())
                + (highGy > limitGy ? ", exceeded in some directions" : ", not exceeded in any direction looked at")
                + ".";
    }
}
