package org.cordonrt.report.figure;

/** Style rules for pages that hold figures. */
public final class FigureStyle {
    private FigureStyle() {}

    /**
     * CSS rules (no media query around them) that turn figures within a page dark. The slices keep their look: they are
     * dark on every page.
     */
    public static String dark() {
        return """
                svg.figure .paper { fill: #0d1117 }
                svg.figure .ink { fill: #e6edf3 }
                svg.figure .ink-line { stroke: #e6edf3 }
                svg.figure .muted { fill: #9aa4af }
                svg.figure .axis { stroke: #9aa4af }
                svg.figure .muted-line { stroke: #9aa4af }
                svg.figure .grid { stroke: #2d333b }
                svg.figure .limit, svg.figure .bad-line { stroke: #ff7b72 }
                svg.figure .limit-ink, svg.figure .bad { fill: #ff7b72 }
                svg.figure .good { fill: #58a6ff }
                svg.figure .good-line { stroke: #58a6ff }
                svg.figure .zone-target { fill: #3a2a1c }
                svg.figure .zone-cord { fill: #16293a }
                svg.figure .s0 { stroke: #58a6ff } svg.figure .f0 { fill: #58a6ff }
                svg.figure .s1 { stroke: #ff9d5c } svg.figure .f1 { fill: #ff9d5c }
                svg.figure .s2 { stroke: #3fc08d } svg.figure .f2 { fill: #3fc08d }
                svg.figure .s3 { stroke: #e09ac9 } svg.figure .f3 { fill: #e09ac9 }
                svg.figure .s4 { stroke: #d9b44a } svg.figure .f4 { fill: #d9b44a }
                svg.figure .s5 { stroke: #aab4be } svg.figure .f5 { fill: #aab4be }
                """;
    }
}
