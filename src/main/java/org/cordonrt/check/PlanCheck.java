package org.cordonrt.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cordonrt.Interruption;
import org.cordonrt.check.Assessment.UsedSet;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Evaluation;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.SelectionOptions;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.constraint.Verdict;
import org.cordonrt.contours.ContourChecks;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.lq.LinearQuadratic;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;

/**
 * Checks a plan: recognises the structures, builds their solids, measures dose and separation, tests every limit of the
 * chosen sets. Stateless: may be called from any number of threads.
 */
public final class PlanCheck {
    private PlanCheck() {}

    /**
     * Checks one case.
     *
     * <p>A limit that could not be evaluated (no cord, cord outside the dose grid, unusable contours, fractions unknown)
     * is a result, NOT_EVALUABLE, and so is then the verdict.
     *
     * @throws org.cordonrt.issue.CordonException STRUCTURE_AMBIGUOUS, STRUCTURE_NOT_FOUND or STRUCTURE_EMPTY when it is
     *     not clear which structure to check
     * @throws java.util.concurrent.CancellationException soon after this thread is interrupted
     */
    public static Assessment assess(TreatmentCase plan, CheckOptions options) {
        return assess(plan, options, stage -> {});
    }

    /**
     * As {@link #assess(TreatmentCase, CheckOptions)}, telling what is done.
     *
     * @param progress told of every stage as it begins, in this thread
     * @throws java.util.concurrent.CancellationException soon after this thread is interrupted
     */
    public static Assessment assess(TreatmentCase plan, CheckOptions options, Consumer<CheckStage> progress) {
        Consumer<CheckStage> stages = progress.andThen(stage -> Interruption.check());
        stages.accept(CheckStage.MEASURING);
        LimitRules rules = options.rules();
        StructureSelection found = StructureSelection.of(
                plan.structures(),
                new SelectionOptions(options.cord(), options.targets(), rules.substitutions(), rules.aliases()));
        Set<Integer> needed = wantedMetrics(plan, found, options).keySet();
        List<Structure> used = plan.structures().structures().stream()
                .filter(s -> needed.contains(s.roiNumber()))
                .toList();
        CaseModel drawn = new CaseModel(plan, used, options.model());
        List<PartialCord> partialCords = PartialCord.of(found, drawn, options.partialCordMm());
        CaseModel model = drawn.with(partialCords);
        StructureSelection selection =
                found.withDerived(partialCords.stream().map(PartialCord::match).toList());
        Map<Integer, Set<Metric>> wanted = wantedMetrics(plan, selection, options);

        List<Structure> measured = Stream.concat(
                        used.stream(), partialCords.stream().map(p -> p.match().structure()))
                .toList();
        Measurements measurements = new Measurements(model, measured, wanted, companions(plan, selection, options));
        stages.accept(CheckStage.SEPARATIONS);
        List<Margin> margins = Separations.of(selection.cord().stream().toList(), selection.targets(), model);
        GapCriteria gaps = new GapCriteria(measurements, selection, model, margins);
        stages.accept(CheckStage.LIMITS);
        Evaluation evaluation =
                Evaluation.of(options.sets(), selection, plan.plan().fractions(), gaps, rules.band());
        List<ConstraintResult> results = gaps.explained(evaluation.results());
        List<ConstraintResult> asPlanned = evaluation.results().stream()
                .map(ConstraintResult::asPlannedOnly)
                .toList();

        List<AssessedStructure> structures = new ArrayList<>();
        for (StructureMatch match : selection.matches()) {
            structures.add(
                    wanted.containsKey(match.structure().roiNumber())
                            ? assessed(match, measurements.of(match.structure()), Optional.empty(), model)
                            : AssessedStructure.without(match, List.of(), unusedBecause(match)));
        }
        stages.accept(CheckStage.REVIEW);
        List<Issue> issues = new ArrayList<>(plan.issues());
        issues.addAll(selection.issues());
        issues.addAll(model.issues(used));
        partialCords.forEach(p -> issues.add(p.finding()));
        issues.addAll(ContourReview.of(selection, used, model, options.partialCordMm()));
        issues.addAll(NestingReview.of(selection, model));
        issues.addAll(ContourReview.overlaps(margins));
        issues.addAll(GapCriteria.issues(results));
        issues.addAll(uncovered(plan, structures));
        DoseMaximumReview.of(plan, selection, measurements, options.model()).ifPresent(issues::add);
        TargetDoseReview.of(plan, selection.targets(), measurements, model).ifPresent(issues::add);
        Optional<GridAdequacy> adequacy = GridAdequacyCheck.of(selection, model, measurements);
        adequacy.flatMap(GridAdequacyCheck::finding).ifPresent(issues::add);
        issues.addAll(evaluation.issues());
        stages.accept(CheckStage.STABILITY);
        return new Assessment(
                Tool.current(),
                verdict(evaluation, asPlanned, issues, options),
                Optional.empty(),
                plan.inputs(),
                plan.plan(),
                options.model(),
                options.sets().stream()
                        .map(s -> new UsedSet(s.id(), s.version(), s.base(), s.sha256()))
                        .toList(),
                structures,
                results,
                margins,
                issues,
                rules.withPartialCordMm(options.partialCordMm()),
                new Derived(
                        LargestScaling.of(asPlanned, measurements),
                        biological(structures, plan, rules.model()),
                        HotSpots.of(selection, model, measurements),
                        StabilityCheck.of(asPlanned, model, measurements, options.model(), rules.band()),
                        adequacy));
    }

