package org.cordonrt.report.figure;

/** Text in a picture. Stateless. */
final class Label {
    static final double SIZE = 13;
    static final double SMALL = 11.5;
    private static final String NARROW = "iljtfrI.,:;'!|()[] ";
    private static final String WIDE = "mwMWGOQ%@—";

    private Label() {}

    /** Which point of the text stands at the given place. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    static void write(Svg svg, double x, double y, String text, Anchor anchor, Look look) {
        write(svg, x, y, text, anchor, look, SIZE, false);
    }

    static void small(Svg svg, double x, double y, String text, Anchor anchor, Look look) {
        write(svg, x, y, text, anchor, look, SMALL, false);
    }

    static void bold(Svg svg, double x, double y, String text, Anchor anchor, Look look) {
        write(svg, x, y, text, anchor, look, SIZE, true);
    }

    private static void write(
            Svg svg, double x, double y, String text, Anchor anchor, Look look, double size, boolean bold) {
        svg.open(
                        "text",
                        "x",
                        Svg.num(x),
                        "y",
                        Svg.num(y),
                        "text-anchor",
                        anchor == Anchor.START ? "" : anchor.word,
                        "font-size",
                        size == SIZE ? "" : Svg.num(size),
                        "font-weight",
                        bold ? "bold" : "",
                        "class",
                        look.cssClass(),
                        "fill",
                        look.fill())
                .words(text)
                .close();
    }

    /** Text that reads upwards. */
    static void upwards(Svg svg, double x, double y, String text, Look look) {
        svg.open(
                        "text",
                        "transform",
                        "translate(" + Svg.num(x) + " " + Svg.num(y) + ") rotate(-90)",
                        "text-anchor",
                        "middle",
                        "class",
                        look.cssClass(),
                        "fill",
                        look.fill())
                .words(text)
                .close();
    }

    /** About how wide a text is, px; rather too wide than too narrow. */
    static double width(String text, double size) {
        double em = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            em += NARROW.indexOf(c) >= 0 ? 0.36 : WIDE.indexOf(c) >= 0 ? 0.9 : c > 0x2E7F ? 1 : 0.62;
            i += Character.charCount(c);
        }
        return em * size;
    }

    /** The text, cut with an ellipsis so that it is not wider than some pixels. */
    static String fit(String text, double size, double px) {
        if (width(text, size) <= px) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > px) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }
}
