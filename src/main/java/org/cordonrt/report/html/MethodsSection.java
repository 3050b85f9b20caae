package org.cordonrt.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Source;
import org.cordonrt.constraint.State;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.Sentences;
import org.cordonrt.robust.StaticDose;

/** How the numbers were made, what was assumed, and who published the limits. */
final class MethodsSection {
    private MethodsSection() {}

    /** How and from what. */
    static void add(Markup m, Assessment a) {
        m.open("section", "id", "methods").raw("\n").line("h2", "Methods and assumptions");
        m.open("ul").raw("\n");
        for (String sentence : methods(a)) {
            m.line("li", sentence);
        }
        if (a.asksForRobustness()) {
            m.line("li", "Limits that must hold for shifts: " + StaticDose.STATEMENT);
        }
        m.closeLine().closeLine();
        sources(m, a);
    }

    private static List<String> methods(Assessment a) {
        return List.of(
                "Model of this check: " + Phrases.model(a.model()) + ".",
                "A structure is the solid that its contours bound: with slabs each is extruded half-way to its"
                        + " neighbours, with shapes the surface runs on from plane to plane. Contours of one plane are"
                        + " combined by the even-odd rule. Areas and volumes are exact.",
                "Between the samples of the dose grid the dose is trilinear. Outside the grid there is no dose: a"
                        + " structure that leaves it has no metrics.",
                "Every dose metric has an interval that surely holds its value for this model, at most "
                        + Decimals.shortest(a.model().toleranceGy(), 6)
                        + " Gy wide. A limit inside the interval is never a pass.",
                "Limits of several sources stand side by side. None is interpolated between numbers of fractions, and"
                        + " none is applied to another kind of structure unless the user said so.",
                "Not considered: motion and set-up, the accuracy of the delivered dose, the accuracy of the contours,"
                        + " previous irradiation.");
    }

    private static void sources(Markup m, Assessment a) {
        Map<String, Source> cited = new LinkedHashMap<>();
        for (ConstraintResult r : a.constraints()) {
            if (r.state() != State.SKIPPED) {
                Source s = r.constraint().source();
                cited.putIfAbsent(s.citation(), s);
            }
        }
        m.open("section", "id", "sources").raw("\n").line("h2", "Sources of the limits");
        m.open("ul").raw("\n");
        for (Source s : cited.values()) {
            m.open("li").text(s.citation());
            if (s.doi() != null) {
                m.text(" ")
                        .element(
                                "a",
                                "doi:" + s.doi(),
                                "href",
                                "https://doi.org/" + s.doi(),
                                "rel",
                                "noreferrer",
                                "title",
                                "The publication");
            }
            m.closeLine();
        }
        m.closeLine();
        if (cited.isEmpty()) {
            m.line("p", "No limit was tested.", "class", "none");
        }
        m.closeLine();
    }

    /** What every reader must know, and room for signatures. */
    static void addFooter(Markup m, Assessment a) {
        m.open("footer").raw("\n");
        m.line("p", Sentences.CAUTION);
        m.line(
                "p",
                a.tool().name() + " " + a.tool().version() + ". The same files and options give the same numbers.",
                "class",
                "note");
        m.open("p", "class", "sign")
                .element("span", "Checked by")
                .element("span", "Reviewed by")
                .element("span", "Date")
                .closeLine();
        m.closeLine();
    }
}