    /** BED and EQD2 of the hottest parts of all that holds the cord. */
    private static List<BiologicalDose> biological(
            List<AssessedStructure> structures, TreatmentCase plan, LinearQuadratic model) {
        List<BiologicalDose> doses = new ArrayList<>();
        OptionalInt fractions = plan.plan().fractions();
        for (AssessedStructure s : structures) {
            if (fractions.isEmpty() || !s.match().kind().guardsCord()) {
                continue;
            }
            for (Metric metric : StandardMetrics.HOTTEST) {
                s.metrics().stream()
                        .filter(v -> v.metric().equals(metric) && v.isEvaluable())
                        .forEach(v -> doses.add(new BiologicalDose(
                                s.match(), metric, Math.max(0, v.value()), fractions.getAsInt(), model)));
            }
        }
        return doses;
    }

    /** A dose in the wrong unit, of one fraction or of one phase meets every limit: what looks like one is no pass. */
    private static Verdict verdict(
            Evaluation evaluation, List<ConstraintResult> asPlanned, List<Issue> issues, CheckOptions options) {
        Verdict found = evaluation.verdict();
        // Nor may it pass later, once the robustness of its limits has been tested.
        State mayBecome =
                found.state() == State.NOT_EVALUABLE ? Verdict.of(asPlanned).state() : found.state();
        if (options.acceptDose() || mayBecome != State.PASS && mayBecome != State.ACCEPTABLE) {
            return found;
        }
        return issues.stream()
                .filter(i -> i.code().withholdsPass())
                .findFirst()
                .map(i -> new Verdict(State.NOT_EVALUABLE, i.message() + " (if it is, say --accept-dose)", null))
                .orElse(found);
    }

    /**
     * Dose-volume metrics of some or all structures, without any limit. Works without a dose, for volumes alone.
     *
     * @throws org.cordonrt.issue.CordonException STRUCTURE_NOT_FOUND or STRUCTURE_AMBIGUOUS for a name that does not
     *     lead to one structure
     */
    public static DoseVolumes doseVolumes(TreatmentCase plan, DoseVolumes.Request request, ModelOptions options) {
        StructureLookup lookup = new StructureLookup(plan.structures());
        List<StructureMatch> asked = request.structures().isEmpty()
                ? lookup.all()
                : request.structures().stream().map(lookup::named).distinct().toList();
        List<Structure> drawn = asked.stream()
                .filter(StructureMatch::isDrawn)
                .map(StructureMatch::structure)
                .toList();
        CaseModel model = new CaseModel(plan, drawn, options);
        List<Metric> metrics = plan.dose().isPresent() || request.metricsAsked() ? request.metrics() : List.of();
        List<AssessedStructure> structures = OrderedTasks.map(asked, options.threads(), match -> {
            if (!match.isDrawn()) {
                return AssessedStructure.without(
                        match,
                        metrics.stream()
                                .map(m -> MetricValue.notEvaluable(m, unusedBecause(match)))
                                .toList(),
                        unusedBecause(match));
            }
            Optional<Curve> curve = request.curveBinGy().isPresent()
                    ? model.curve(match.structure(), request.curveBinGy().getAsDouble())
                    : Optional.empty();
            return assessed(match, model.measure(match.structure(), metrics), curve, model);
        });
        List<Issue> issues = new ArrayList<>(plan.issues());
        issues.addAll(model.issues(drawn));
        issues.addAll(uncovered(plan, structures));
        return new DoseVolumes(Tool.current(), plan.inputs(), options, structures, issues);
    }

