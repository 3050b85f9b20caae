package org.cordonrt.report.html;

import java.util.Optional;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Margin;
import org.cordonrt.check.Scaling;
import org.cordonrt.check.Stability;
import org.cordonrt.constraint.State;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Headline;
import org.cordonrt.report.Phrases;

/** What a physician reads: the verdict, its sentence, and the four numbers behind it. */
final class SummarySection {
    private static final String NEAR_MAXIMUM = "D0.035cc[Gy]";

    private SummarySection() {}

    static void add(Markup m, Assessment a) {
        State state = a.verdict().state();
        m.open("header", "class", "summary " + States.style(state)).raw("\n");
        m.line("p", "Cordon: spinal cord dose check", "class", "kicker");
        m.open("h1");
        States.badge(m, state).text(" ");
        m.element("span", Headline.of(a), "class", "headline").closeLine();
        m.line("p", "Plan " + Phrases.plan(a.plan()), "class", "plan");
        a.patient()
                .ifPresent(p -> m.line(
                        "p", "Patient " + p.name() + ", ID " + p.id() + ", born " + p.birthDate(), "class", "plan"));
        m.open("dl", "class", "facts").raw("\n");
        nearMaximum(m, a);
        gap(m, a);
        scaling(m, a.derived().scaling());
        stability(m, a);
        m.closeLine().closeLine();
    }

    /** One of the facts at the top of a page. */
    static void fact(Markup m, String name, String value, String note) {
        m.open("div")
                .element("dt", name)
                .open("dd")
                .element("b", value)
                .text(" ")
                .element("span", note)
                .close();
        m.closeLine();
    }

    private static void nearMaximum(Markup m, Assessment a) {
        Optional<MetricValue> v = a.cord()
                .flatMap(c -> c.metrics().stream()
                        .filter(x -> x.metric().expression().equals(NEAR_MAXIMUM) && x.isEvaluable())
                        .findFirst());
        if (v.isPresent()) {
            fact(
                    m,
                    "Cord D0.035cc",
                    Phrases.value(v.get()),
                    "surely between " + Decimals.fixed(down(v.get().lower()), 3) + " and "
                            + Decimals.fixed(up(v.get().upper()), 3) + " for this model");
        } else {
            fact(m, "Cord D0.035cc", "not known", a.cord().isEmpty() ? "no cord was checked" : "not evaluable");
        }
    }

    private static double down(double v) {
        return Math.floor(v * 1000) / 1000;
    }

    private static double up(double v) {
        return Math.ceil(v * 1000) / 1000;
    }

    private static void gap(Markup m, Assessment a) {
        Optional<Margin> nearest = a.cord().flatMap(c -> Headline.toTumour(a, c.match()));
        if (nearest.isEmpty()) {
            fact(m, "Gap to the tumour", "not known", "no cord or no target");
            return;
        }
        Margin x = nearest.get();
        String names = x.from().structure().name() + " to " + x.to().structure().name();
        if (x.overlapCc() > 0) {
            fact(m, "Gap to the tumour", "none", names + " overlap by " + Phrases.volume(x.overlapCc()) + " cc");
        } else {
            fact(
                    m,
                    "Gap to the tumour",
                    Phrases.millimetres(x.distanceMm()) + " mm",
                    names + "; slabs " + Phrases.millimetres(x.slabMm()) + ", flat contours "
                            + Phrases.millimetres(x.planesMm()));
        }
    }

    private static void scaling(Markup m, Scaling s) {
        if (s.isKnown()) {
            // Rounded down: what is printed still meets the limit.
            fact(
                    m,
                    "Dose may be scaled by",
                    "x " + Decimals.fixed(Math.floor(s.factor() * 1000) / 1000, 3),
                    "before the first limit on the cord is reached");
        } else {
            fact(m, "Dose may be scaled by", "not known", String.valueOf(s.reason()));
        }
    }

    private static void stability(Markup m, Assessment a) {
        if (a.derived().stability().isPresent()) {
            Stability s = a.derived().stability().get();
            fact(
                    m,
                    "Other conventions",
                    s.agreeing() + " of " + s.others().size() + " agree",
                    s.isStable() ? "no limit changes its state" : "a limit changes its state: see Stability");
        } else {
            fact(m, "Other conventions", "not tried", "no limit was decided");
        }
    }
}
