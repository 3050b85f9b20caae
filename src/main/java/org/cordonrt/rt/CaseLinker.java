package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.rt.RtSource.DoseSource;
import org.cordonrt.rt.RtSource.PlanSource;
import org.cordonrt.rt.RtSource.StructureSetSource;

/**
 * Chooses the structure set, the plan and the doses that belong together.
 *
 * <p>Doses of one plan form a group. Every combination of a group, a plan and a structure set is held against what the
 * files say of each other: a reference to another file, or another frame of reference, rules it out. Exactly one
 * combination must be left. An option that names a file overrules references, never the frame of reference.
 */
final class CaseLinker {
    private final CaseRequest request;
    private final List<StructureSetSource> structureSets;
    private final List<PlanSource> plans;
    private final List<List<DoseSource>> doseGroups;

    private CaseLinker(
            CaseRequest request,
            List<StructureSetSource> structureSets,
            List<PlanSource> plans,
            List<List<DoseSource>> doseGroups) {
        this.request = request;
        this.structureSets = structureSets;
        this.plans = plans;
        this.doseGroups = doseGroups;
    }

    /**
     * Files that belong together.
     *
     * @param doses doses of one plan; empty when no dose is wanted or there
     * @param issues findings about the links between them
     */
    record Selection(
            StructureSetSource structureSet, Optional<PlanSource> plan, List<DoseSource> doses, List<Issue> issues) {}

    static Selection link(RtFiles files, CaseRequest request) {
        if (files.structureSets().isEmpty()) {
            throw new CordonException(
                    IssueCode.NO_STRUCTURE_SET,
                    shownPaths(request) + ": no RT Structure Set among " + found(files) + "; add the RTSTRUCT file");
        }
        List<StructureSetSource> structureSets = request.structureSet()
                .map(p -> List.of(Picker.pick(files.structureSets(), p, "--structure-set", IssueCode.NO_STRUCTURE_SET)))
                .orElse(files.structureSets());
        List<PlanSource> plans = request.plan()
                .map(p -> List.of(Picker.pick(files.plans(), p, "--plan", IssueCode.UNLINKED_INPUT)))
                .orElse(files.plans());
        Selection selection = new CaseLinker(request, structureSets, plans, doseGroups(files, request)).choose();
        List<RtSource> unused = new ArrayList<>(files.structureSets());
        unused.addAll(files.plans());
        if (request.doseNeed() != DoseNeed.NONE) {
            unused.addAll(files.doses());
        }
        unused.remove(selection.structureSet());
        selection.plan().ifPresent(unused::remove);
        unused.removeAll(selection.doses());
        if (unused.isEmpty()) {
            return selection;
        }
        List<Issue> issues = new ArrayList<>(selection.issues());
        issues.add(Issue.of(IssueCode.INPUT_NOT_USED, "not used: " + Picker.shown(unused)));
        return new Selection(selection.structureSet(), selection.plan(), selection.doses(), issues);
    }

    private static List<List<DoseSource>> doseGroups(RtFiles files, CaseRequest request) {
        if (request.doseNeed() == DoseNeed.NONE) {
            return List.of(List.of());
        }
        if (!request.doses().isEmpty()) {
            Set<DoseSource> picked = new LinkedHashSet<>();
            for (String p : request.doses()) {
                DoseSource dose = Picker.pick(files.doses(), p, "--dose", IssueCode.NO_DOSE);
                if (dose.entry().grid().isEmpty()) {
                    throw new CordonException(
                            IssueCode.NO_DOSE, dose.shown() + ": holds no dose grid; pick another with --dose");
                }
                picked.add(dose);
            }
            return List.of(List.copyOf(picked));
        }
        Map<Set<String>, List<DoseSource>> byPlan = new LinkedHashMap<>();
        for (DoseSource dose : files.doses()) {
            if (dose.entry().grid().isPresent()) {
                byPlan.computeIfAbsent(planUids(dose, files.plans()), k -> new ArrayList<>())
                        .add(dose);
            }
        }
        if (byPlan.isEmpty()) {
            if (request.doseNeed() == DoseNeed.REQUIRED) {
                throw new CordonException(
                        IssueCode.NO_DOSE,
                        shownPaths(request) + ": no RT Dose with a dose grid among " + found(files)
                                + "; add the RTDOSE file");
            }
            return List.of(List.of());
        }
        return List.copyOf(byPlan.values());
    }

