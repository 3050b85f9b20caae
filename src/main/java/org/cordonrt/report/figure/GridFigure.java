package org.cordonrt.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.plan.Point3;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.figure.Label.Anchor;
import org.cordonrt.robust.DirectionMap;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.Scenario;
import org.cordonrt.robust.ScenarioValues;

/** The worst that a grid of shifts and turns makes of a limited dose: for each shift over all turns, and the reverse. */
final class GridFigure {
    private static final int WIDTH = 880;
    private static final double LEFT = 92;
    private static final double TOP = 76;
    private static final double GAP = 14;
    private static final double LABELS = 44;
    private static final double MOST_CELL = 60;
    /** Narrower ones have no room for decimals. */
    private static final double WIDE_CELL = 36;

    private static final double LIGHT = 0.55;

    private final DirectionMap map;
    private final double limitGy;
    private final List<ScenarioValues> grid;
    private final int place;

    private GridFigure(DirectionMap map, List<ScenarioValues> grid, int place) {
        this.map = map;
        this.limitGy = Headroom.limitGy(map.limit().limit().constraint());
        this.grid = grid;
        this.place = place;
    }

    /** Empty without a grid among the scenarios. */
    static Optional<Figure> of(RobustAssessment a, DirectionMap map) {
        List<ScenarioValues> grid = a.scenarios().stream()
                .filter(s -> s.scenario().group() == Scenario.Group.GRID)
                .toList();
        int place = a.evaluable().indexOf(map.limit());
        return grid.isEmpty() || place < 0 ? Optional.empty() : Optional.of(new GridFigure(map, grid, place).draw());
    }

    /** One row of panels: values along three axes. */
    private record Block(String title, double[] at, double[][][] worst, String unit) {}

    private static Point3 shift(ScenarioValues s) {
        return s.scenario().displacement().shiftMm();
    }

    private static Point3 turn(ScenarioValues s) {
        return s.scenario().displacement().rotationDegrees();
    }

    private Block block(boolean shifts) {
        double[] at = grid.stream()
                .mapToDouble(s -> shifts ? shift(s).x() : turn(s).x())
                .distinct()
                .sorted()
                .toArray();
        double[][][] worst = new double[at.length][at.length][at.length];
        for (double[][] plane : worst) {
            for (double[] row : plane) {
                Arrays.fill(row, Double.NEGATIVE_INFINITY);
            }
        }
        for (ScenarioValues s : grid) {
            Point3 p = shifts ? shift(s) : turn(s);
            int i = index(at, p.x());
            int j = index(at, p.y());
            int k = index(at, p.z());
            // NaN stays: what is unknown may be worse.
            worst[k][j][i] = Math.max(worst[k][j][i], s.limitGy()[place]);
        }
        return shifts
                ? new Block("Shifts in mm, the worst of all turns", at, worst, "mm")
                : new Block("Turns in degrees, the worst of all shifts", at, worst, "\u00b0");
    }

    private static int index(double[] at, double value) {
        for (int i = 0; i < at.length; i++) {
            if (at[i] == value) {
                return i;
            }
        }
        throw new IllegalStateException("not of the grid: " + value);
    }

