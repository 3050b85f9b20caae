package org.cordonrt.report.html;

import org.cordonrt.check.Assessment;
import org.cordonrt.check.HotSpot;
import org.cordonrt.check.Margin;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.Sentences;

/** How far the cord is from the targets, where it is hottest, and how much hangs on conventions. */
final class GapSection {
    private GapSection() {}

    static void addSeparation(Markup m, Assessment a) {
        if (a.margins().isEmpty()) {
            m.line("p", "No separation could be measured: there is no cord or no target.", "class", "none");
            return;
        }
        Table t = new Table("Separation, mm")
                .words("from")
                .words("to")
                .numbers("distance")
                .numbers("slabs")
                .numbers("flat contours")
                .numbers("overlap cc")
                .numbers("deepest")
                .words("nearest point (x, y, z)");
        for (Margin x : a.margins()) {
            t.row(
                    x.from().structure().name(),
                    x.to().structure().name(),
                    Phrases.millimetres(x.distanceMm()),
                    Phrases.millimetres(x.slabMm()),
                    Phrases.millimetres(x.planesMm()),
                    x.overlapCc() == 0 ? "-" : Decimals.beside(x.overlapCc(), 0, 3),
                    x.deepestOverlapMm() == 0 ? "-" : Phrases.millimetres(x.deepestOverlapMm()),
                    Phrases.point(x.fromPointMm()));
        }
        t.appendTo(m);
        m.line(
                "p",
                "Distance: between surfaces that run on from contour plane to contour plane, the best estimate. Slabs:"
                        + " the safe side. Flat contours: the optimistic side.",
                "class",
                "note");
    }

    static void addHottest(Markup m, HotSpot h) {
        m.line("p", Sentences.hottest(h) + ":");
        m.open("ul").raw("\n");
        for (HotSpot.Cluster c : h.clusters()) {
            m.line("li", Sentences.cluster(c));
        }
        m.closeLine();
    }

    static void addStability(Markup m, Assessment a) {
        m.open("section", "id", "stability").raw("\n").line("h2", "Stability");
        a.derived().stability().ifPresent(s -> {
            m.line("p", Sentences.stability(s) + ".");
            if (!Sentences.changes(s).isEmpty()) {
                m.open("ul").raw("\n");
                Sentences.changes(s).forEach(c -> m.line("li", c));
                m.closeLine();
            }
        });
        if (a.derived().stability().isEmpty()) {
            m.line("p", "No limit was decided, so none was tested again.", "class", "none");
        }
        a.derived().gridAdequacy().ifPresent(g -> m.line("p", Sentences.adequacy(g) + "."));
        m.closeLine();
    }
}
