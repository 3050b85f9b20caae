package org.cordonrt.report.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.illustration.DoseAcross;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.figure.Label.Anchor;

/** The dose on the shortest way from the target to the cord. */
final class FallOffFigure {
    private static final int WIDTH = 880;
    private static final double PLOT_HEIGHT = 320;
    private static final double RIGHT = 606;
    private static final double LEGEND = 630;

    /** Limits on larger volumes are not about a point on a line. */
    private static final double NEAR_MAXIMUM_CC = 0.1;

    private static final double LABEL_STEP = 14;

    /** No dose grid tells how the dose falls over less. */
    private static final double SHORTEST_FALL_MM = 1;

    private final Assessment found;
    private final DoseAcross across;

    private FallOffFigure(Assessment found, DoseAcross across) {
        this.found = found;
        this.across = across;
    }

    /** Empty without a cord, a target or a dose. */
    static Optional<Figure> of(Assessment found, Illustrations shown) {
        return shown.across().filter(a -> !Double.isNaN(mostGy(a))).map(a -> new FallOffFigure(found, a).draw());
    }

    private static double mostGy(DoseAcross a) {
        double most = Double.NaN;
        for (int i = 0; i < a.doseGy().size(); i++) {
            double gy = a.doseGy().at(i);
            most = Double.isNaN(most) || gy > most ? gy : most;
        }
        return most;
    }

    private Figure draw() {
        String target = across.target().structure().name();
        String cord = across.cord().structure().name();
        String title = "Dose from " + target + " to " + cord + " where they are nearest";
        OptionalDouble prescription = found.plan().prescriptionGy();
        Map<Double, String> limits = limits();
        double most = Math.max(mostGy(across), prescription.orElse(0));
        for (double gy : limits.keySet()) {
            most = Math.max(most, gy);
        }
        int height = (int) (Plot.TOP + PLOT_HEIGHT + Plot.BOTTOM);
        String alternative = alternative(title, limits);
        Svg svg = new Svg("falloff", WIDTH, height, title, alternative);
        int n = across.atMm().size();
        Axis x = Axis.of(across.atMm().at(0), across.atMm().at(n - 1), Plot.LEFT, RIGHT, 10);
        Axis y = Axis.of(0, Math.max(0.1, 1.15 * most), Plot.TOP + PLOT_HEIGHT, Plot.TOP, 8);
        Plot plot = new Plot(svg, x, y, "mm", "Gy");
        double cordEnd = Double.isNaN(across.cordEndMm()) ? x.to() : across.cordEndMm();
        zone(plot, x.from(), 0, Look.filled("zone-target", "#f6e3d4"));
        zone(plot, across.gapMm(), cordEnd, Look.filled("zone-cord", "#d9e9f5"));
        plot.axes(
                Label.fit(title, Label.SIZE, WIDTH - Plot.LEFT - 10),
                "Distance from the surface of " + Label.fit(target, Label.SIZE, 160) + " in mm",
                "Dose in Gy");
        zoneName(plot, x.from(), 0, target);
        zoneName(plot, across.gapMm(), cordEnd, cord);
        plot.line(x.px(0), y.toPx(), x.px(0), y.fromPx(), Look.AXIS);
        plot.line(x.px(across.gapMm()), y.toPx(), x.px(across.gapMm()), y.fromPx(), Look.AXIS);
        horizontals(plot, limits, prescription);
        plot.openClipped();
        for (int i = 0; i < n; i++) {
            plot.to(across.atMm().at(i), across.doseGy().at(i));
        }
        plot.draw(Look.series(0).wide(2.8), "", false);
        svg.close();
        points(plot, limits);
        gapWidth(plot);
        legend(svg);
        return new Figure("falloff", title, alternative, WIDTH, height, svg.end(), plot.frame());
    }

    private static void zone(Plot plot, double fromMm, double toMm, Look look) {
        double left = plot.x().px(Math.max(plot.x().from(), fromMm));
        double right = plot.x().px(Math.min(plot.x().to(), toMm));
        look.apply(
                plot.svg(),
                "rect",
                "x",
                Svg.num(left),
                "y",
                Svg.num(plot.y().toPx()),
                "width",
                Svg.num(right - left),
                "height",
                Svg.num(plot.y().fromPx() - plot.y().toPx()));
    }

