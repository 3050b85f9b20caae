package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.Comparison;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.figure.Label.Anchor;

/** How much of each limit is used up. */
final class HeadroomFigure {
    private static final int WIDTH = 880;
    private static final double BAR_LEFT = 330;
    private static final double BAR_RIGHT = 700;
    private static final double ROW = 25;
    private static final double HEADING = 26;
    private static final double BAR = 13;
    private static final double LEAST_TOP = 120;
    private static final double MOST_TOP = 200;

    private final List<ConstraintResult> judged;

    private HeadroomFigure(List<ConstraintResult> judged) {
        this.judged = judged;
    }

    /** Empty when no limit was judged. */
    static Optional<Figure> of(Assessment found) {
        List<ConstraintResult> judged =
                found.constraints().stream().filter(ConstraintResult::counts).toList();
        return judged.isEmpty() ? Optional.empty() : Optional.of(new HeadroomFigure(judged).draw());
    }

    private Figure draw() {
        String title = "Each limit and how much of it is used";
        String alternative = alternative(title);
        long sets = judged.stream().map(ConstraintResult::setId).distinct().count();
        double bottom = Plot.TOP + 6 + sets * HEADING + judged.size() * ROW;
        int height = (int) (bottom + 46);
        Svg svg = new Svg("headroom", WIDTH, height, title, alternative);
        Label.bold(svg, 14, 22, title, Anchor.START, Look.INK);
        Axis x = Axis.of(0, topPercent(), BAR_LEFT, BAR_RIGHT, 6);
        for (double t : x.ticks()) {
            line(svg, x.px(t), Plot.TOP, x.px(t), bottom, Look.GRID);
            Label.small(svg, x.px(t), bottom + 16, Axis.label(t) + " %", Anchor.MIDDLE, Look.INK);
        }
        Label.small(
                svg, (BAR_LEFT + BAR_RIGHT) / 2, bottom + 34, "Value in percent of the limit", Anchor.MIDDLE, Look.INK);
        double y = Plot.TOP + 6;
        String set = "";
        for (ConstraintResult r : judged) {
            if (!r.setId().equals(set)) {
                set = r.setId();
                Label.bold(svg, 14, y + 17, set, Anchor.START, Look.INK);
                y += HEADING;
            }
            row(svg, x, r, y);
            y += ROW;
        }
        line(svg, x.px(100), Plot.TOP, x.px(100), bottom, Look.line("ink-line", Look.INK.fill(), 2));
        Label.small(svg, x.px(100), Plot.TOP - 6, "limit", Anchor.MIDDLE, Look.INK);
        return new Figure("headroom", title, alternative, WIDTH, height, svg.end(), Optional.empty());
    }

    private double topPercent() {
        double most = LEAST_TOP;
        for (ConstraintResult r : judged) {
            double p = percent(r);
            most = Double.isNaN(p) ? most : Math.max(most, 1.03 * p);
        }
        return Math.min(MOST_TOP, most);
    }

    private void row(Svg svg, Axis x, ConstraintResult r, double y) {
        double middle = y + ROW / 2;
        Label.write(svg, 30, middle + 4.5, Label.fit(name(r), Label.SIZE, BAR_LEFT - 46), Anchor.START, Look.INK);
        symbol(svg, 20, middle, r.state());
        double percent = percent(r);
        if (Double.isNaN(percent)) {
            Label.small(svg, BAR_LEFT + 6, middle + 4, "not evaluable", Anchor.START, Look.MUTED);
            return;
        }
        double end = x.px(Math.min(percent, x.to()));
        Look look = r.state() == State.PASS ? Look.GOOD : Look.BAD;
        look.apply(
                svg,
                "rect",
                "x",
                Svg.num(BAR_LEFT),
                "y",
                Svg.num(middle - BAR / 2),
                "width",
                Svg.num(Math.max(1, end - BAR_LEFT)),
                "height",
                Svg.num(BAR));
        if (percent > x.to()) {
            look.apply(svg, "path", "d", "M" + Svg.num(end + 2) + "," + Svg.num(middle - 7) + "l8,7l-8,7Z");
        }
        Label.write(svg, BAR_RIGHT + 62, middle + 4.5, percentText(percent), Anchor.END, Look.INK);
        Label.write(svg, WIDTH - 14, middle + 4.5, value(r), Anchor.END, Look.MUTED);
    }

