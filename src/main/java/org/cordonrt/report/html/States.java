package org.cordonrt.report.html;

import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.report.Decimals;

/** How states look: always a word, a shape and a colour. */
final class States {
    private static final double SHOWN_PERCENT = 125;
    private static final double BAR_WIDTH = 120;
    private static final int BAR_HEIGHT = 14;

    private States() {}

    /** The class that styles give a state's colours by. */
    static String style(State state) {
        return switch (state) {
            case PASS -> "pass";
            case ACCEPTABLE -> "acceptable";
            case FAIL -> "fail";
            case NOT_EVALUABLE -> "unknown";
            case SKIPPED -> "skipped";
        };
    }

    static String word(State state) {
        return state.name().replace('_', ' ');
    }

    static Markup badge(Markup m, State state) {
        return m.element("span", word(state), "class", "state " + style(state));
    }

    /** The value as a part of its limit, with a mark at the limit. Says the same in words. */
    static Markup bar(Markup m, ConstraintResult r, double value) {
        double percent =
                r.constraint().limit() > 0 ? 100 * value / r.constraint().limit() : 0;
        double scale = BAR_WIDTH / SHOWN_PERCENT;
        String words = Decimals.beside(percent, 100, 0) + " % of the limit";
        m.open(
                "svg",
                "class",
                "bar",
                "width",
                Decimals.shortest(BAR_WIDTH, 0),
                "height",
                String.valueOf(BAR_HEIGHT),
                "viewBox",
                "0 0 " + Decimals.shortest(BAR_WIDTH, 0) + " " + BAR_HEIGHT,
                "role",
                "img",
                "aria-label",
                words);
        rectangle(m, "track", "#e3e6ea", BAR_WIDTH, 4, 6);
        rectangle(
                m,
                "fill-" + style(r.state()),
                fill(r.state()),
                Math.max(0, Math.min(percent, SHOWN_PERCENT)) * scale,
                4,
                6);
        String at = Decimals.shortest(100 * scale, 2);
        m.empty(
                "line",
                "class",
                "mark",
                "x1",
                at,
                "x2",
                at,
                "y1",
                "0",
                "y2",
                String.valueOf(BAR_HEIGHT),
                "stroke",
                "#1b1f24",
                "stroke-width",
                "2");
        return m.close();
    }

    private static void rectangle(Markup m, String style, String fill, double width, int y, int height) {
        m.empty(
                "rect",
                "class",
                style,
                "x",
                "0",
                "y",
                String.valueOf(y),
                "width",
                Decimals.shortest(width, 2),
                "height",
                String.valueOf(height),
                "fill",
                fill);
    }

    /** For readers that know no style sheet; pages recolour by class. */
    private static String fill(State state) {
        return switch (state) {
            case PASS -> "#1a7f4b";
            case ACCEPTABLE -> "#9a6700";
            case FAIL -> "#b42318";
            case NOT_EVALUABLE, SKIPPED -> "#6941c6";
        };
    }
}