    /** The plans a dose is of: those it names, or else those that name it. */
    private static Set<String> planUids(DoseSource dose, List<PlanSource> plans) {
        Set<String> uids = new LinkedHashSet<>(dose.entry().planUids());
        if (uids.isEmpty()) {
            plans.stream()
                    .filter(p -> p.entry().doseUids().contains(dose.uid()))
                    .forEach(p -> uids.add(p.uid()));
        }
        return uids;
    }

    private Selection choose() {
        List<Selection> fits = new ArrayList<>();
        List<CordonException> reasons = new ArrayList<>();
        collectAll(false, fits, reasons);
        if (fits.isEmpty()
                && (request.plan().isPresent() || request.structureSet().isPresent())) {
            collectAll(true, fits, reasons);
        }
        if (fits.isEmpty() && request.plan().isEmpty() && doseGroups.equals(List.of(List.of()))) {
            // Structures alone need no plan: one that does not fit them is left out.
            collect(List.of(), Optional.empty(), false, fits, reasons);
        }
        if (fits.isEmpty()) {
            throw reasons.get(0);
        }
        if (fits.size() > 1) {
            return settle(fits);
        }
        return fits.get(0);
    }

    /** Tries all combinations; {@code overrule} lets options win against references. */
    private void collectAll(boolean overrule, List<Selection> fits, List<CordonException> reasons) {
        for (List<DoseSource> doses : doseGroups) {
            for (Optional<PlanSource> plan : plansFor(doses)) {
                collect(doses, plan, overrule, fits, reasons);
            }
        }
    }

    private void collect(
            List<DoseSource> doses,
            Optional<PlanSource> plan,
            boolean overrule,
            List<Selection> fits,
            List<CordonException> reasons) {
        for (StructureSetSource structureSet : structureSets) {
            List<Issue> issues = new ArrayList<>();
            Links links = new Links(request, overrule, structureSet, issues);
            check(doses, plan, links)
                    .ifPresentOrElse(reasons::add, () -> fits.add(new Selection(structureSet, plan, doses, issues)));
        }
    }

    /** More than one combination fits: an error, unless they differ only in a plan that nobody asked for. */
    private Selection settle(List<Selection> fits) {
        List<StructureSetSource> differentSets =
                fits.stream().map(Selection::structureSet).distinct().toList();
        List<List<DoseSource>> differentDoses =
                fits.stream().map(Selection::doses).distinct().toList();
        if (differentDoses.size() > 1) {
            throw new CordonException(
                    IssueCode.AMBIGUOUS_INPUT,
                    "doses of " + differentDoses.size() + " plans fit: "
                            + Picker.shown(differentDoses.stream()
                                    .flatMap(List::stream)
                                    .toList())
                            + "; pick one with --dose FILE-OR-UID or --plan FILE-OR-UID");
        }
        if (differentSets.size() > 1) {
            throw new CordonException(
                    IssueCode.AMBIGUOUS_INPUT,
                    differentSets.size() + " structure sets fit: " + Picker.shown(differentSets)
                            + "; pick one with --structure-set FILE-OR-UID");
        }
        Selection first = fits.get(0);
        if (first.doses().isEmpty()) {
            return new Selection(first.structureSet(), Optional.empty(), List.of(), List.of());
        }
        throw new CordonException(
                IssueCode.AMBIGUOUS_INPUT,
                fits.size() + " plans fit: "
                        + Picker.shown(
                                fits.stream().flatMap(f -> f.plan().stream()).toList())
                        + "; pick one with --plan FILE-OR-UID");
    }

