package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.Verdict;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.PlanSummary;

/**
 * All that a check found. The verdict speaks of the limits that were tested, not of the plan being safe. Immutable.
 *
 * @param tool the program that made it
 * @param verdict the worst state of what was required
 * @param patient who it is about; empty unless identifiers were asked for
 * @param inputs the files it rests on; empty when the case came from arrays
 * @param plan what the plan says about itself
 * @param model how the numbers were computed
 * @param sets the constraint sets, in the order they were chosen
 * @param structures every structure of the set in file order, those that no limit needs without numbers
 * @param constraints every limit of every set, side by side
 * @param margins from the cord to each target
 * @param issues findings of all stages, in the order they were made
 * @param rules what the user said about how limits are applied
 * @param derived information that decides nothing
 */
public record Assessment(
        Tool tool,
        Verdict verdict,
        Optional<Patient> patient,
        List<InputFile> inputs,
        PlanSummary plan,
        ModelOptions model,
        List<UsedSet> sets,
        List<AssessedStructure> structures,
        List<ConstraintResult> constraints,
        List<Margin> margins,
        List<Issue> issues,
        LimitRules rules,
        Derived derived) {
    public Assessment {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(patient, "patient");
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(model, "model");
        sets = List.copyOf(sets);
        structures = List.copyOf(structures);
        constraints = List.copyOf(constraints);
        margins = List.copyOf(margins);
        issues = List.copyOf(issues);
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(derived, "derived");
    }

    /** The same findings with the patient named. */
    public Assessment withPatient(Patient who) {
        return new Assessment(
                tool,
                verdict,
                Optional.of(who),
                inputs,
                plan,
                model,
                sets,
                structures,
                constraints,
                margins,
                issues,
                rules,
                derived);
    }

    /** Whether a person should look at something before trusting the numbers. */
    public boolean hasWarnings() {
        return issues.stream().anyMatch(Assessment::isRaised);
    }

    /**
     * A dose that falls as it must beside a cord depends on the spacing of any grid, and what stands in a configuration
     * file was said on purpose: neither can be an error.
     */
    private static final Set<IssueCode> NEVER_RAISED = Set.of(IssueCode.DOSE_GRID_COARSE, IssueCode.OPTION_FROM_FILE);

    private static boolean isRaised(Issue i) {
        return i.severity() == Severity.WARNING && !NEVER_RAISED.contains(i.code());
    }

    /**
     * The same with every warning (but those of a coarse dose grid and of configuration files) as an error; nothing passes
     * as long as there is one.
     */
    public Assessment strict() {
        List<Issue> warnings = issues.stream().filter(Assessment::isRaised).toList();
        if (warnings.isEmpty()) {
            return this;
        }
        String why = warnings.get(0).code() + " is an error under --strict: "
                + warnings.get(0).message()
                + (warnings.size() > 1 ? " (and " + (warnings.size() - 1) + " more)" : "");
        // What only waits for its robustness may pass yet.
        boolean mayPass = verdict.decidedBy() != null && verdict.decidedBy().asPlanned() != null;
        Verdict strictVerdict = verdict.state() == State.PASS
                        || verdict.state() == State.ACCEPTABLE
                        || verdict.state() == State.NOT_EVALUABLE && mayPass
                ? new Verdict(State.NOT_EVALUABLE, why, null)
                : verdict;
        List<Issue> raised = issues.stream()
                .map(i -> isRaised(i) ? new Issue(i.code(), Severity.ERROR, i.message()) : i)
                .toList();
        return new Assessment(
                tool,
                strictVerdict,
                patient,
                inputs,
                plan,
                model,
                sets,
                structures,
                constraints,
                margins,
                raised,
                rules,
                derived);
    }

    /**
     * The same findings with other results of the same limits, once their robustness has been tested.
     *
     * @param settled in the order of {@link #constraints()}
     */
    public Assessment withSettled(List<ConstraintResult> settled) {
        Verdict of = Verdict.of(settled);
        // What no limit decided, but a finding about the plan, stands in the way as before.
        boolean held = verdict.state() == State.NOT_EVALUABLE && verdict.decidedBy() == null;
        return new Assessment(
                tool,
                held && of.state() != State.FAIL ? verdict : of,
                patient,
                inputs,
                plan,
                model,
                sets,
                structures,
                settled,
                margins,
                issues,
                rules,
                derived);
    }

    /** Whether a limit asks for more than the plan as it stands, and keeps that. */
    public boolean asksForRobustness() {
        return constraints.stream().anyMatch(r -> r.asPlanned() != null);
    }

    /** The structure that was checked as the spinal cord; empty when none was. */
    public Optional<AssessedStructure> cord() {
        return structures.stream()
                .filter(s -> s.match().kind() == StructureKind.SPINAL_CORD && s.isUsed())
                .findFirst();
    }

    /**
     * Who a plan is for.
     *
     * @param name Patient's Name (0010,0010), as the file writes it
     * @param id Patient ID (0010,0020)
     * @param birthDate Patient's Birth Date (0010,0030)
     */
    public record Patient(String name, String id, String birthDate) {
        public Patient {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(birthDate, "birthDate");
        }
    }

    /**
     * A constraint set that was applied.
     *
     * @param id its id
     * @param version its version
     * @param extending id and version of the set it extends; empty when it stands alone
     * @param sha256 digest of its file; empty when it came from no file
     */
    public record UsedSet(String id, String version, Optional<ConstraintSet.Base> extending, String sha256) {
        public UsedSet {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(extending, "extending");
            Objects.requireNonNull(sha256, "sha256");
        }
    }
}
