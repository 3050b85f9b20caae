package org.cordonrt.report.figure;

/**
 * How something is drawn on a light page, and the class by which a page can change it. Immutable.
 *
 * @param cssClass one or more classes
 * @param fill colour, or none
 * @param stroke colour, or none
 * @param width of the stroke, px
 * @param dash dash pattern; empty for a solid line
 */
record Look(String cssClass, String fill, String stroke, double width, String dash) {
    static final Look PAPER = filled("paper", "#ffffff");
    static final Look INK = filled("ink", "#1b1f24");
    static final Look MUTED = filled("muted", "#57606a");
    static final Look AXIS = line("axis", "#57606a", 1);
    static final Look GRID = line("grid", "#d8dee4", 1);
    static final Look LIMIT = line("limit", "#a40e26", 1.4).dashed("6 3");
    static final Look LIMIT_INK = filled("limit-ink", "#a40e26");
    static final Look GOOD = filled("good", "#0a5c8a");
    static final Look BAD = filled("bad", "#a40e26");
    static final Look GOOD_LINE = line("good-line", "#0a5c8a", 2);
    static final Look BAD_LINE = line("bad-line", "#a40e26", 2);
    static final Look MUTED_LINE = line("muted-line", "#57606a", 2);

    /** Blue, vermilion, green, purple, brown, grey: apart for every kind of colour vision, 4.5:1 or more on white. */
    private static final String[] SERIES = {"#0067a5", "#b8460b", "#00704a", "#8e3f74", "#755200", "#4d565f"};

    private static final String[] DASHES = {"", "7 3", "2 2.5", "10 3 2 3", "14 4", "4 2 1 2"};

    static Look filled(String cssClass, String fill) {
        return new Look(cssClass, fill, "none", 0, "");
    }

    static Look line(String cssClass, String stroke, double width) {
        return new Look(cssClass, "none", stroke, width, "");
    }

    /** Colour and dashes of the n-th of several lines. */
    static Look series(int n) {
        int c = n % SERIES.length;
        return line("s" + c, SERIES[c], 2).dashed(DASHES[(n + n / SERIES.length) % DASHES.length]);
    }

    /** The same colour, solid and without dashes, for an area. */
    static Look seriesFill(int n) {
        int c = n % SERIES.length;
        return filled("f" + c, SERIES[c]);
    }

    Look dashed(String pattern) {
        return new Look(cssClass, fill, stroke, width, pattern);
    }

    Look wide(double px) {
        return new Look(cssClass, fill, stroke, px, dash);
    }

    /** Writes an element that looks so. */
    void apply(Svg svg, String element, String... geometry) {
        String[] all = new String[geometry.length + 10];
        System.arraycopy(geometry, 0, all, 0, geometry.length);
        int i = geometry.length;
        all[i++] = "class";
        all[i++] = cssClass;
        all[i++] = "fill";
        all[i++] = fill;
        all[i++] = "stroke";
        all[i++] = stroke.equals("none") ? "" : stroke;
        all[i++] = "stroke-width";
        all[i++] = stroke.equals("none") ? "" : Svg.num(width);
        all[i++] = "stroke-dasharray";
        all[i] = dash;
        svg.empty(element, all);
    }
}