    /** The plans a group of doses can go with; an empty one where it goes with none. */
    private List<Optional<PlanSource>> plansFor(List<DoseSource> doses) {
        List<Optional<PlanSource>> all = plans.stream().map(Optional::of).toList();
        List<Optional<PlanSource>> none = List.of(Optional.empty());
        if (request.plan().isPresent() || doses.isEmpty()) {
            return all.isEmpty() ? none : all;
        }
        Set<String> uids = new LinkedHashSet<>();
        doses.forEach(d -> uids.addAll(planUids(d, plans)));
        if (uids.size() > 1) {
            // The sum of several plans is the dose of none of them.
            return none;
        }
        List<Optional<PlanSource>> own =
                all.stream().filter(p -> uids.contains(p.get().uid())).toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<Optional<PlanSource>> unclaimed = all.stream()
                .filter(p -> doseGroups.stream()
                        .flatMap(List::stream)
                        .noneMatch(d -> planUids(d, plans).contains(p.get().uid())))
                .toList();
        return unclaimed.isEmpty() ? none : unclaimed;
    }

    private static Optional<CordonException> check(List<DoseSource> doses, Optional<PlanSource> plan, Links links) {
        List<Optional<CordonException>> findings = new ArrayList<>();
        for (DoseSource dose : doses) {
            findings.add(Links.sameFrame(doses.get(0), dose));
            findings.add(links.doseFrame(dose));
            if (plan.isPresent()) {
                findings.add(links.doseToPlan(dose, plan.get()));
            }
            findings.add(links.doseToStructureSet(dose));
        }
        if (plan.isPresent()) {
            findings.add(links.planToStructureSet(plan.get()));
        }
        findings.add(links.oneFrame());
        Optional<CordonException> first =
                findings.stream().flatMap(Optional::stream).findFirst();
        if (first.isEmpty()) {
            links.noteAssumptions(doses, plan);
        }
        return first;
    }

    private static String found(RtFiles files) {
        return String.format(
                Locale.ROOT,
                "%d structure set%s, %d dose%s, %d plan%s and %d other file%s",
                files.structureSets().size(),
                files.structureSets().size() == 1 ? "" : "s",
                files.doses().size(),
                files.doses().size() == 1 ? "" : "s",
                files.plans().size(),
                files.plans().size() == 1 ? "" : "s",
                files.otherFiles(),
                files.otherFiles() == 1 ? "" : "s");
    }

    private static String shownPaths(CaseRequest request) {
        return Words.list(request.paths());
    }

    /** What the files of one combination say of each other. */
    private record Links(CaseRequest request, boolean overrule, StructureSetSource structureSet, List<Issue> issues) {

        /** Structures in several frames of reference have no common geometry. */
        Optional<CordonException> oneFrame() {
            List<String> frames = structureSet.entry().frameOfReferenceUids();
            return frames.size() <= 1
                    ? Optional.empty()
                    : refused(
                            IssueCode.FRAME_OF_REFERENCE_MISMATCH,
                            structureSet.shown() + ": its structures lie in " + frames.size()
                                    + " frames of reference; export those of one image set only");
        }

        static Optional<CordonException> sameFrame(DoseSource a, DoseSource b) {
            return a.entry().frameOfReferenceUid().equals(b.entry().frameOfReferenceUid())
                    ? Optional.empty()
                    : refused(
                            IssueCode.FRAME_OF_REFERENCE_MISMATCH,
                            a.shown() + " and " + b.shown()
                                    + " lie in different frames of reference; pick with --dose FILE-OR-UID");
        }

        Optional<CordonException> doseFrame(DoseSource dose) {
            String ofDose = dose.entry().frameOfReferenceUid();
            List<String> ofSet = structureSet.entry().frameOfReferenceUids();
            return ofDose.isEmpty() || ofSet.size() != 1 || ofSet.contains(ofDose)
                    ? Optional.empty()
                    : refused(
                            IssueCode.FRAME_OF_REFERENCE_MISMATCH,
                            dose.shown() + " and " + structureSet.shown()
                                    + " lie in different frames of reference; give the dose and the structures of one"
                                    + " image set");
        }

        Optional<CordonException> doseToPlan(DoseSource dose, PlanSource plan) {
            List<String> uids = dose.entry().planUids();
            if (!uids.isEmpty() && !uids.contains(plan.uid())) {
                String what = dose.shown() + " was computed for another plan than " + plan.shown();
                return contradiction(request.plan().isPresent(), what, "--plan");
            }
            String a = dose.entry().frameOfReferenceUid();
            String b = plan.entry().frameOfReferenceUid();
            return uids.isEmpty() && !a.isEmpty() && !b.isEmpty() && !a.equals(b)
                    ? refused(
                            IssueCode.FRAME_OF_REFERENCE_MISMATCH,
                            dose.shown() + " and " + plan.shown()
                                    + " lie in different frames of reference; give the dose of the plan")
                    : Optional.empty();
        }

