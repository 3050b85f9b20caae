package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.figure.Label.Anchor;
import org.cordonrt.robust.Chance;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.SetupErrors;

/** How probable it is that a limited dose stays below a value, for the set-up errors that were drawn. */
final class SpreadFigure {
    private static final int WIDTH = 880;
    private static final double PLOT_HEIGHT = 300;
    private static final double RIGHT = 540;
    private static final double LEGEND = 562;
    private static final double ENTRY = 20;
    private static final int MOST = 6;

    /** Half width of the band that holds the whole curve with 95 % (Massart 1990, DOI 10.1214/aop/1176990746). */
    private static final double BAND = Math.sqrt(StrictMath.log(2 / 0.05) / 2);

    private final SetupErrors errors;

    /** Limits on one dose of one structure share a curve. */
    private final Map<String, List<Chance>> curves;

    private SpreadFigure(SetupErrors errors, Map<String, List<Chance>> curves) {
        this.errors = errors;
        this.curves = curves;
    }

    /** Empty when no set-up errors were drawn. */
    static Optional<Figure> of(RobustAssessment a) {
        Map<String, List<Chance>> curves = a.chances().stream()
                .filter(c -> !c.percentilesGy().isEmpty())
                .collect(Collectors.groupingBy(
                        c -> RobustFigures.subject(c.limit()), LinkedHashMap::new, Collectors.toList()));
        return a.options().setupErrors().filter(e -> !curves.isEmpty()).map(e -> new SpreadFigure(e, curves).draw());
    }

    private List<Chance> chances(String name) {
        return Objects.requireNonNull(curves.get(name));
    }

    private Figure draw() {
        String title = "Probability of staying below a dose under set-up errors";
        List<String> names = curves.keySet().stream().limit(MOST).toList();
        String alternative = alternative(title, names);
        long lines = names.stream().mapToLong(n -> 1 + chances(n).size()).sum();
        int height = (int) Math.max(Plot.TOP + PLOT_HEIGHT + Plot.BOTTOM, Plot.TOP + (lines + 4) * ENTRY);
        Svg svg = new Svg("robust-spread", WIDTH, height, title, alternative);
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (String n : names) {
            for (Chance c : chances(n)) {
                low = Math.min(low, c.percentilesGy().get(0));
                high = Math.max(high, c.percentilesGy().get(100));
                high = Math.max(
                        high, Math.min(1.6 * high, Headroom.limitGy(c.limit().constraint())));
            }
        }
        Axis x = Axis.of(Math.max(0, low - 0.05 * (high - low) - 0.1), 1.03 * high + 0.1, Plot.LEFT, RIGHT, 7);
        Plot plot = new Plot(svg, x, Axis.of(0, 100, Plot.TOP + PLOT_HEIGHT, Plot.TOP, 5), "Gy", "%");
        plot.axes(title, "Dose in Gy", "Courses that stay below in %");
        plot.openClipped();
        double y = Plot.TOP + 8;
        for (int i = 0; i < names.size(); i++) {
            band(plot, i, chances(names.get(i)).get(0));
            curve(plot, i, chances(names.get(i)).get(0));
            for (Chance c : chances(names.get(i))) {
                double gy = Headroom.limitGy(c.limit().constraint());
                plot.line(
                        x.px(gy),
                        plot.y().toPx(),
                        x.px(gy),
                        plot.y().fromPx(),
                        Look.series(i).wide(1.1).dashed("2 2"));
            }
        }
        svg.close();
        for (int i = 0; i < names.size(); i++) {
            Look.series(i)
                    .apply(
                            svg,
                            "line",
                            "x1",
                            Svg.num(LEGEND),
                            "x2",
                            Svg.num(LEGEND + 30),
                            "y1",
                            Svg.num(y),
                            "y2",
                            Svg.num(y));
            Label.write(
                    svg,
                    LEGEND + 38,
                    y + 4.5,
                    Label.fit(names.get(i), Label.SIZE, WIDTH - LEGEND - 42),
                    Anchor.START,
                    Look.INK);
            for (Chance c : chances(names.get(i))) {
                y += ENTRY;
                Label.small(
                        svg,
                        LEGEND + 38,
                        y + 4,
                        Label.fit(kept(c), Label.SMALL, WIDTH - LEGEND - 42),
                        Anchor.START,
                        Look.MUTED);
            }
            y += ENTRY + 4;
        }
        Label.small(svg, LEGEND, y + 10, "dotted upright: limits; in brackets 95 % interval", Anchor.START, Look.MUTED);
        Label.small(svg, LEGEND, y + 27, "band: holds the whole curve with 95 %", Anchor.START, Look.MUTED);
        return new Figure("robust-spread", title, alternative, WIDTH, height, svg.end(), plot.frame());
    }

    /** "14 Gy (TG101): 97.1 % (95.9 to 98.1)". */
    private static String kept(Chance c) {
        return RobustFigures.limitGy(c.limit()) + " (" + c.limit().setId() + "): "
                + Decimals.fixed(100 * c.probability(), 1) + " % (" + Decimals.fixed(100 * c.lower(), 1) + " to "
                + Decimals.fixed(100 * c.upper(), 1) + ")";
    }

    private static void curve(Plot plot, int series, Chance c) {
        plot.to(plot.x().from(), 0);
        plot.to(c.percentilesGy().get(0), 0);
        for (int p = 0; p <= 100; p++) {
            plot.to(c.percentilesGy().get(p), p);
        }
        plot.to(plot.x().to(), 100);
        plot.draw(Look.series(series), "", false);
    }

    private static void band(Plot plot, int series, Chance c) {
        double half = 100 * BAND / Math.sqrt(c.samples() - (double) c.notEvaluable());
        for (int p = 0; p <= 100; p++) {
            plot.to(c.percentilesGy().get(p), Math.min(100, p + half));
        }
        for (int p = 100; p >= 0; p--) {
            plot.to(c.percentilesGy().get(p), Math.max(0, p - half));
        }
        plot.draw(Look.seriesFill(series), "0.18", true);
    }

    private String alternative(String title, List<String> names) {
        List<String> parts = new ArrayList<>();
        for (String n : names) {
            Chance c = chances(n).get(0);
            parts.add(n + ": middle " + Decimals.fixed(c.percentilesGy().get(50), 2) + " Gy, 1 in 20 above "
                    + Decimals.fixed(c.percentilesGy().get(95), 2) + " Gy; "
                    + chances(n).stream().map(SpreadFigure::kept).collect(Collectors.joining("; ")));
        }
        return title + ": " + errors.samples() + " courses. " + String.join(". ", parts) + ".";
    }
}