    private static void zoneName(Plot plot, double fromMm, double toMm, String name) {
        double left = plot.x().px(fromMm);
        double right = plot.x().px(toMm);
        Label.write(
                plot.svg(),
                (left + right) / 2,
                plot.y().toPx() + 16,
                Label.fit(name, Label.SIZE, right - left - 6),
                Anchor.MIDDLE,
                Look.INK);
    }

    /** Limits and the prescription as lines, with their names at the right, moved apart where they are close. */
    private void horizontals(Plot plot, Map<Double, String> limits, OptionalDouble prescription) {
        double last = Double.NEGATIVE_INFINITY;
        if (prescription.isPresent()) {
            double y = plot.y().px(prescription.getAsDouble());
            plot.line(plot.x().fromPx(), y, plot.x().toPx(), y, Look.AXIS.dashed("2 3"));
            Label.small(
                    plot.svg(),
                    LEGEND - 18,
                    y + 4,
                    "prescription " + gy(prescription.getAsDouble()),
                    Anchor.START,
                    Look.MUTED);
            last = y;
        }
        for (Map.Entry<Double, String> l : limits.entrySet()) {
            double y = plot.y().px(l.getKey());
            plot.line(plot.x().fromPx(), y, plot.x().toPx(), y, Look.LIMIT);
            double at = Math.max(y, last + LABEL_STEP);
            Label.small(
                    plot.svg(),
                    LEGEND - 18,
                    at + 4,
                    Label.fit(gy(l.getKey()) + " " + l.getValue(), Label.SMALL, WIDTH - LEGEND + 12),
                    Anchor.START,
                    Look.LIMIT_INK);
            last = at;
        }
    }

    /** The doses at both surfaces, written where neither the curve nor a limit runs. */
    private void points(Plot plot, Map<Double, String> limits) {
        Placement placed = new Placement(
                plot.x().fromPx(),
                plot.y().toPx() + 24,
                plot.x().toPx(),
                plot.y().fromPx() - 24);
        limits.keySet()
                .forEach(gy -> placed.block(
                        plot.x().fromPx(),
                        plot.y().px(gy) - 1,
                        plot.x().toPx() - plot.x().fromPx(),
                        2));
        for (int i = 0; i < across.atMm().size(); i++) {
            placed.block(
                    plot.x().px(across.atMm().at(i)) - 2,
                    plot.y().px(across.doseGy().at(i)) - 2,
                    4,
                    4);
        }
        point(plot, placed, 0);
        point(plot, placed, across.gapMm());
    }

    private void point(Plot plot, Placement placed, double mm) {
        double gyThere = doseAt(mm);
        if (Double.isNaN(gyThere)) {
            return;
        }
        double x = plot.x().px(mm);
        double y = plot.y().px(gyThere);
        Look.seriesFill(0).apply(plot.svg(), "circle", "cx", Svg.num(x), "cy", Svg.num(y), "r", "4");
        String text = Decimals.fixed(gyThere, 2) + " Gy";
        double width = Label.width(text, Label.SIZE);
        placed.place(
                        width,
                        Label.SIZE,
                        x + 8,
                        y - 18,
                        x - 8 - width,
                        y + 8,
                        x + 8,
                        y - 36,
                        x - 8 - width,
                        y + 26,
                        x - 8 - width,
                        y + 44,
                        x - 8 - width,
                        y + 62)
                .ifPresent(at -> Label.bold(plot.svg(), at[0], at[1] + 11, text, Anchor.START, Look.INK));
    }