    /** Percent of the limit used up; NaN without a value. A distance uses it up by being small. */
    private static double percent(ConstraintResult r) {
        if (r.value() == null || !r.value().isEvaluable()) {
            return Double.NaN;
        }
        double value = r.value().value();
        double limit = r.constraint().limit();
        if (r.constraint().comparison() == Comparison.AT_LEAST) {
            return limit == 0 ? 0 : value <= 0 ? Double.POSITIVE_INFINITY : 100 * limit / value;
        }
        return limit > 0 ? 100 * value / limit : value > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    /** So many decimals that what is below the limit never reads 100 %, nor what is above it. */
    private static String percentText(double percent) {
        return Double.isInfinite(percent) ? "over" : Decimals.beside(percent, 100, 0) + " %";
    }

    private static String value(ConstraintResult r) {
        return r.value() == null
                ? ""
                : Decimals.beside(r.value().value(), r.constraint().limit(), 2) + " "
                        + r.constraint().unit();
    }

    private static String name(ConstraintResult r) {
        String structure = r.structure() == null
                ? r.constraint().structureKind().words()
                : r.structure().structure().name();
        String limit = Phrases.shortName(r.constraint().metric()) + " "
                + symbol(r.constraint().comparison()) + " "
                + Decimals.shortest(r.constraint().limit(), 6) + " "
                + r.constraint().unit();
        // The limit must be readable whatever the structure is called.
        double room = BAR_LEFT - 52 - Label.width(limit, Label.SIZE);
        return Label.fit(structure, Label.SIZE, room) + " " + limit
                + (r.constraint().level() == Level.OPTIMAL ? " (goal)" : "");
    }

    private static String symbol(Comparison c) {
        return switch (c) {
            case AT_MOST -> "≤";
            case BELOW -> "<";
            case AT_LEAST -> "≥";
        };
    }

    /** A tick, a cross, a wave or a question: told apart by shape, not by colour. */
    private static void symbol(Svg svg, double x, double y, State state) {
        String at = "M" + Svg.num(x) + "," + Svg.num(y);
        switch (state) {
            case PASS -> Look.GOOD_LINE.apply(svg, "path", "d", at + "m-6,0l4,5l7,-10");
            case FAIL -> Look.BAD_LINE.apply(svg, "path", "d", at + "m-5,-5l10,10m0,-10l-10,10");
            case ACCEPTABLE -> Look.MUTED_LINE.apply(svg, "path", "d", at + "m-6,2c2,-6 4,-6 6,-2c2,4 4,4 6,-2");
            default -> Label.bold(svg, x, y + 4.5, "?", Anchor.MIDDLE, Look.INK);
        }
    }

    private static void line(Svg svg, double x1, double y1, double x2, double y2, Look look) {
        look.apply(svg, "line", "x1", Svg.num(x1), "y1", Svg.num(y1), "x2", Svg.num(x2), "y2", Svg.num(y2));
    }

    private String alternative(String title) {
        List<String> parts = new ArrayList<>();
        for (ConstraintResult r : judged) {
            double percent = percent(r);
            StructureMatch s = r.structure();
            parts.add(r.setId() + ", "
                    + (s == null
                            ? r.constraint().structureKind().words()
                            : s.structure().name())
                    + ", " + r.constraint().text() + ": "
                    + (Double.isNaN(percent)
                            ? "not evaluable"
                            : value(r) + ", " + percentText(percent) + " of the limit, "
                                    + r.state().name().toLowerCase(Locale.ROOT)));
        }
        return title + ". " + String.join(". ", parts) + ".";
    }
}