        Optional<CordonException> doseToStructureSet(DoseSource dose) {
            List<String> uids = dose.entry().structureSetUids();
            return uids.isEmpty() || uids.contains(structureSet.uid())
                    ? Optional.empty()
                    : contradiction(
                            request.structureSet().isPresent(),
                            dose.shown() + " refers to another structure set than " + structureSet.shown(),
                            "--structure-set");
        }

        Optional<CordonException> planToStructureSet(PlanSource plan) {
            List<String> uids = plan.entry().structureSetUids();
            if (!uids.isEmpty() && !uids.contains(structureSet.uid())) {
                return contradiction(
                        request.structureSet().isPresent(),
                        plan.shown() + " was made on another structure set than " + structureSet.shown(),
                        "--structure-set");
            }
            String ofPlan = plan.entry().frameOfReferenceUid();
            List<String> ofSet = structureSet.entry().frameOfReferenceUids();
            return !ofPlan.isEmpty() && ofSet.size() == 1 && !ofSet.contains(ofPlan)
                    ? refused(
                            IssueCode.FRAME_OF_REFERENCE_MISMATCH,
                            plan.shown() + " and " + structureSet.shown()
                                    + " lie in different frames of reference; give the structures of the plan")
                    : Optional.empty();
        }

        /** Says so where nothing but the frame of reference, or not even that, ties the files together. */
        void noteAssumptions(List<DoseSource> doses, Optional<PlanSource> plan) {
            doses.forEach(this::notePatients);
            plan.ifPresent(this::notePatients);
            boolean planNamesSet =
                    plan.isPresent() && plan.get().entry().structureSetUids().contains(structureSet.uid());
            for (DoseSource dose : doses) {
                boolean ofPlan = plan.isPresent()
                        && (dose.entry().planUids().contains(plan.get().uid())
                                || plan.get().entry().doseUids().contains(dose.uid()));
                boolean linked = dose.entry().structureSetUids().contains(structureSet.uid()) || planNamesSet && ofPlan;
                boolean sameFrame = structureSet
                        .entry()
                        .frameOfReferenceUids()
                        .contains(dose.entry().frameOfReferenceUid());
                if (!sameFrame) {
                    issues.add(
                            new Issue(
                                    IssueCode.LINK_ASSUMED,
                                    Severity.WARNING,
                                    dose.shown() + " and " + structureSet.shown()
                                            + ": one of them does not name its frame of reference; that they share it is assumed"));
                } else if (!linked) {
                    issues.add(Issue.of(
                            IssueCode.LINK_ASSUMED,
                            dose.shown() + " and " + structureSet.shown()
                                    + " share a frame of reference and do not otherwise refer to each other"));
                }
                if (plan.isPresent() && !ofPlan) {
                    issues.add(new Issue(
                            IssueCode.LINK_ASSUMED,
                            Severity.WARNING,
                            dose.shown() + " does not say that it is the dose of "
                                    + plan.get().shown() + "; that is assumed"));
                }
            }
        }

        private void notePatients(RtSource other) {
            String a = other.patientId();
            String b = structureSet.patientId();
            if (!a.isEmpty() && !b.isEmpty() && !a.equals(b)) {
                issues.add(Issue.of(
                        IssueCode.PATIENT_MISMATCH,
                        other.shown() + " and " + structureSet.shown()
                                + " carry different patient IDs; make sure that they are of one patient"));
            }
        }

        private Optional<CordonException> contradiction(boolean named, String what, String option) {
            if (overrule && named) {
                issues.add(new Issue(
                        IssueCode.UNLINKED_INPUT, Severity.WARNING, what + "; used because " + option + " names it"));
                return Optional.empty();
            }
            return refused(
                    IssueCode.UNLINKED_INPUT,
                    what + "; give the files that belong together, or overrule with " + option + " FILE-OR-UID");
        }

        private static Optional<CordonException> refused(IssueCode code, String message) {
            return Optional.of(new CordonException(code, message));
        }
    }
}
