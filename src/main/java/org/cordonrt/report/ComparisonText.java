package org.cordonrt.report;

import org.cordonrt.check.StoredComparison;
import org.cordonrt.check.StoredComparison.Outcome;

/** Stored DVHs against Cordon's numbers, as text. */
final class ComparisonText {
    private static final int NAME_WIDTH = 20;

    private ComparisonText() {}

    static void add(Page page, StoredComparison c) {
        int differ = c.count(Outcome.DIFFERS);
        page.paragraph((differ == 0 ? "AGREES  " : "DIFFERS  ")
                + Phrases.count(c.count(Outcome.AGREES), "number") + " within "
                + Decimals.shortest(c.tolerance().percent(), 3) + " % or "
                + Decimals.shortest(c.tolerance().doseGy(), 3) + " Gy, " + c.count(Outcome.EXPLAINED)
                + " explained by another convention, " + differ + " not explained");
        if (page.isQuiet()) {
            return;
        }
        page.heading("Stored by the planning system, and Cordon's (" + Phrases.model(c.model()) + ")");
        TextTable t = new TextTable(2)
                .left("structure", NAME_WIDTH)
                .left("metric", 12)
                .right("stored")
                .right("Cordon")
                .right("difference")
                .left("", 9)
                .left("explanation", Integer.MAX_VALUE);
        for (StoredComparison.Compared s : c.structures()) {
            String name = page.safe(s.match().structure().name());
            if (s.reason() != null) {
                t.row(name, "", "-", "-", "-", "-", page.safe(s.reason()));
            }
            for (StoredComparison.Row r : s.rows()) {
                double percent = r.stored() == 0 ? Double.NaN : 100 * (r.value() - r.stored()) / r.stored();
                t.row(
                        name,
                        r.what().replace("[Gy]", ""),
                        number(r, r.stored()),
                        number(r, r.value()),
                        Double.isNaN(percent) ? number(r, r.value() - r.stored()) : Decimals.fixed(percent, 1) + " %",
                        switch (r.outcome()) {
                            case AGREES -> "agrees";
                            case EXPLAINED -> "explained";
                            case DIFFERS -> "DIFFERS";
                        },
                        r.explanation()
                                .map(e -> number(r, e.value()) + " with "
                                        + e.convention().words())
                                .orElse(""));
            }
        }
        page.table(t);
    }

    private static String number(StoredComparison.Row r, double value) {
        return r.unit().equals("cc") ? Phrases.volume(value) : Decimals.fixed(value, 2);
    }
}
