package org.cordonrt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cordonrt.check.GridAdequacy;
import org.cordonrt.check.Stability;
import org.cordonrt.constraint.ConstraintResult;

/** How much the outcome depends on conventions and on the dose grid, as text. */
final class StabilityText {
    private StabilityText() {}

    static void stability(Page page, Stability s) {
        page.heading("Stability");
        page.paragraph(
                "  ",
                "These limits: " + s.stated() + " under " + s.agreeing() + " of "
                        + s.others().size() + " other conventions (slab and shape solids with end caps of half a slice,"
                        + " none, 1.5 mm; maximum read as the point, D0.03cc, D0.035cc)");
        for (Stability.Outcome o : s.others()) {
            if (!o.changed().isEmpty()) {
                List<String> changes = new ArrayList<>();
                for (ConstraintResult r : o.changed()) {
                    changes.add(r.state() + " "
                            + page.safe(Objects.requireNonNull(r.structure())
                                    .structure()
                                    .name())
                            + " " + Phrases.shortName(r.constraint().metric()) + " " + value(r) + " (" + r.setId() + " "
                            + r.constraint().id() + ")");
                }
                page.paragraph("    ", o.convention().words() + ": " + String.join("; ", changes));
            }
        }
    }

    private static String value(ConstraintResult r) {
        double v = Objects.requireNonNull(r.value()).value();
        return Double.isNaN(v)
                ? "not evaluable"
                : Decimals.beside(v, r.constraint().limit(), 2) + " "
                        + r.constraint().unit();
    }

    static void adequacy(Page page, GridAdequacy g) {
        List<String> parts = new ArrayList<>();
        for (GridAdequacy.Coarser c : g.coarser()) {
            String samples = "every " + (c.step() == 2 ? "2nd" : "3rd") + " sample ";
            parts.add(samples
                    + (c.reason() != null
                            ? "not evaluable, " + c.reason()
                            : signed(c.leastPercent()) + " to " + signed(c.mostPercent()) + " %"));
        }
        page.paragraph(
                "  ",
                page.safe("Dose grid of " + String.format(Locale.ROOT, "%.3g", g.spacingMm()) + " mm: "
                        + g.match().structure().name() + " D0.035cc from " + String.join(", from ", parts)));
    }

    private static String signed(double percent) {
        String text = String.format(Locale.ROOT, "%+.1f", percent);
        return text.equals("-0.0") ? "+0.0" : text;
    }
}