    private void gapWidth(Plot plot) {
        double left = plot.x().px(0);
        double right = plot.x().px(across.gapMm());
        String text = across.gapMm() > 0 ? Decimals.fixed(across.gapMm(), 2) + " mm" : "no gap";
        double y = plot.y().fromPx() - 12;
        if (right - left > 8) {
            plot.line(left + 1, y, right - 1, y, Look.line("ink-line", Look.INK.fill(), 1.5));
            plot.line(left + 1, y - 4, left + 1, y + 4, Look.line("ink-line", Look.INK.fill(), 1.5));
            plot.line(right - 1, y - 4, right - 1, y + 4, Look.line("ink-line", Look.INK.fill(), 1.5));
        }
        Label.bold(plot.svg(), right + 6, y + 4, text, Anchor.START, Look.INK);
    }

    private void legend(Svg svg) {
        double fall = (doseAt(0) - doseAt(across.gapMm())) / across.gapMm();
        if (Double.isNaN(fall) || across.gapMm() < SHORTEST_FALL_MM) {
            return;
        }
        double y = Plot.TOP + PLOT_HEIGHT - 24;
        Label.small(svg, LEGEND - 18, y, "mean fall " + Decimals.fixed(fall, 2) + " Gy/mm", Anchor.START, Look.INK);
        if (found.plan().prescriptionGy().isPresent()) {
            Label.small(
                    svg,
                    LEGEND - 18,
                    y + 16,
                    Decimals.fixed(100 * fall / found.plan().prescriptionGy().getAsDouble(), 1)
                            + " % of prescription per mm",
                    Anchor.START,
                    Look.INK);
        }
    }

    /** Linear between samples, which lie far closer than those of a dose grid. */
    private double doseAt(double mm) {
        int n = across.atMm().size();
        for (int i = 1; i < n; i++) {
            double a = across.atMm().at(i - 1);
            double b = across.atMm().at(i);
            if (mm <= b) {
                double t = (mm - a) / (b - a);
                return (1 - t) * across.doseGy().at(i - 1) + t * across.doseGy().at(i);
            }
        }
        return Double.NaN;
    }

    /** Near-maximum limits on the cord, from the highest: dose, and which. */
    private Map<Double, String> limits() {
        Map<Double, String> names = new LinkedHashMap<>();
        found.constraints().stream()
                .filter(ConstraintResult::counts)
                .filter(r -> r.constraint().structureKind() == StructureKind.SPINAL_CORD
                        && r.constraint().level() == Level.MANDATORY
                        && isNearMaximum(r.constraint()))
                .sorted((p, q) -> Double.compare(Headroom.limitGy(q.constraint()), Headroom.limitGy(p.constraint())))
                .forEach(r -> names.merge(
                        Headroom.limitGy(r.constraint()),
                        Phrases.shortName(r.constraint().metric()) + " " + r.setId(),
                        (p, q) -> p.contains(q) ? p : p + ", " + q));
        return names;
    }

    private static boolean isNearMaximum(Constraint c) {
        return c.metric() instanceof Metric.Statistic s && s.kind() == Metric.Statistic.Kind.MAX
                || c.metric() instanceof Metric.DoseAtVolume d
                        && d.volumeUnit() == VolumeUnit.CC
                        && d.volume() <= NEAR_MAXIMUM_CC;
    }

    private static String gy(double v) {
        return Decimals.shortest(v, 2) + " Gy";
    }

    private String alternative(String title, Map<Double, String> limits) {
        StringBuilder text = new StringBuilder(title).append(". ");
        text.append(
                across.gapMm() > 0 ? "Over a gap of " + Decimals.fixed(across.gapMm(), 2) + " mm" : "Without a gap");
        double fromGy = doseAt(0);
        double toGy = doseAt(across.gapMm());
        if (Double.isNaN(fromGy + toGy)) {
            text.append(", partly outside the dose grid.");
        } else {
            text.append(" the dose goes from ")
                    .append(Decimals.fixed(fromGy, 2))
                    .append(" Gy at the target's surface to ")
                    .append(Decimals.fixed(toGy, 2))
                    .append(" Gy at the cord's.");
        }
        limits.forEach((gy, name) -> text.append(" Limit at ")
                .append(gy(gy))
                .append(": ")
                .append(name)
                .append('.'));
        return text.toString();
    }
}
