package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Margin;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.illustration.DoseLevel;
import org.cordonrt.illustration.Isodose;
import org.cordonrt.illustration.Orientation;
import org.cordonrt.illustration.Outline;
import org.cordonrt.illustration.Raster;
import org.cordonrt.illustration.Samples;
import org.cordonrt.illustration.Simplified;
import org.cordonrt.illustration.SliceView;
import org.cordonrt.illustration.ViewMark;
import org.cordonrt.illustration.ViewPlane;
import org.cordonrt.plan.Point3;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.figure.Label.Anchor;

/** A slice: CT, dose, isodose lines, outlines, and the place it is about. */
final class ViewFigure {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 590;
    private static final double SIZE = 480;
    private static final double LEFT = 34;
    private static final double TOP = 62;
    /** Width of the dark ground behind a line of the key. */
    private static final double DARK = 38;

    private static final double LEGEND = 552;
    private static final double BAR_HEIGHT = 170;
    private static final double SCALE_BAR_MM = 10;

    /** A place further from the plane than this is not in it. */
    private static final double IN_PLANE_MM = 0.75;

    private static final double FLAT_PX = 0.1;

    /** Least distance of names, px, on both sides. */
    private static final double BETWEEN = 3;

    private static final int STEPS = 96;
    private static final int STOPS = 20;
    private static final double FULL_WASH = 0.12;
    private static final int WASH_OVER_CT = 120;
    private static final double CT_BLACK_HU = -200;
    private static final double CT_WHITE_HU = 500;

    private static final Look GROUND = Look.filled("image-ground", "#14181d");
    private static final Look HALO = Look.line("image-halo", "#000000", 3.6);
    private static final Look LINE = Look.line("image-line", "#ffffff", 1.2);
    private static final Look WORDS = Look.filled("image-words", "#ffffff");

    private final Assessment found;
    private final SliceView view;
    private final double topGy;
    private final ViewPlane plane;
    private final double pxPerMm;
    private final Placement placed = new Placement(LEFT + 2, TOP + 2, LEFT + SIZE - 2, TOP + SIZE - 2);

    private ViewFigure(Assessment found, SliceView view, double topGy) {
        this.found = found;
        this.view = view;
        this.topGy = topGy;
        this.plane = view.plane();
        this.pxPerMm = SIZE / plane.sizeMm();
    }

    /** All slices, with one scale of dose. */
    static List<Figure> of(Assessment found, List<SliceView> views) {
        double most = found.plan().prescriptionGy().orElse(0);
        for (SliceView v : views) {
            most = Math.max(most, v.dose().map(Raster::max).orElse(0f));
        }
        List<Figure> figures = new ArrayList<>();
        for (SliceView v : views) {
            figures.add(new ViewFigure(found, v, most).draw());
        }
        return figures;
    }

    private double x(double a) {
        return LEFT + (a - plane.leftMm()) * pxPerMm;
    }

    private double y(double b) {
        return TOP + (b - plane.topMm()) * pxPerMm;
    }

