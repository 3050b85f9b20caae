package org.cordonrt.report.figure;

import java.util.Arrays;
import java.util.Optional;
import org.cordonrt.illustration.Simplified;
import org.cordonrt.report.figure.Label.Anchor;

/** A picture with two linear axes: draws what all plots share. Not thread-safe. */
final class Plot {
    static final double LEFT = 62;
    static final double TOP = 44;
    static final double BOTTOM = 52;
    private static final double TICK = 4;

    /** Points this near to the line between their neighbours change no pixel. */
    private static final double FLAT_PX = 0.05;

    private static final double TICK_LABEL = 18;

    private final Svg svg;
    private final Axis x;
    private final Axis y;
    private final String xUnit;
    private final String yUnit;
    private final StringBuilder path = new StringBuilder();

    /** Pixels of the unbroken piece of line that is being drawn. */
    private double[] piece = new double[64];

    private int used;

    Plot(Svg svg, Axis x, Axis y, String xUnit, String yUnit) {
        this.svg = svg;
        this.x = x;
        this.y = y;
        this.xUnit = xUnit;
        this.yUnit = yUnit;
    }

    Svg svg() {
        return svg;
    }

    Axis x() {
        return x;
    }

    Axis y() {
        return y;
    }

    Optional<PlotFrame> frame() {
        return Optional.of(new PlotFrame(
                x.fromPx(), x.toPx(), y.toPx(), y.fromPx(), x.from(), x.to(), y.to(), y.from(), xUnit, yUnit));
    }

    /** Title, grid, axes with ticks and what they mean. */
    void axes(String title, String xTitle, String yTitle) {
        Label.bold(svg, x.fromPx(), 22, title, Anchor.START, Look.INK);
        for (double t : y.ticks()) {
            double at = y.px(t);
            line(x.fromPx(), at, x.toPx(), at, t == 0 ? Look.AXIS : Look.GRID);
            Label.write(svg, x.fromPx() - 8, at + 4.5, Axis.label(t), Anchor.END, Look.INK);
        }
        for (double t : x.ticks()) {
            double at = x.px(t);
            line(at, y.toPx(), at, y.fromPx(), Look.GRID);
            line(at, y.fromPx(), at, y.fromPx() + TICK, Look.AXIS);
            Label.write(svg, at, y.fromPx() + TICK_LABEL, Axis.label(t), Anchor.MIDDLE, Look.INK);
        }
        line(x.fromPx(), y.fromPx(), x.toPx(), y.fromPx(), Look.AXIS);
        line(x.fromPx(), y.toPx(), x.fromPx(), y.fromPx(), Look.AXIS);
        Label.write(svg, (x.fromPx() + x.toPx()) / 2, y.fromPx() + 40, xTitle, Anchor.MIDDLE, Look.INK);
        Label.upwards(svg, 18, (y.fromPx() + y.toPx()) / 2, yTitle, Look.INK);
    }

    void line(double x1, double y1, double x2, double y2, Look look) {
        look.apply(svg, "line", "x1", Svg.num(x1), "y1", Svg.num(y1), "x2", Svg.num(x2), "y2", Svg.num(y2));
    }

    /** Opens a group whose content is cut at the axes. */
    void openClipped() {
        String clip = svg.id("clip");
        svg.open("clipPath", "id", clip)
                .empty(
                        "rect",
                        "x",
                        Svg.num(x.fromPx()),
                        "y",
                        Svg.num(y.toPx()),
                        "width",
                        Svg.num(x.toPx() - x.fromPx()),
                        "height",
                        Svg.num(y.fromPx() - y.toPx()))
                .close();
        svg.open("g", "clip-path", "url(#" + clip + ")");
    }

    /** Adds a point in data; a NaN breaks the line. */
    void to(double dataX, double dataY) {
        if (Double.isNaN(dataX) || Double.isNaN(dataY)) {
            endPiece();
            return;
        }
        if (used == piece.length) {
            piece = Arrays.copyOf(piece, 2 * used);
        }
        piece[used++] = x.px(dataX);
        piece[used++] = y.px(dataY);
    }

    private void endPiece() {
        if (used > 0) {
            path.append(Paths.of(Simplified.of(Arrays.copyOf(piece, used), FLAT_PX)));
            used = 0;
        }
    }

    /** Draws the points added so far; closed to an area if asked. */
    void draw(Look look, String opacity, boolean closed) {
        endPiece();
        String d = path.toString();
        path.setLength(0);
        if (d.isEmpty()) {
            return;
        }
        boolean isLine = look.fill().equals("none");
        look.apply(
                svg,
                "path",
                "d",
                closed ? d + "Z" : d,
                isLine ? "stroke-linejoin" : "fill-opacity",
                isLine ? "round" : opacity);
    }
}
