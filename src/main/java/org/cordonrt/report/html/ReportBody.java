package org.cordonrt.report.html;

import java.util.List;
import java.util.function.Predicate;
import org.cordonrt.check.Assessment;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.report.figure.Figure;

/** The content of a report, in the order in which it is read. */
final class ReportBody {
    private static final String VIEW = "view-";
    private static final List<List<String>> CONTENTS = List.of(
            List.of("limits", "Limits"),
            List.of("dose", "Dose"),
            List.of("separation", "Separation"),
            List.of("views", "Views"),
            List.of("stability", "Stability"),
            List.of("findings", "Findings"),
            List.of("used", "What was used"),
            List.of("doses", "Measured doses"),
            List.of("methods", "Methods"),
            List.of("sources", "Sources"));

    private ReportBody() {}

    /** @param interactive whether someone can click: contents and read-out are then there */
    static void add(Markup m, Assessment a, Illustrations drawn, List<Figure> figures, boolean interactive) {
        if (interactive) {
            m.line("a", "Skip to the limits", "class", "skip", "href", "#limits");
        }
        SummarySection.add(m, a);
        if (interactive) {
            contents(m, figures);
        }
        m.open("main").raw("\n");
        LimitsSection.add(m, a, interactive);
        m.open("section", "id", "dose").raw("\n").line("h2", "Dose");
        figures(m, figures, f -> f.id().startsWith("dvh"), interactive);
        figures(m, figures, f -> f.id().equals("headroom"), interactive);
        a.derived().hottest().ifPresent(h -> GapSection.addHottest(m, h));
        m.closeLine();
        m.open("section", "id", "separation").raw("\n").line("h2", "Separation of cord and tumour");
        GapSection.addSeparation(m, a);
        figures(m, figures, f -> f.id().startsWith("separation") || f.id().equals("falloff"), interactive);
        m.closeLine();
        views(m, drawn, figures, interactive);
        GapSection.addStability(m, a);
        BasisSection.addFindings(m, a);
        BasisSection.addUsed(m, a);
        BasisSection.addDoses(m, a);
        MethodsSection.add(m, a);
        m.closeLine();
        MethodsSection.addFooter(m, a);
    }

    private static void contents(Markup m, List<Figure> figures) {
        m.open("nav", "aria-label", "Contents").open("ul").raw("\n");
        for (List<String> c : CONTENTS) {
            if (!c.get(0).equals("views") || figures.stream().anyMatch(ReportBody::isView)) {
                m.open("li").element("a", c.get(1), "href", "#" + c.get(0)).closeLine();
            }
        }
        m.close().closeLine();
    }

    private static boolean isView(Figure f) {
        return f.id().startsWith(VIEW);
    }

    private static void views(Markup m, Illustrations drawn, List<Figure> figures, boolean interactive) {
        if (figures.stream().noneMatch(ReportBody::isView)) {
            return;
        }
        m.open("section", "id", "views").raw("\n").line("h2", "Where the gap is smallest and the cord is hottest");
        m.open("div", "class", "views").raw("\n");
        figures(m, figures, ReportBody::isView, interactive);
        m.closeLine();
        drawn.issues().forEach(i -> m.line("p", i.message(), "class", "note"));
        m.closeLine();
    }

    static void figures(Markup m, List<Figure> figures, Predicate<Figure> wanted, boolean interactive) {
        for (Figure f : figures) {
            if (wanted.test(f)) {
                m.open("figure", "id", "figure-" + f.id()).raw("\n");
                m.open("div", "class", "drawing", "tabindex", "0", "role", "group", "aria-label", f.title());
                m.raw(f.svg());
                m.closeLine();
                if (interactive && f.id().equals(Readout.FIGURE)) {
                    Readout.addControls(m, f);
                }
                caption(m, f, interactive);
                m.closeLine();
            }
        }
    }

    /** What the figure shows in words: for those who do not see it, and for search. On paper the figure speaks alone. */
    private static void caption(Markup m, Figure f, boolean interactive) {
        m.open("figcaption");
        if (interactive) {
            m.open("details").element("summary", f.title() + ", in words").element("p", f.alternative());
            m.close();
        } else {
            m.text(f.title());
        }
        m.closeLine();
    }
}