    private Figure draw() {
        Orientation o = plane.orientation();
        String place = view.why() == SliceView.Reason.SMALLEST_GAP ? "gap" : "hottest";
        String id = "view-" + place + "-" + o.word();
        String word =
                o.word().substring(0, 1).toUpperCase(Locale.ROOT) + o.word().substring(1);
        String title = word + " slice through the " + view.why().words() + ", " + o.axis() + " = "
                + Decimals.fixed(plane.depthMm(), 1) + " mm";
        String alternative = alternative(title);
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, alternative);
        Label.bold(svg, LEFT, 22, title, Anchor.START, Look.INK);
        letters(svg, o);
        String clip = svg.id("clip");
        svg.open("clipPath", "id", clip);
        rect(svg, LEFT, TOP, SIZE, SIZE);
        svg.close();
        GROUND.apply(
                svg, "rect", "x", Svg.num(LEFT), "y", Svg.num(TOP), "width", Svg.num(SIZE), "height", Svg.num(SIZE));
        svg.open("g", "clip-path", "url(#" + clip + ")");
        view.ct().ifPresent(ct -> image(svg, "image-ct", grey(ct)));
        view.dose().ifPresent(d -> image(svg, "image-dose", wash(d)));
        outlines(svg);
        isodoses(svg);
        marks(svg);
        names(svg);
        scaleBar(svg);
        svg.close();
        colourBar(svg);
        key(svg);
        caption(svg);
        PlotFrame frame = new PlotFrame(
                LEFT,
                LEFT + SIZE,
                TOP,
                TOP + SIZE,
                plane.leftMm(),
                plane.leftMm() + plane.sizeMm(),
                -plane.topMm(),
                -plane.topMm() - plane.sizeMm(),
                "mm",
                "mm");
        return new Figure(id, title, alternative, WIDTH, HEIGHT, svg.end(), Optional.of(frame));
    }

    private static void rect(Svg svg, double x, double y, double width, double height) {
        svg.empty("rect", "x", Svg.num(x), "y", Svg.num(y), "width", Svg.num(width), "height", Svg.num(height));
    }

    private static void letters(Svg svg, Orientation o) {
        double middleX = LEFT + SIZE / 2;
        double middleY = TOP + SIZE / 2 + 5;
        Label.bold(svg, LEFT - 16, middleY, o.leftLetter(), Anchor.MIDDLE, Look.INK);
        Label.bold(svg, LEFT + SIZE + 16, middleY, o.rightLetter(), Anchor.MIDDLE, Look.INK);
        Label.bold(svg, middleX, TOP - 8, o.topLetter(), Anchor.MIDDLE, Look.INK);
        Label.bold(svg, middleX, TOP + SIZE + 18, o.bottomLetter(), Anchor.MIDDLE, Look.INK);
    }

    private static void image(Svg svg, String cssClass, String uri) {
        svg.empty(
                "image",
                "class",
                cssClass,
                "x",
                Svg.num(LEFT),
                "y",
                Svg.num(TOP),
                "width",
                Svg.num(SIZE),
                "height",
                Svg.num(SIZE),
                "preserveAspectRatio",
                "none",
                "xlink:href",
                uri);
    }

    private static String grey(Raster ct) {
        int n = ct.size();
        byte[] pixels = new byte[n * n];
        for (int i = 0; i < pixels.length; i++) {
            double hu = ct.at(i % n, i / n);
            double share = (hu - CT_BLACK_HU) / (CT_WHITE_HU - CT_BLACK_HU);
            pixels[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, Double.isNaN(share) ? 0 : share)));
        }
        return Png.grey(n, pixels);
    }

    /** The dose as colours: opaque where there is nothing behind, and clear where there is no or hardly any dose. */
    private String wash(Raster dose) {
        int[] palette = new int[STEPS + 1];
        for (int i = 1; i <= STEPS; i++) {
            double share = (i - 0.5) / STEPS;
            double alpha = view.ct().isPresent() ? WASH_OVER_CT * Math.min(1, share / FULL_WASH) : 255;
            palette[i] = (int) Math.round(alpha) << 24 | DoseRamp.rgb(share);
        }
        int n = dose.size();
        byte[] pixels = new byte[n * n];
        for (int i = 0; i < pixels.length; i++) {
            float gy = dose.at(i % n, i / n);
            if (!Float.isNaN(gy)) {
                pixels[i] = (byte) (1 + Math.max(0, Math.min(STEPS - 1, (int) (gy / topGy * STEPS))));
            }
        }
        return Png.indexed(n, pixels, palette);
    }

    private double[] px(Samples line) {
        double[] xy = line.toArray();
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = x(xy[i]);
            xy[i + 1] = y(xy[i + 1]);
        }
        return Simplified.of(xy, FLAT_PX);
    }

    private String path(List<Samples> lines) {
        StringBuilder d = new StringBuilder();
        lines.forEach(l -> d.append(Paths.of(px(l))));
        return d.toString();
    }

    private static Look look(Outline o, int number) {
        Integer colour = o.match().structure().displayColor();
        double width = o.match().kind().guardsCord() || o.match().kind().isTarget() ? 2 : 1.5;
        return colour == null
                ? Look.series(number).dashed("").wide(width)
                : Look.line("roi", DoseRamp.colour(colour), width);
    }

    private void outlines(Svg svg) {
        List<Outline> all = view.outlines();
        for (int i = 0; i < all.size(); i++) {
            String d = path(all.get(i).lines());
            HALO.apply(svg, "path", "d", d, "stroke-opacity", "0.55", "stroke-linejoin", "round");
            look(all.get(i), i).apply(svg, "path", "d", d, "stroke-linejoin", "round");
        }
    }

    private static String dash(int level) {
        return switch (level % 5) {
            case 0 -> "";
            case 1 -> "7 3";
            case 2 -> "2 3";
            case 3 -> "9 3 2 3";
            default -> "4 4";
        };
    }

    private void isodoses(Svg svg) {
        for (int i = 0; i < view.isodoses().size(); i++) {
            String d = path(view.isodoses().get(i).lines());
            HALO.wide(2.4).apply(svg, "path", "d", d, "stroke-opacity", "0.45");
            LINE.dashed(dash(i)).apply(svg, "path", "d", d);
        }
    }

    private void marks(Svg svg) {
        List<ViewMark> inPlane = view.marks().stream()
                .filter(m -> Math.abs(plane.offsetMm(m.atMm())) <= IN_PLANE_MM)
                .toList();
        Optional<ViewMark> cord = at(inPlane, ViewMark.Kind.GAP_CORD);
        Optional<ViewMark> target = at(inPlane, ViewMark.Kind.GAP_TARGET);
        if (cord.isPresent() && target.isPresent()) {
            gap(svg, cord.get().atMm(), target.get().atMm());
        } else if (view.why() == SliceView.Reason.SMALLEST_GAP) {
            cross(svg, plane.throughMm(), "smallest gap");
        }
        at(inPlane, ViewMark.Kind.HOTTEST).ifPresent(m -> cross(svg, m.atMm(), hottestText()));
    }

    private static Optional<ViewMark> at(List<ViewMark> marks, ViewMark.Kind kind) {
        return marks.stream().filter(m -> m.kind() == kind).findFirst();
    }

    private void gap(Svg svg, Point3 from, Point3 to) {
        double x1 = x(plane.a(from));
        double y1 = y(plane.b(from));
        double x2 = x(plane.a(to));
        double y2 = y(plane.b(to));
        double length = Math.hypot(x2 - x1, y2 - y1);
        // Ticks across the ends; without a gap there is no direction, and any will do.
        double nx = length > 0 ? -(y2 - y1) / length * 7 : 7;
        double ny = length > 0 ? (x2 - x1) / length * 7 : 0;
        String d = "M" + Svg.num(x1) + "," + Svg.num(y1) + "L" + Svg.num(x2) + "," + Svg.num(y2) + tick(x1, y1, nx, ny)
                + tick(x2, y2, nx, ny);
        HALO.apply(svg, "path", "d", d);
        LINE.wide(1.8).apply(svg, "path", "d", d, "id", svg.id("gap"));
        block(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), 8);
        note(svg, (x1 + x2) / 2, (y1 + y2) / 2, gapText());
    }

    private static String tick(double x, double y, double nx, double ny) {
        return "M" + Svg.num(x - nx) + "," + Svg.num(y - ny) + "L" + Svg.num(x + nx) + "," + Svg.num(y + ny);
    }

    private void cross(Svg svg, Point3 p, String text) {
        double x = x(plane.a(p));
        double y = y(plane.b(p));
        String d = "M" + Svg.num(x) + "," + Svg.num(y) + "m-9,0h6m6,0h6m-9,-9v6m0,6v6";
        HALO.apply(svg, "path", "d", d);
        LINE.wide(1.8).apply(svg, "path", "d", d, "id", svg.id("place"));
        block(x, y, x, y, 10);
        note(svg, x, y, text);
    }

    private void block(double x0, double y0, double x1, double y1, double beside) {
        placed.block(x0 - beside, y0 - beside, x1 - x0 + 2 * beside, y1 - y0 + 2 * beside);
    }

    /** What a mark means, beside it, with a line to it where it stands further away. */
    private void note(Svg svg, double x, double y, String text) {
        double width = Label.width(text, Label.SIZE);
        placed.place(
                        width,
                        Label.SIZE,
                        x + 16,
                        y - 6,
                        x - width - 16,
                        y - 6,
                        x - width / 2,
                        y - 36,
                        x - width / 2,
                        y + 24,
                        x + 24,
                        y + 24)
                .ifPresent(at -> words(svg, at[0], at[1] + 11, text, true));
    }

    /** White on a dark edge: readable on CT and on every dose. */
    private static void words(Svg svg, double x, double y, String text, boolean bold) {
        for (int i = 0; i < 2; i++) {
            svg.open(
                            "text",
                            "x",
                            Svg.num(x),
                            "y",
                            Svg.num(y),
                            "font-size",
                            bold ? "" : "11.5",
                            "font-weight",
                            bold ? "bold" : "",
                            "class",
                            i == 0 ? HALO.cssClass() : WORDS.cssClass(),
                            "fill",
                            i == 0 ? HALO.stroke() : WORDS.fill(),
                            "stroke",
                            i == 0 ? HALO.stroke() : "",
                            "stroke-width",
                            i == 0 ? "3" : "",
                            "stroke-linejoin",
                            i == 0 ? "round" : "",
                            "aria-hidden",
                            i == 0 ? "true" : "")
                    .words(text)
                    .close();
        }
    }

    /**
     * Names of isodose lines, cord and targets on themselves, as far as possible from the place that the slice is about.
     * What lies between cord and target is named beside the picture only: names would cover the gap.
     */
    private void names(Svg svg) {
        placed.block(LEFT, TOP + SIZE - 40, SCALE_BAR_MM * pxPerMm + 40, 40);
        for (Isodose i : view.isodoses()) {
            name(svg, i.lines(), Decimals.shortest(i.level().gy(), 2));
        }
        for (Outline o : view.outlines()) {
            boolean named = o.match().kind() == StructureKind.SPINAL_CORD
                    || o.match().kind().isTarget();
            if (named) {
                name(svg, o.lines(), Label.fit(o.match().structure().name(), Label.SMALL, 110));
            }
        }
    }

    private void name(Svg svg, List<Samples> lines, String text) {
        double width = Label.width(text, Label.SMALL);
        double fx = x(plane.a(plane.throughMm()));
        double fy = y(plane.b(plane.throughMm()));
        List<double[]> points = new ArrayList<>();
        for (Samples l : lines) {
            double[] xy = px(l);
            for (int i = 0; i < xy.length; i += 2) {
                points.add(new double[] {xy[i], xy[i + 1]});
            }
        }
        points.sort(Comparator.comparingDouble(p -> -Math.hypot(p[0] - fx, p[1] - fy)));
        double[] tries = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            tries[2 * i] = points.get(i)[0] - width / 2 - BETWEEN;
            tries[2 * i + 1] = points.get(i)[1] - Label.SMALL / 2;
        }
        placed.place(width + 2 * BETWEEN, Label.SMALL, tries)
                .ifPresent(at -> words(svg, at[0] + BETWEEN, at[1] + 9.5, text, false));
    }

    private void scaleBar(Svg svg) {
        double x = LEFT + 16;
        double y = TOP + SIZE - 16;
        String d = "M" + Svg.num(x) + "," + Svg.num(y) + "h" + Svg.num(SCALE_BAR_MM * pxPerMm);
        HALO.wide(6).apply(svg, "path", "d", d);
        LINE.wide(3).apply(svg, "path", "d", d, "id", svg.id("scale"));
        words(svg, x, y - 8, Axis.label(SCALE_BAR_MM) + " mm", true);
    }

    private void colourBar(Svg svg) {
        if (view.dose().isEmpty()) {
            return;
        }
        Label.bold(svg, LEGEND, TOP + 4, "Dose in Gy", Anchor.START, Look.INK);
        double top = TOP + 18;
        String ramp = svg.id("ramp");
        svg.open("linearGradient", "id", ramp, "x1", "0", "y1", "1", "x2", "0", "y2", "0");
        for (int i = 0; i <= STOPS; i++) {
            double share = (double) i / STOPS;
            svg.empty("stop", "offset", Svg.num(share), "stop-color", DoseRamp.css(share));
        }
        svg.close();
        Look.filled("dose-scale", "url(#" + ramp + ")")
                .apply(
                        svg,
                        "rect",
                        "x",
                        Svg.num(LEGEND),
                        "y",
                        Svg.num(top),
                        "width",
                        "18",
                        "height",
                        Svg.num(BAR_HEIGHT));
        Axis axis = Axis.of(0, topGy, top + BAR_HEIGHT, top, 5);
        for (double t : axis.ticks()) {
            Look.AXIS.apply(
                    svg,
                    "line",
                    "x1",
                    Svg.num(LEGEND + 18),
                    "y1",
                    Svg.num(axis.px(t)),
                    "x2",
                    Svg.num(LEGEND + 22),
                    "y2",
                    Svg.num(axis.px(t)));
            Label.small(svg, LEGEND + 27, axis.px(t) + 4, Axis.label(t), Anchor.START, Look.INK);
        }
    }

    /** A line as it looks on the slice, and what it is. */
    private static void entry(Svg svg, double y, Look line, String text) {
        GROUND.apply(svg, "rect", "x", Svg.num(LEGEND), "y", Svg.num(y - 8), "width", Svg.num(DARK), "height", "16");
        line.apply(
                svg,
                "line",
                "x1",
                Svg.num(LEGEND + 3),
                "y1",
                Svg.num(y),
                "x2",
                Svg.num(LEGEND + DARK - 3),
                "y2",
                Svg.num(y));
        Label.small(svg, LEGEND + DARK + 8, y + 4, text, Anchor.START, Look.INK);
    }

    private void key(Svg svg) {
        double y = view.dose().isPresent() ? TOP + BAR_HEIGHT + 46 : TOP + 4;
        for (int i = 0; i < view.isodoses().size(); i++) {
            entry(svg, y, LINE.dashed(dash(i)), text(view.isodoses().get(i).level()));
            y += 19;
        }
        y += view.isodoses().isEmpty() ? 0 : 10;
        for (int i = 0; i < view.outlines().size(); i++) {
            Outline o = view.outlines().get(i);
            entry(svg, y, look(o, i), Label.fit(o.match().structure().name(), Label.SMALL, WIDTH - LEGEND - DARK - 14));
            y += 19;
        }
    }

    private static String text(DoseLevel level) {
        String gy = Decimals.shortest(level.gy(), 2) + " Gy";
        if (!Double.isNaN(level.percent())) {
            return gy + " (" + Decimals.shortest(level.percent(), 0) + " %)";
        }
        return level.isLimit() ? gy + " (cord limit)" : gy;
    }

    private void caption(Svg svg) {
        boolean drawn = view.outlines().stream().allMatch(Outline::asDrawn);
        String how =
                drawn ? "Outlines as drawn on this plane" : "Outlines: surfaces that run from contour plane to plane";
        String ct = view.ct().isPresent() ? "" : "; no CT";
        String spot = !drawn && view.why() == SliceView.Reason.HOTTEST_CORD_POINT
                ? "; the point is that of the solid whose dose was measured"
                : "";
        String dose = view.dose().isEmpty() ? "; no dose here" : "";
        Label.small(svg, LEFT, HEIGHT - 10, how + spot + ct + dose + ".", Anchor.START, Look.MUTED);
    }

    private String gapText() {
        return found.margins().stream()
                .min(Comparator.comparingDouble(Margin::distanceMm))
                .map(m -> m.overlapCc() > 0
                        ? "overlap"
                        : m.distanceMm() == 0 ? "touching" : Decimals.fixed(m.distanceMm(), 2) + " mm")
                .orElse("");
    }

    private String hottestText() {
        return found.cord().stream()
                .flatMap(c -> c.metrics().stream())
                .filter(v -> v.metric().expression().equals("Max[Gy]") && v.isEvaluable())
                .map(v -> Decimals.fixed(v.value(), 2) + " Gy")
                .findFirst()
                .orElse("");
    }

    private String alternative(String title) {
        StringBuilder text = new StringBuilder(title).append(", ");
        text.append(Decimals.shortest(plane.sizeMm(), 0))
                .append(" mm wide. ")
                .append(view.ct().isPresent() ? "CT with dose" : view.dose().isPresent() ? "Dose" : "No dose")
                .append(". Outlines: ");
        List<String> names = new ArrayList<>();
        view.outlines().forEach(o -> names.add(o.match().structure().name()));
        text.append(names.isEmpty() ? "none" : String.join(", ", names)).append(". Isodose lines: ");
        List<String> levels = new ArrayList<>();
        view.isodoses().forEach(i -> levels.add(text(i.level())));
        text.append(levels.isEmpty() ? "none" : String.join(", ", levels)).append(". ");
        text.append(
                view.why() == SliceView.Reason.SMALLEST_GAP
                        ? "Marked: the smallest gap, " + gapText() + "."
                        : "Marked: the hottest point of the cord, " + hottestText() + ".");
        return text.toString();
    }
}