    /**
     * Separations from each structure of one list to each of another.
     *
     * @throws org.cordonrt.issue.CordonException STRUCTURE_NOT_FOUND or STRUCTURE_AMBIGUOUS for a name that does not
     *     lead to one structure, or where none is named and none is recognised; STRUCTURE_EMPTY or CONTOUR_GEOMETRY for
     *     one that is no solid
     */
    public static Margins margins(TreatmentCase plan, MarginRequest request, ModelOptions options) {
        StructureLookup lookup = new StructureLookup(plan.structures());
        List<StructureMatch> first =
                request.from().stream().map(lookup::named).distinct().toList();
        List<StructureMatch> second =
                request.to().stream().map(lookup::named).distinct().toList();
        if (first.isEmpty() || second.isEmpty()) {
            StructureSelection selection = StructureSelection.of(plan.structures(), Optional.empty(), List.of());
            first = first.isEmpty() ? usual(selection.cord().stream().toList(), "spinal cord", "--from") : first;
            second = second.isEmpty() ? usual(selection.targets(), "target", "--to") : second;
        }
        Set<StructureMatch> all = new LinkedHashSet<>(first);
        all.addAll(second);
        List<Structure> structures = all.stream().map(StructureMatch::structure).toList();
        CaseModel model = new CaseModel(plan, structures, options);
        for (Structure s : structures) {
            model.refusal(s).ifPresent(e -> {
                throw e;
            });
        }
        List<Issue> issues = new ArrayList<>(plan.issues());
        issues.addAll(model.issues(structures));
        return new Margins(
                Tool.current(),
                plan.inputs(),
                Separations.of(first, second, model),
                request.profile()
                        ? GapProfiles.of(first, second, model, plan.plan().prescriptionGy())
                        : List.of(),
                request.surfaces() ? Surfaces.of(first, second, model) : List.of(),
                issues);
    }

    /** Separations alone; see {@link #margins(TreatmentCase, MarginRequest, ModelOptions)}. */
    public static Margins margins(TreatmentCase plan, List<String> from, List<String> to, ModelOptions options) {
        return margins(plan, MarginRequest.of(from, to), options);
    }

    private static List<StructureMatch> usual(List<StructureMatch> found, String what, String option) {
        if (found.isEmpty()) {
            throw new CordonException(
                    IssueCode.STRUCTURE_NOT_FOUND,
                    "no structure is recognised as a " + what + "; name one with " + option + " NAME");
        }
        return found;
    }

    /**
     * The DVHs that the planning system stored, against Cordon's numbers.
     *
     * @param names structures to compare; empty: all that have a stored DVH
     * @throws org.cordonrt.issue.CordonException STORED_DVH_MISSING when the dose files hold none;
     *     STRUCTURE_NOT_FOUND or STRUCTURE_AMBIGUOUS for a name that does not lead to one structure
     */
    public static StoredComparison compareStored(
            TreatmentCase plan, List<String> names, StoredComparison.Tolerance tolerance, ModelOptions options) {
        if (plan.storedDvhs().isEmpty()) {
            throw new CordonException(
                    IssueCode.STORED_DVH_MISSING,
                    "the RTDOSE holds no DVH to compare with; export it with its DVHs (DVH Sequence) if the planning"
                            + " system can");
        }
        StructureLookup lookup = new StructureLookup(plan.structures());
        List<StructureMatch> asked = names.isEmpty()
                ? StoredComparisonCheck.withStored(lookup.all(), plan.storedDvhs())
                : names.stream().map(lookup::named).distinct().toList();
        List<Structure> drawn = asked.stream()
                .filter(StructureMatch::isDrawn)
                .map(StructureMatch::structure)
                .toList();
        CaseModel model = new CaseModel(plan, drawn, options);
        StoredComparisonCheck check = new StoredComparisonCheck(model, options, tolerance);
        List<StoredComparison.Compared> compared = OrderedTasks.map(
                asked,
                options.threads(),
                m -> check.compare(
                        m, StoredComparisonCheck.of(m, plan.storedDvhs()).findFirst()));
        List<Issue> issues = new ArrayList<>(plan.issues());
        issues.addAll(model.issues(drawn));
        return new StoredComparison(Tool.current(), plan.inputs(), options, tolerance, compared, issues);
    }

