package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Curve;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.illustration.StructureCurve;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.figure.Label.Anchor;

/** Cumulative histograms with the limits on them: all in percent of volume, and the hottest part of the cord in cc. */
final class DvhFigure {
    private static final int WIDTH = 880;
    private static final int PLOT_HEIGHT = 380;
    private static final double RIGHT = 606;
    private static final double LEGEND = 630;
    private static final double ENTRY = 36;
    private static final double BELOW_ENTRIES = 80;
    private static final double ROOM = 1.04;
    private static final double ROOM_CC = 1.25;

    /** An envelope narrower than this, px, cannot be told from the line. */
    private static final double VISIBLE_PX = 0.75;

    private static final Metric MAX = Metric.parse("Max[Gy]");

    private final Assessment found;
    private final boolean inCc;
    private final List<Entry> entries;

    /** A curve, the number of its colour, and its limits. */
    private record Entry(StructureCurve curve, int series, List<LimitMark> marks) {}

    private DvhFigure(Assessment found, boolean inCc, List<Entry> entries) {
        this.found = found;
        this.inCc = inCc;
        this.entries = entries;
    }

    /** All curves, in percent of each structure's volume; empty when there is none. */
    static Optional<Figure> percent(Assessment found, Illustrations shown) {
        return entries(found, shown).isEmpty()
                ? Optional.empty()
                : Optional.of(new DvhFigure(found, false, entries(found, shown)).draw());
    }

    /** The cord and what holds it, in cc, up to the largest volume that a limit is about; empty without such limits. */
    static Optional<Figure> hottest(Assessment found, Illustrations shown) {
        List<Entry> cord = entries(found, shown).stream()
                .filter(e ->
                        e.curve.match().kind().guardsCord() && !e.curve.match().isDerived())
                .toList();
        boolean limited = cord.stream().flatMap(e -> e.marks.stream()).anyMatch(m -> m.volumeCc() > 0);
        return limited ? Optional.of(new DvhFigure(found, true, cord).draw()) : Optional.empty();
    }

    private static List<Entry> entries(Assessment found, Illustrations shown) {
        List<Entry> entries = new ArrayList<>();
        for (StructureCurve c : shown.curves()) {
            entries.add(new Entry(c, entries.size(), LimitMark.of(found, c)));
        }
        return entries;
    }

    private Figure draw() {
        double mostGy = 0;
        double mostCc = 0;
        for (Entry e : entries) {
            mostGy = Math.max(mostGy, lastGy(e.curve));
            for (LimitMark m : e.marks) {
                mostGy = Math.max(mostGy, m.doseGy());
                mostCc = Math.max(mostCc, m.volumeCc());
            }
        }
        String id = inCc ? "dvh-cc" : "dvh";
        String title = inCc
                ? "Hottest part of the cord and what holds it, in cc"
                : "Dose-volume histograms, in percent of each structure";
        int height =
                (int) Math.max(Plot.TOP + PLOT_HEIGHT + Plot.BOTTOM, Plot.TOP + entries.size() * ENTRY + BELOW_ENTRIES);
        Svg svg = new Svg(id, WIDTH, height, title, alternative(title));
        Axis x = Axis.of(0, Math.max(mostGy, 0.1) * ROOM, Plot.LEFT, RIGHT, 10);
        Axis y = inCc
                ? Axis.of(0, mostCc * ROOM_CC, Plot.TOP + PLOT_HEIGHT, Plot.TOP, 6)
                : Axis.of(0, 100, Plot.TOP + PLOT_HEIGHT, Plot.TOP, 5);
        Plot plot = new Plot(svg, x, y, "Gy", inCc ? "cc" : "%");
        plot.axes(title, "Dose in Gy", inCc ? "Volume in cc" : "Volume in %");
        plot.openClipped();
        for (Entry e : entries) {
            band(plot, e);
        }
        for (Entry e : entries) {
            Curve c = e.curve.curve();
            for (int i = 0; i < c.size(); i++) {
                plot.to(c.doseGy(i), scaled(e, c.volumeCc(i)));
            }
            plot.draw(Look.series(e.series), "", false);
        }
        svg.close();
        marks(plot);
        legend(svg);
        return new Figure(id, title, alternative(title), WIDTH, height, svg.end(), plot.frame());
    }

    private double scaled(Entry e, double cc) {
        return inCc ? cc : 100 * cc / e.curve.volumeCc();
    }

    private void band(Plot plot, Entry e) {
        Curve c = e.curve.curve();
        double widest = 0;
        for (int i = 0; i < c.size(); i++) {
            widest = Math.max(
                    widest, plot.y().px(scaled(e, c.lowerCc(i))) - plot.y().px(scaled(e, c.upperCc(i))));
        }
        if (widest < VISIBLE_PX) {
            return;
        }
        for (int i = 0; i < c.size(); i++) {
            plot.to(c.doseGy(i), scaled(e, c.upperCc(i)));
        }
        for (int i = c.size() - 1; i >= 0; i--) {
            plot.to(c.doseGy(i), scaled(e, c.lowerCc(i)));
        }
        plot.draw(Look.seriesFill(e.series), "0.25", true);
    }

