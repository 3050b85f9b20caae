package org.cordonrt.report;

import java.util.Objects;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.BiologicalDose;
import org.cordonrt.check.GridAdequacy;
import org.cordonrt.check.LimitRules;
import org.cordonrt.check.Scaling;
import org.cordonrt.check.Stability;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.ToleranceBand;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;

/** The parts of an assessment's JSON that say how limits were applied and what follows from the values. */
final class DerivedJson {
    private DerivedJson() {}

    static void set(JsonDocument json, Assessment.UsedSet set) {
        json.text("id", set.id());
        json.text("version", set.version());
        set.extending()
                .ifPresentOrElse(
                        base -> json.object("extends", () -> {
                            json.text("id", base.id());
                            json.text("version", base.version());
                        }),
                        () -> json.nothing("extends"));
        json.text("sha256", set.sha256().isEmpty() ? null : set.sha256());
    }

    /** What the limit's own source says, and how far the value is from it. */
    static void constraint(JsonDocument json, ConstraintResult r) {
        json.text("structureInSource", r.constraint().structureInSource());
        json.flag("substituted", r.isSubstituted());
        json.number("rangeFrom", r.constraint().rangeFrom());
        json.integer("priority", r.constraint().priority());
        json.text("condition", r.constraint().condition());
        Headroom room = r.room();
        json.object("room", () -> {
            json.number("gy", room.gy());
            json.number("percent", room.percent());
            json.number("cc", room.cc());
            json.number("factor", room.factor());
        });
        r.constraint()
                .robustness()
                .ifPresent(c -> json.object("robust", () -> {
                    json.number("shiftMm", c.shiftMm());
                    json.text("stateAsPlanned", r.asPlannedOnly().state().name());
                }));
    }

    static void rest(JsonDocument json, Assessment a) {
        rules(json, a.rules());
        scaling(json, a.derived().scaling());
        json.array("biological", a.derived().biological(), b -> biological(json, b));
        a.derived().stability().ifPresent(x -> json.object("stability", () -> stability(json, x)));
        a.derived().gridAdequacy().ifPresent(g -> json.object("gridAdequacy", () -> adequacy(json, g)));
    }

    private static void stability(JsonDocument json, Stability s) {
        json.text("state", s.stated().name());
        json.integer("agreeing", s.agreeing());
        json.integer("conventions", s.others().size());
        json.array("others", s.others(), o -> {
            json.text("convention", o.convention().words());
            json.text("solid", o.convention().solidName());
            json.text("endCap", o.convention().endCapText());
            json.text(
                    "nearMaximum",
                    o.convention().nearMaximum().map(Metric::expression).orElse(null));
            json.text("state", o.state().name());
            json.array("changed", o.changed(), r -> {
                json.text("id", r.constraint().id());
                json.text("set", r.setId());
                json.text(
                        "structure",
                        Objects.requireNonNull(r.structure()).structure().name());
                json.text("metric", r.constraint().metric().expression());
                MetricValue v = Objects.requireNonNull(r.value());
                json.number("value", v.value());
                json.numberDown("lower", v.lower());
                json.numberUp("upper", v.upper());
                json.text("state", r.state().name());
            });
        });
    }

    private static void adequacy(JsonDocument json, GridAdequacy g) {
        json.text("structure", g.match().structure().name());
        json.text("metric", g.stated().metric().expression());
        json.number("value", g.stated().value());
        json.number("spacingMm", g.spacingMm());
        json.number("largestPercent", g.largestPercent());
        json.array("coarser", g.coarser(), c -> {
            json.integer("step", c.step());
            json.number("leastPercent", c.leastPercent());
            json.number("mostPercent", c.mostPercent());
            json.text("reason", c.reason());
        });
    }

    private static void rules(JsonDocument json, LimitRules rules) {
        json.object("rules", () -> {
            json.text("previousIrradiation", "NONE_ASSUMED");
            ToleranceBand band = rules.band();
            if (band.isNone()) {
                json.nothing("toleranceBand");
            } else {
                json.object("toleranceBand", () -> {
                    json.number("amount", band.amount());
                    json.text("unit", band.unit().symbol());
                });
            }
            json.array("substitutions", rules.substitutions(), s -> {
                json.text("structureKind", s.kind().name());
                json.text("structure", s.structure());
            });
            if (rules.aliases().file().isEmpty()) {
                json.nothing("aliases");
            } else {
                json.object("aliases", () -> {
                    json.text("path", rules.aliases().file());
                    json.text("sha256", rules.aliases().sha256());
                });
            }
        });
    }

    private static void scaling(JsonDocument json, Scaling scaling) {
        json.object("scaling", () -> {
            ConstraintResult limit = scaling.limitedBy();
            json.numberDown("factor", scaling.factor());
            json.numberDown("lower", scaling.lower());
            json.numberUp("upper", scaling.upper());
            json.text("set", limit == null ? null : limit.setId());
            json.text("id", limit == null ? null : limit.constraint().id());
            json.text(
                    "structure",
                    limit == null
                            ? null
                            : Objects.requireNonNull(limit.structure())
                                    .structure()
                                    .name());
            json.text("reason", scaling.reason());
        });
    }

    private static void biological(JsonDocument json, BiologicalDose b) {
        json.text("structure", b.structure().structure().name());
        json.text("expression", b.metric().expression());
        json.number("doseGy", b.doseGy());
        json.integer("fractions", b.fractions());
        json.number("alphaBetaGy", b.model().alphaBetaGy());
        json.number("bedGy", b.bedGy());
        json.number("eqd2Gy", b.eqd2Gy());
    }
}
