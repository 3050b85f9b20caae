package org.cordonrt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.Internal;
import org.cordonrt.check.GridAdequacy;
import org.cordonrt.check.HotSpot;
import org.cordonrt.check.Scaling;
import org.cordonrt.check.Stability;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;

/**
 * What an assessment says beside its tables, as sentences that every form of output shares. They may hold hostile text
 * from the files: whoever shows them makes it harmless for the form at hand.
 */
@Internal
public final class Sentences {
    /** What a reader must know of every check. */
    public static final String CAUTION =
            "Decision support for research and quality assurance, not a clinical approval. A limit holds only for the"
                    + " structure as its source contours it: compare with your contouring. No previous irradiation is"
                    + " assumed; with one, see cordon reirradiation.";

    private static final int SCALING_DECIMALS = 4;

    private Sentences() {}

    /** How far the dose could be scaled. */
    public static String scaling(Scaling s) {
        String what = "Largest scaling of the dose within the limits on the cord: ";
        ConstraintResult limit = s.limitedBy();
        if (limit == null) {
            return what + "none, " + s.reason();
        }
        // Rounded down: what is printed still meets the limit.
        double step = Math.pow(10, SCALING_DECIMALS);
        String factor = Decimals.fixed(Math.floor(s.factor() * step) / step, SCALING_DECIMALS);
        Constraint c = limit.constraint();
        return what + "x " + factor + ", then "
                + Objects.requireNonNull(limit.structure()).structure().name() + " " + c.text() + " (" + limit.setId()
                + " " + c.id() + ")";
    }

    /** How the limits come out under other conventions. */
    public static String stability(Stability s) {
        return "These limits: " + s.stated() + " under " + s.agreeing() + " of "
                + s.others().size()
                + " other conventions (slab and shape solids with end caps of half a slice, none, 1.5 mm; maximum read as"
                + " the point, D0.03cc, D0.035cc)";
    }

    /** Every convention under which a limit comes out otherwise, with those limits. */
    public static List<String> changes(Stability s) {
        List<String> sentences = new ArrayList<>();
        for (Stability.Outcome o : s.others()) {
            if (!o.changed().isEmpty()) {
                sentences.add(o.convention().words() + ": "
                        + String.join(
                                "; ",
                                o.changed().stream().map(Sentences::change).toList()));
            }
        }
        return sentences;
    }

    private static String change(ConstraintResult r) {
        Constraint c = r.constraint();
        double v = Objects.requireNonNull(r.value()).value();
        String value = Double.isNaN(v) ? "not evaluable" : Decimals.beside(v, c.limit(), 2) + " " + c.unit();
        return r.state() + " "
                + Objects.requireNonNull(r.structure()).structure().name() + " " + Phrases.shortName(c.metric()) + " "
                + value + " (" + r.setId() + " " + c.id() + ")";
    }

    /** How the near-maximum dose depends on the spacing of the grid. */
    public static String adequacy(GridAdequacy g) {
        List<String> parts = new ArrayList<>();
        for (GridAdequacy.Coarser c : g.coarser()) {
            String samples = "every " + (c.step() == 2 ? "2nd" : "3rd") + " sample ";
            parts.add(samples
                    + (c.reason() != null
                            ? "not evaluable, " + c.reason()
                            : signed(c.leastPercent()) + " to " + signed(c.mostPercent()) + " %"));
        }
        return "Dose grid of " + String.format(Locale.ROOT, "%.3g", g.spacingMm()) + " mm: "
                + g.match().structure().name() + " D0.035cc from " + String.join(", from ", parts);
    }

    private static String signed(double percent) {
        String text = String.format(Locale.ROOT, "%+.1f", percent);
        return text.equals("-0.0") ? "+0.0" : text;
    }

    /** How large the hottest part is. */
    public static String hottest(HotSpot h) {
        int n = h.clusters().size();
        return "Hottest " + Decimals.shortest(h.volumeCc(), 3) + " cc of "
                + h.structure().structure().name() + " (" + Decimals.fixed(h.doseGy(), 2) + " Gy or more): "
                + (n == 1 ? "one cluster" : n + " clusters") + ", sampled every "
                + Decimals.shortest(h.resolutionMm(), 2) + " mm";
    }

    /** Where one cluster of the hottest part lies. */
    public static String cluster(HotSpot.Cluster c) {
        String where = Double.isNaN(c.clockHours())
                ? "in the middle"
                : c.clock() + " o'clock (" + c.side() + "), " + Decimals.fixed(c.fromCentreMm(), 1)
                        + " mm from the middle";
        Optional<String> target = c.target()
                .map(t -> ", " + Decimals.fixed(t.distanceMm(), 1) + " mm from "
                        + t.match().structure().name());
        return Decimals.fixed(c.volumeCc(), 3) + " cc around " + Phrases.point(c.centroidMm()) + ", plane "
                + Decimals.shortest(c.planeMm(), 2) + ", " + where + target.orElse("");
    }
}
