package org.cordonrt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Derived;
import org.cordonrt.check.LimitRules;
import org.cordonrt.check.Margin;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.Scaling;
import org.cordonrt.check.Tool;
import org.cordonrt.constraint.Comparison;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.Requirement;
import org.cordonrt.constraint.Source;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureNaming;
import org.cordonrt.constraint.Verdict;
import org.cordonrt.constraint.Verification;
import org.cordonrt.issue.Issue;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.FractionsSource;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** Assessments made by hand: what a report shows does not depend on how it was computed. Not thread-safe. */
final class Samples {
    static final Metric NEAR_MAX = Metric.parse("D0.035cc[Gy]");
    static final Metric MAX = Metric.parse("Max[Gy]");

    private final List<AssessedStructure> structures = new ArrayList<>();
    private final List<ConstraintResult> results = new ArrayList<>();
    private final List<Margin> margins = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private OptionalInt fractions = OptionalInt.of(1);

    static StructureMatch match(int number, String name) {
        return StructureNaming.recognise(Structure.of(number, name, List.of()));
    }

    static Constraint limit(String id, Metric metric, double limit) {
        return new Constraint(
                id,
                StructureKind.SPINAL_CORD,
                "Spinal cord",
                1,
                metric,
                Comparison.AT_MOST,
                limit,
                OptionalDouble.empty(),
                Level.MANDATORY,
                Requirement.ALWAYS,
                OptionalInt.empty(),
                null,
                "myelopathy",
                null,
                null,
                new Source("A paper, 2010", "10.1000/x", "Table 3", Verification.V1, List.of()),
                null);
    }

    Samples fractions(OptionalInt n) {
        fractions = n;
        return this;
    }

    Samples structure(StructureMatch match, MetricValue... metrics) {
        structures.add(new AssessedStructure(
                match,
                OptionalDouble.of(5.7671234),
                OptionalInt.of(41),
                OptionalDouble.of(1),
                List.of(metrics),
                Optional.empty(),
                null));
        return this;
    }

    Samples add(AssessedStructure structure) {
        structures.add(structure);
        return this;
    }

    Samples tested(StructureMatch match, String set, Constraint limit, double value) {
        return tested(match, set, limit, MetricValue.of(limit.metric(), value, value - 0.004, value + 0.004));
    }

    Samples tested(StructureMatch match, String set, Constraint limit, MetricValue value) {
        results.add(ConstraintResult.judge(set, limit, match, value));
        return this;
    }

    Samples untested(String set, Constraint limit, State state, String reason) {
        results.add(new ConstraintResult(set, limit, null, null, state, reason));
        return this;
    }

    Samples margin(StructureMatch from, StructureMatch to, double mm, double overlapCc) {
        margins.add(
                new Margin(from, to, mm, mm, mm + 0.02, new Point3(1, 2, 3), new Point3(1, 2, 3 + mm), overlapCc, 0));
        return this;
    }

    Samples issue(Issue issue) {
        issues.add(issue);
        return this;
    }

    Assessment build() {
        return new Assessment(
                new Tool("cordon", "1.2.3"),
                Verdict.of(results),
                Optional.empty(),
                List.of(new InputFile("plan/rs.dcm", "0".repeat(64), "1.2.3", "RTSTRUCT")),
                new PlanSummary(
                        "T9",
                        fractions,
                        fractions.isPresent() ? FractionsSource.RTPLAN : FractionsSource.UNKNOWN,
                        OptionalDouble.of(18),
                        "APPROVED"),
                ModelOptions.defaults(),
                List.of(new Assessment.UsedSet("TG101", "1", Optional.empty(), "")),
                structures,
                results,
                margins,
                issues,
                LimitRules.defaults(),
                new Derived(
                        new Scaling(Double.NaN, Double.NaN, Double.NaN, null, "made by hand"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The example of the design: a cord below its limits, a tumour 2.4 mm away. */
    static Samples met() {
        StructureMatch cord = match(1, "SpinalCord");
        StructureMatch gtv = match(2, "GTV");
        return new Samples()
                .structure(cord, new MetricValue(MAX, 13.4, 13.4, 13.4, new Point3(1, -2, 3), null, null))
                .structure(gtv)
                .tested(cord, "TG101", limit("T3", NEAR_MAX, 14), 13.1)
                .margin(cord, gtv, 2.4, 0);
    }
}
