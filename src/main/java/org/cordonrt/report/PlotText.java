package org.cordonrt.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cordonrt.Internal;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Curve;
import org.cordonrt.check.GapProfile;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.State;

/**
 * Small plots for a terminal, in block letters or, where those cannot be shown, in digits: the histogram of each
 * structure as a row of columns over one dose axis, with the limits that were tested on it, and the gap along the cord
 * from feet to head.
 *
 * <p>Stateless: may be called from any number of threads.
 */
@Internal
public final class PlotText {
    private static final String BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final String DIGITS = " 123456789";
    private static final int NAME_WIDTH = 20;
    private static final int INDENT = 2;
    private static final int WIDEST = 80;
    /** What is farther apart looks alike: the eye is wanted at the narrow places. */
    private static final double FARTHEST_MM = 10;

    private static final double[] STEPS = {1, 2, 5};
    private static final int COLUMNS_A_TICK = 8;

    private final TextStyle style;
    private final Page page;
    private final int columns;

    private PlotText(TextStyle style) {
        this.style = style;
        this.page = new Page(style);
        this.columns = Math.min(WIDEST, style.width() - INDENT - NAME_WIDTH - 2);
    }

    /**
     * @param structures those with a curve are drawn
     * @param limits marked under the structures that they were tested on
     * @param gaps drawn one by one
     * @return text that begins with an empty line; empty when there is nothing to draw
     */
    public static String of(
            List<AssessedStructure> structures, List<ConstraintResult> limits, List<GapProfile> gaps, TextStyle style) {
        PlotText plot = new PlotText(style);
        plot.histograms(structures.stream().filter(s -> s.curve().isPresent()).toList(), limits);
        gaps.forEach(plot::gap);
        String text = plot.page.text();
        return text.isEmpty() ? text : "\n" + text;
    }

    private void histograms(List<AssessedStructure> structures, List<ConstraintResult> limits) {
        double highest = structures.stream()
                .flatMap(s -> s.curve().stream())
                .mapToDouble(PlotText::highestGy)
                .max()
                .orElse(0);
        if (!(highest > 0)) {
            return;
        }
        double gyPerColumn = highest / columns;
        page.heading("Volume in percent (height: 0 to 100) that receives at least a dose");
        for (AssessedStructure s : structures) {
            StringBuilder row = new StringBuilder();
            Curve c = s.curve().orElseThrow();
            for (int i = 0; i < columns; i++) {
                row.append(level(share(c, (i + 0.5) * gyPerColumn)));
            }
            line(s.name(), row);
            marks(s, limits, gyPerColumn).ifPresent(marks -> line("", marks));
        }
        axis(gyPerColumn);
    }

    /** The limits that were tested on a structure: below the dose that each of them is about. */
    private Optional<CharSequence> marks(AssessedStructure s, List<ConstraintResult> limits, double gyPerColumn) {
        char[] row = " ".repeat(columns).toCharArray();
        boolean any = false;
        for (ConstraintResult r : limits) {
            boolean here = r.structure() != null
                    && r.structure().structure().roiNumber()
                            == s.match().structure().roiNumber();
            int column = (int) (Headroom.limitGy(r.constraint()) / gyPerColumn);
            if (here && r.state() != State.SKIPPED && r.constraint().to().isEmpty() && column < columns) {
                row[column] = r.state() == State.FAIL ? 'X' : '^';
                any = true;
            }
        }
        return any ? Optional.of(new String(row)) : Optional.empty();
    }

    private static double highestGy(Curve c) {
        int last = c.size() - 1;
        while (last > 0 && c.volumeCc(last) <= 0) {
            last--;
        }
        return c.size() == 0 ? 0 : c.doseGy(Math.min(last + 1, c.size() - 1));
    }

    private static double share(Curve c, double doseGy) {
        int i = 0;
        while (i + 1 < c.size() && c.doseGy(i + 1) <= doseGy) {
            i++;
        }
        return c.size() == 0 || c.volumeCc(0) <= 0 || doseGy > c.doseGy(c.size() - 1)
                ? 0
                : c.volumeCc(i) / c.volumeCc(0);
    }

    private char level(double share) {
        String letters = style.ascii() ? DIGITS : BLOCKS;
        int top = letters.length() - 1;
        // Whatever is above 0 shows.
        return letters.charAt(share > 0 ? Math.max(1, (int) Math.min(top, Math.round(share * top))) : 0);
    }

    private void axis(double gyPerColumn) {
        double step = step(gyPerColumn * COLUMNS_A_TICK);
        StringBuilder ticks = new StringBuilder(" ".repeat(columns));
        for (int i = 0; i * step < gyPerColumn * columns; i++) {
            String label = Decimals.shortest(i * step, 3);
            int at = (int) (i * step / gyPerColumn);
            if (at + label.length() <= columns) {
                ticks.replace(at, at + label.length(), label);
            }
        }
        line("dose in Gy", ticks);
    }

    /** The next larger of 1, 2, 5, 10, 20, 50, ... */
    private static double step(double atLeast) {
        double decade = Math.pow(10, Math.floor(Math.log10(atLeast)));
        return Arrays.stream(STEPS)
                .map(s -> s * decade)
                .filter(s -> s >= atLeast)
                .findFirst()
                .orElse(10 * decade);
    }

    private void gap(GapProfile p) {
        List<GapProfile.Place> places = p.places();
        double feet = places.get(0).heightMm();
        double head = places.get(places.size() - 1).heightMm();
        double[] narrowest = new double[columns];
        Arrays.fill(narrowest, Double.NaN);
        for (GapProfile.Place at : places) {
            int i = head > feet ? (int) Math.min(columns - 1.0, (at.heightMm() - feet) / (head - feet) * columns) : 0;
            narrowest[i] = Double.isNaN(narrowest[i]) ? at.distanceMm() : Math.min(narrowest[i], at.distanceMm());
        }
        StringBuilder row = new StringBuilder();
        double last = narrowest[0];
        for (double mm : narrowest) {
            last = Double.isNaN(mm) ? last : mm;
            row.append(level(Math.min(1, last / FARTHEST_MM)));
        }
        page.heading("Gap in mm (height: 0 to " + Decimals.shortest(FARTHEST_MM, 0) + " or more), from feet to head");
        line(p.from().structure().name() + " - " + p.to().structure().name(), row);
        String ends = "z " + Decimals.fixed(feet, 0);
        String end = Decimals.fixed(head, 0);
        line("", ends + " ".repeat(Math.max(1, columns - ends.length() - end.length())) + end);
        page.paragraph(
                "  ",
                "smallest " + Phrases.millimetres(p.nearest().distanceMm()) + " mm at height "
                        + Decimals.fixed(p.nearest().heightMm(), 1) + ", "
                        + p.nearest().side());
    }

    /** A name and what is drawn beside it. */
    private void line(String name, CharSequence drawing) {
        TextTable t = new TextTable(INDENT).left("", NAME_WIDTH).left("", columns);
        t.row(name.isEmpty() ? " ".repeat(NAME_WIDTH) : padded(page.safe(name)), drawing.toString());
        page.table(t);
    }

    private static String padded(String name) {
        return name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
    }
}