    private Figure draw() {
        String title = RobustFigures.subject(map.limit().limit()) + " over " + grid.size() + " shifts and turns (Gy)";
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ScenarioValues s : grid) {
            double v = s.limitGy()[place];
            low = Double.isNaN(v) ? low : Math.min(low, v);
            high = Double.isNaN(v) ? high : Math.max(high, v);
        }
        String alternative = title + ": "
                + (high >= low
                        ? "from " + Decimals.fixed(low, 2) + " to " + Decimals.fixed(high, 2) + " Gy, limit "
                                + RobustFigures.limitGy(map.limit().limit())
                        : "all outside the dose grid")
                + ".";
        Block shifts = block(true);
        Block turns = block(false);
        double cell = Math.min(MOST_CELL, cell(Math.max(shifts.at().length, turns.at().length)));
        double heightOfBlock = LABELS + Math.max(shifts.at().length, turns.at().length) * cell + 40;
        int height = (int) (TOP + 2 * heightOfBlock + 8);
        Svg svg = new Svg("robust-grid", WIDTH, height, title, alternative);
        Label.bold(svg, 14, 22, Label.fit(title, Label.SIZE, WIDTH - 28), Anchor.START, Look.INK);
        Label.small(
                svg,
                14,
                42,
                "Cross in the corner: above the limit of "
                        + RobustFigures.limitGy(map.limit().limit())
                        + "; a question mark: outside the dose grid; turns are right-handed about each axis",
                Anchor.START,
                Look.MUTED);
        block(svg, shifts, TOP, cell, low, high, new String[] {"R", "L", "A", "P", "F", "H"});
        block(svg, turns, TOP + heightOfBlock, cell, low, high, new String[] {"L", "P", "H"});
        return new Figure("robust-grid", title, alternative, WIDTH, height, svg.end(), Optional.empty());
    }

    private static double cell(int n) {
        return (WIDTH - LEFT - 20 - (n - 1) * GAP) / (n * n);
    }

    private void block(Svg svg, Block b, double top, double cell, double low, double high, String[] letters) {
        int n = b.at().length;
        Label.bold(svg, 14, top + 8, b.title(), Anchor.START, Look.INK);
        boolean turns = letters.length == 3;
        for (int k = 0; k < n; k++) {
            double x = LEFT + k * (n * cell + GAP);
            double y = top + LABELS;
            Label.small(
                    svg,
                    x + n * cell / 2,
                    y - 8,
                    turns ? "about H " + signed(b.at()[k]) : along(b.at()[k], letters[4], letters[5]),
                    Anchor.MIDDLE,
                    Look.INK);
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    // As an axial slice is looked at: the front at the top, the patient's left on the right.
                    cell(svg, x + i * cell, y + j * cell, cell, b.worst()[k][j][i], low, high);
                }
            }
            for (int i = 0; i < n; i++) {
                Label.small(
                        svg,
                        x + (i + 0.5) * cell,
                        y + n * cell + 15,
                        turns ? signed(b.at()[i]) : along(b.at()[i], letters[0], letters[1]),
                        Anchor.MIDDLE,
                        Look.MUTED);
            }
        }
        for (int j = 0; j < n; j++) {
            Label.small(
                    svg,
                    LEFT - 8,
                    top + LABELS + (j + 0.5) * cell + 4,
                    turns ? (j == 0 ? "about P " : "") + signed(b.at()[j]) : along(b.at()[j], letters[2], letters[3]),
                    Anchor.END,
                    Look.MUTED);
        }
        if (turns) {
            Label.small(svg, LEFT - 8, top + LABELS + n * cell + 15, "about L", Anchor.END, Look.MUTED);
        }
    }

    /** "1 L", "0", "1 R". */
    private static String along(double at, String negative, String positive) {
        return at == 0 ? "0" : Decimals.shortest(Math.abs(at), 2) + " " + (at < 0 ? negative : positive);
    }

    private static String signed(double at) {
        return at == 0 ? "0" : (at > 0 ? "+" : "") + Decimals.shortest(at, 2);
    }

    private void cell(Svg svg, double x, double y, double size, double gy, double low, double high) {
        boolean known = !Double.isNaN(gy) && gy != Double.NEGATIVE_INFINITY;
        double share = known && high > low ? (gy - low) / (high - low) : 0;
        String fill = known ? DoseRamp.css(share) : "#b6bdc5";
        new Look("patch", fill, "#ffffff", 1, "")
                .apply(svg, "rect", "x", Svg.num(x), "y", Svg.num(y), "width", Svg.num(size), "height", Svg.num(size));
        String ink = known && share < LIGHT ? "#ffffff" : "#1b1f24";
        if (known && gy > limitGy) {
            String corner = "M" + Svg.num(x + size - 9) + "," + Svg.num(y + 3);
            Look.line("patch", ink, 1.4).apply(svg, "path", "d", corner + "l6,6m0,-6l-6,6");
        }
        Label.small(
                svg,
                x + size / 2,
                y + size / 2 + 4,
                known ? Decimals.fixed(gy, size < WIDE_CELL ? 0 : 1) : "?",
                Anchor.MIDDLE,
                Look.filled("patch", ink));
    }
}
