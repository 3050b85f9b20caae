package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.GapProfile;
import org.cordonrt.check.GapProfile.Place;
import org.cordonrt.check.Margin;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.figure.Label.Anchor;

/** How far the targets are from the cord, along the cord. */
final class SeparationFigure {
    private static final int WIDTH = 880;
    private static final double PLOT_HEIGHT = 320;
    private static final double RIGHT = 606;
    private static final double LEGEND = 630;
    private static final double ENTRY = 62;
    private static final double[] LINES_MM = {2, 3};
    private static final double LEAST_TOP_MM = 8;
    private static final double TOP_PER_GAP = 2.5;
    private static final double BESIDE_MM = 5;
    private static final int TRIES = 20;
    private static final int BLOCKS = 6;

    private final Assessment found;
    private final List<GapProfile> profiles;
    private final GapProfile tightest;

    private SeparationFigure(Assessment found, List<GapProfile> profiles) {
        this.found = found;
        this.profiles = profiles;
        this.tightest = profiles.stream()
                .min(Comparator.comparingDouble(this::smallestMm))
                .orElseThrow();
    }

    /** Empty without a cord or a target. */
    static Optional<Figure> of(Assessment found, Illustrations shown) {
        return shown.profiles().isEmpty()
                ? Optional.empty()
                : Optional.of(new SeparationFigure(found, shown.profiles()).draw());
    }

    private Figure draw() {
        String title = "Gap between " + tightest.from().structure().name() + " and target along the cord";
        double topMm = Math.max(LEAST_TOP_MM, TOP_PER_GAP * tightest.nearest().distanceMm());
        double[] range = range(topMm);
        int height = (int) Math.max(Plot.TOP + PLOT_HEIGHT + Plot.BOTTOM, Plot.TOP + (profiles.size() + 2) * ENTRY);
        String alternative = alternative(title);
        Svg svg = new Svg("separation", WIDTH, height, title, alternative);
        Axis x = Axis.of(range[0], range[1], Plot.LEFT, RIGHT, 8);
        Axis y = Axis.of(0, topMm, Plot.TOP + PLOT_HEIGHT, Plot.TOP, 8);
        Plot plot = new Plot(svg, x, y, "mm", "mm");
        plot.axes(
                Label.fit(title, Label.SIZE, RIGHT - Plot.LEFT),
                "Position along the slice normal in mm (feet to the left, head to the right)",
                "Distance in mm");
        for (double mm : LINES_MM) {
            plot.line(x.fromPx(), y.px(mm), x.toPx(), y.px(mm), Look.LIMIT);
            Label.small(svg, x.toPx() - 4, y.px(mm) - 4, Axis.label(mm) + " mm", Anchor.END, Look.LIMIT_INK);
        }
        plot.openClipped();
        for (int i = 0; i < profiles.size(); i++) {
            for (Place p : profiles.get(i).places()) {
                plot.to(p.heightMm(), p.inPlaneMm());
            }
            plot.draw(Look.series(i).wide(1), "", false);
        }
        for (int i = 0; i < profiles.size(); i++) {
            for (Place p : profiles.get(i).places()) {
                plot.to(p.heightMm(), p.distanceMm());
            }
            plot.draw(Look.series(i).wide(2.8), "", false);
        }
        for (int i = 0; i < profiles.size(); i++) {
            for (Place p : profiles.get(i).places()) {
                if (p.onPlane() && p.distanceMm() <= topMm && x.holds(p.heightMm())) {
                    Look.seriesFill(i)
                            .apply(
                                    svg,
                                    "circle",
                                    "cx",
                                    Svg.num(x.px(p.heightMm())),
                                    "cy",
                                    Svg.num(y.px(p.distanceMm())),
                                    "r",
                                    "2.6");
                }
            }
        }
        svg.close();
        smallest(plot);
        legend(svg);
        return new Figure("separation", title, alternative, WIDTH, height, svg.end(), plot.frame());
    }

    /** Heights at which something is to be seen. */
    private double[] range(double topMm) {
        double low = tightest.nearest().heightMm();
        double high = low;
        for (GapProfile p : profiles) {
            for (Place at : p.places()) {
                if (at.distanceMm() <= topMm) {
                    low = Math.min(low, at.heightMm());
                    high = Math.max(high, at.heightMm());
                }
            }
        }
        return new double[] {low - BESIDE_MM, high + BESIDE_MM};
    }