    /** Small flags whose tip is the limit; names where there is room. */
    private void marks(Plot plot) {
        Placement placed = new Placement(
                plot.x().fromPx(), plot.y().toPx(), plot.x().toPx(), plot.y().fromPx());
        for (Entry e : entries) {
            for (LimitMark m : e.marks) {
                placed.block(plot.x().px(m.doseGy()) - 2, plot.y().px(scaled(e, m.volumeCc())) - 6, 13, 12);
            }
        }
        for (Entry e : entries) {
            for (LimitMark m : e.marks) {
                double x = plot.x().px(m.doseGy());
                double y = plot.y().px(scaled(e, m.volumeCc()));
                flag(plot.svg(), x, y, e.series, m.met());
                if (inCc) {
                    name(plot.svg(), placed, x, y, m, Look.seriesFill(e.series));
                }
            }
        }
    }

    private static void name(Svg svg, Placement placed, double x, double y, LimitMark m, Look look) {
        String text = m.name() + " " + Decimals.shortest(m.doseGy(), 2) + " Gy";
        double width = Label.width(text, Label.SMALL);
        double[] tries = {x + 13, y - 6, x + 13, y - 20, x + 6, y - 20, x + 6, y - 34, x + 6, y - 48, x + 6, y - 62};
        placed.place(width, Label.SMALL, tries).ifPresent(at -> {
            Look.PAPER.apply(
                    svg,
                    "rect",
                    "x",
                    Svg.num(at[0] - 1),
                    "y",
                    Svg.num(at[1]),
                    "width",
                    Svg.num(width),
                    "height",
                    Svg.num(Label.SMALL),
                    "fill-opacity",
                    "0.8");
            Label.small(svg, at[0], at[1] + 9.5, text, Anchor.START, look);
        });
    }

    /** A triangle that points at the limit from above it; filled when the limit is missed. */
    private static void flag(Svg svg, double x, double y, int series, boolean met) {
        Look look = met ? Look.series(series).dashed("").wide(1.5) : Look.seriesFill(series);
        String d = "M" + Svg.num(x) + "," + Svg.num(y) + "l9,-5v10Z";
        if (met) {
            Look.PAPER.apply(svg, "path", "d", d);
        }
        look.apply(svg, "path", "d", d);
    }

    private void legend(Svg svg) {
        double y = Plot.TOP + 8;
        for (Entry e : entries) {
            Look.series(e.series)
                    .wide(2.5)
                    .apply(
                            svg,
                            "line",
                            "x1",
                            Svg.num(LEGEND),
                            "y1",
                            Svg.num(y),
                            "x2",
                            Svg.num(LEGEND + 34),
                            "y2",
                            Svg.num(y));
            String name = e.curve.match().structure().name();
            Label.write(
                    svg,
                    LEGEND + 42,
                    y + 4.5,
                    Label.fit(name, Label.SIZE, WIDTH - LEGEND - 48),
                    Anchor.START,
                    Look.INK);
            Label.small(
                    svg,
                    LEGEND + 42,
                    y + 19,
                    Phrases.volume(e.curve.volumeCc()) + " cc, max "
                            + maximum(e.curve).map(Phrases::value).orElse("not known"),
                    Anchor.START,
                    Look.MUTED);
            y += ENTRY;
        }
        if (entries.stream().anyMatch(e -> !e.marks.isEmpty())) {
            flag(svg, LEGEND + 2, y + 6, entries.get(0).series, true);
            Label.small(svg, LEGEND + 18, y + 10, "limit met: the curve stays left of", Anchor.START, Look.MUTED);
            Label.small(svg, LEGEND + 18, y + 24, "the tip or below it", Anchor.START, Look.MUTED);
            flag(svg, LEGEND + 2, y + 38, entries.get(0).series, false);
            Label.small(svg, LEGEND + 18, y + 42, "filled: limit not met", Anchor.START, Look.MUTED);
        }
    }

    private static double lastGy(StructureCurve curve) {
        Curve c = curve.curve();
        int last = c.size() - 1;
        while (last > 0 && c.upperCc(last) <= 0) {
            last--;
        }
        return c.doseGy(last);
    }

    private Optional<MetricValue> maximum(StructureCurve curve) {
        return found.structures().stream()
                .filter(s -> s.match().equals(curve.match()))
                .map(AssessedStructure::metrics)
                .flatMap(List::stream)
                .filter(v -> v.metric().equals(MAX) && v.isEvaluable())
                .findFirst();
    }

    private String alternative(String title) {
        StringBuilder text = new StringBuilder(title).append('.');
        for (Entry e : entries) {
            text.append(' ')
                    .append(e.curve.match().structure().name())
                    .append(": ")
                    .append(Phrases.volume(e.curve.volumeCc()))
                    .append(" cc");
            maximum(e.curve).ifPresent(v -> text.append(", maximum ").append(Phrases.value(v)));
            medianGy(e.curve)
                    .ifPresent(gy -> text.append(", half of it at least ")
                            .append(Decimals.fixed(gy, 2))
                            .append(" Gy"));
            for (LimitMark m : e.marks) {
                text.append(m.met() ? ", meets the limit " : ", misses the limit ")
                        .append(m.name())
                        .append(" at ")
                        .append(Decimals.shortest(m.doseGy(), 2))
                        .append(" Gy");
            }
            text.append('.');
        }
        return text.toString();
    }

    private static Optional<Double> medianGy(StructureCurve curve) {
        Curve c = curve.curve();
        for (int i = c.size() - 1; i >= 0; i--) {
            if (curve.percent(i) >= 50) {
                return Optional.of(c.doseGy(i));
            }
        }
        return Optional.empty();
    }
}