    /** The metrics to measure, by ROI number: the usual ones of its kind and those that limits ask for. */
    private static Map<Integer, Set<Metric>> wantedMetrics(
            TreatmentCase plan, StructureSelection selection, CheckOptions options) {
        Map<Integer, Set<Metric>> wanted = new TreeMap<>();
        for (StructureKind kind : StructureKind.values()) {
            List<Metric> usual = StandardMetrics.of(kind);
            if (!kind.isTarget() && !usual.isEmpty()) {
                want(wanted, selection.drawn(kind), usual);
            }
        }
        for (StructureMatch target : selection.targets()) {
            want(wanted, List.of(target), StandardMetrics.of(target.kind()));
        }
        OptionalInt fractions = plan.plan().fractions();
        if (fractions.isPresent()) {
            options.sets().stream()
                    .flatMap(s -> s.forFractions(fractions.getAsInt()).stream())
                    .forEach((Constraint c) -> {
                        want(
                                wanted,
                                selection.drawn(c.structureKind()),
                                c.to().isPresent() ? List.of() : List.of(c.metric()));
                        c.to().ifPresent(kind -> want(wanted, selection.drawn(kind), List.of()));
                    });
        }
        return wanted;
    }

    /** What headroom asks for beside: measured with the rest, and not shown with it. */
    private static Map<Integer, Set<Metric>> companions(
            TreatmentCase plan, StructureSelection selection, CheckOptions options) {
        Map<Integer, Set<Metric>> wanted = new TreeMap<>();
        OptionalInt fractions = plan.plan().fractions();
        if (fractions.isPresent()) {
            options.sets().stream()
                    .flatMap(s -> s.forFractions(fractions.getAsInt()).stream())
                    .forEach((Constraint c) -> want(
                            wanted,
                            selection.drawn(c.structureKind()),
                            Headroom.companion(c).stream().toList()));
        }
        return wanted;
    }

    private static void want(Map<Integer, Set<Metric>> wanted, List<StructureMatch> matches, List<Metric> metrics) {
        for (StructureMatch m : matches) {
            wanted.computeIfAbsent(m.structure().roiNumber(), n -> new LinkedHashSet<>())
                    .addAll(metrics);
        }
    }

    private static AssessedStructure assessed(
            StructureMatch match, List<MetricValue> metrics, Optional<Curve> curve, CaseModel model) {
        Structure s = match.structure();
        return model.solid(s)
                .map(solid -> new AssessedStructure(
                        match,
                        OptionalDouble.of(solid.volumeCc()),
                        OptionalInt.of(solid.planeCount()),
                        model.coveredFraction(s),
                        metrics,
                        curve,
                        null))
                .orElseGet(() -> AssessedStructure.without(
                        match,
                        metrics,
                        model.refusal(s).map(Throwable::getMessage).orElse("it has no solid")));
    }

    private static String unusedBecause(StructureMatch match) {
        return match.isDrawn() ? "no limit needs it" : "it has no closed contour";
    }

    private static List<Issue> uncovered(TreatmentCase plan, List<AssessedStructure> structures) {
        List<Issue> issues = new ArrayList<>();
        for (AssessedStructure s : structures) {
            if (s.coveredFraction().isPresent() && s.coveredFraction().getAsDouble() < 1) {
                // An error where a limit may hang on it; a cropped grid around the patient's outline is usual.
                Severity severity = s.match().kind().guardsCord() ? Severity.ERROR : Severity.WARNING;
                issues.add(new Issue(
                        IssueCode.STRUCTURE_NOT_COVERED,
                        severity,
                        "'" + s.name() + "': only "
                                + percentDown(s.coveredFraction().getAsDouble())
                                + " % of its volume lies inside the dose grid; its dose metrics are not evaluable"
                                + plan.dose()
                                        .map(d -> " ("
                                                + ContourChecks.outsideGrid(
                                                        s.match().structure(), d.geometry()) + ")")
                                        .orElse("")));
            }
        }
        return issues;
    }

    /** Rounded down, so that a part never reads as 100 %. */
    private static String percentDown(double fraction) {
        return BigDecimal.valueOf(fraction * 100)
                .setScale(2, RoundingMode.FLOOR)
                .stripTrailingZeros()
                .toPlainString();
    }
}