    /** The smallest gap, which may lie between the heights that the line goes through. */
    private void smallest(Plot plot) {
        Place n = tightest.nearest();
        // Heights are z where planes are axial; elsewhere the margin does not tell its height.
        Optional<Margin> margin = margin(tightest).filter(m -> n.fromPointMm().z() == n.heightMm());
        double heightMm = margin.map(m -> m.fromPointMm().z()).orElse(n.heightMm());
        double distanceMm = margin.map(Margin::distanceMm).orElse(n.distanceMm());
        double x = plot.x().px(heightMm);
        double y = plot.y().px(distanceMm);
        Look.INK.apply(plot.svg(), "circle", "cx", Svg.num(x), "cy", Svg.num(y), "r", "1.5");
        Look.line("ink-line", Look.INK.fill(), 1.5)
                .apply(plot.svg(), "circle", "cx", Svg.num(x), "cy", Svg.num(y), "r", "6.5");
        String text = Decimals.fixed(distanceMm, 2) + " mm at " + Decimals.shortest(heightMm, 1) + " mm";
        double width = Label.width(text, Label.SIZE);
        double left = Math.max(plot.x().fromPx(), Math.min(plot.x().toPx() - width, x - width / 2));
        Placement placed = new Placement(
                plot.x().fromPx(), plot.y().toPx(), plot.x().toPx(), plot.y().fromPx() - 2);
        for (GapProfile p : profiles) {
            List<Place> places = p.places();
            for (int i = 0; i + 1 < places.size(); i++) {
                for (int k = 0; k < BLOCKS; k++) {
                    double t = (double) k / BLOCKS;
                    double height = (1 - t) * places.get(i).heightMm()
                            + t * places.get(i + 1).heightMm();
                    double mm = (1 - t) * places.get(i).distanceMm()
                            + t * places.get(i + 1).distanceMm();
                    placed.block(plot.x().px(height) - 2, plot.y().px(mm) - 2, 4, 4);
                }
            }
        }
        double[] tries = new double[2 * TRIES];
        for (int i = 0; i < TRIES; i++) {
            tries[2 * i] = left;
            // First below the curve, then ever higher above it.
            tries[2 * i + 1] = i == 0 ? y + 13 : y - 12 - 12 * i;
        }
        placed.place(width, Label.SIZE, tries)
                .ifPresent(at -> Label.bold(plot.svg(), at[0], at[1] + 11, text, Anchor.START, Look.INK));
    }

    private void legend(Svg svg) {
        double y = Plot.TOP + 8;
        for (int i = 0; i < profiles.size(); i++) {
            GapProfile p = profiles.get(i);
            sample(svg, y, Look.series(i).wide(2.8));
            Look.seriesFill(i).apply(svg, "circle", "cx", Svg.num(LEGEND + 17), "cy", Svg.num(y), "r", "2.6");
            double room = WIDTH - LEGEND - 48;
            Label.write(
                    svg,
                    LEGEND + 42,
                    y + 4.5,
                    Label.fit("to " + p.to().structure().name(), Label.SIZE, room),
                    Anchor.START,
                    Look.INK);
            Optional<Margin> margin = margin(p);
            Label.small(
                    svg,
                    LEGEND + 42,
                    y + 19,
                    "smallest " + Decimals.fixed(smallestMm(p), 2) + " mm",
                    Anchor.START,
                    Look.MUTED);
            if (margin.isPresent()) {
                Label.small(
                        svg,
                        LEGEND + 42,
                        y + 33,
                        "slabs " + Decimals.fixed(margin.get().slabMm(), 2) + ", contours "
                                + Decimals.fixed(margin.get().planesMm(), 2) + " mm",
                        Anchor.START,
                        Look.MUTED);
            }
            y += ENTRY;
        }
        sample(svg, y, Look.MUTED_LINE.wide(2.8));
        Look.MUTED.apply(svg, "circle", "cx", Svg.num(LEGEND + 17), "cy", Svg.num(y), "r", "2.6");
        Label.small(svg, LEGEND + 42, y + 4, "bold: in three dimensions", Anchor.START, Look.MUTED);
        Label.small(svg, LEGEND + 42, y + 18, "dots: contour planes of the cord", Anchor.START, Look.MUTED);
        sample(svg, y + 36, Look.MUTED_LINE.wide(1));
        Label.small(svg, LEGEND + 42, y + 40, "thin: within the plane only", Anchor.START, Look.MUTED);
    }

    private static void sample(Svg svg, double y, Look look) {
        look.apply(svg, "line", "x1", Svg.num(LEGEND), "y1", Svg.num(y), "x2", Svg.num(LEGEND + 34), "y2", Svg.num(y));
    }

    private double smallestMm(GapProfile p) {
        return margin(p).map(Margin::distanceMm).orElse(p.nearest().distanceMm());
    }

    private Optional<Margin> margin(GapProfile p) {
        return found.margins().stream()
                .filter(m -> m.from().equals(p.from()) && m.to().equals(p.to()))
                .findFirst();
    }

    private String alternative(String title) {
        List<String> parts = new ArrayList<>();
        for (GapProfile p : profiles) {
            Place n = p.nearest();
            StringBuilder text = new StringBuilder("To ")
                    .append(p.to().structure().name())
                    .append(": smallest ")
                    .append(Decimals.fixed(smallestMm(p), 2))
                    .append(" mm near ")
                    .append(Decimals.shortest(n.heightMm(), 1))
                    .append(", ")
                    .append(n.clock())
                    .append(" o'clock (")
                    .append(n.side())
                    .append(')');
            margin(p)
                    .ifPresent(m -> text.append("; slabs ")
                            .append(Decimals.fixed(m.slabMm(), 2))
                            .append(" mm, flat contours ")
                            .append(Decimals.fixed(m.planesMm(), 2))
                            .append(" mm"));
            for (GapProfile.Closer c : p.closer()) {
                if (c.lengthMm() > 0) {
                    text.append("; closer than ")
                            .append(Decimals.shortest(c.thanMm(), 1))
                            .append(" mm over ")
                            .append(Decimals.fixed(c.lengthMm(), 1))
                            .append(" mm");
                }
            }
            parts.add(text.append('.').toString());
        }
        return title + ". " + String.join(" ", parts);
    }
}
