package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.FractionsSource;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.PlausibleDose;
import org.cordonrt.plan.StoredDvh;
import org.cordonrt.plan.StructureSet;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.rt.CaseLinker.Selection;
import org.cordonrt.rt.RtSource.DoseSource;
import org.cordonrt.rt.RtSource.PlanSource;
import org.cordonrt.rt.RtSource.StructureSetSource;

/**
 * Reads a treatment plan from DICOM files in any folder layout. Files are found by their content, linked by their UIDs
 * and frames of reference, and decoded into the plan model.
 *
 * <p>Stateless: all methods may be called from any number of threads.
 */
public final class CaseReader {
    private static final Set<String> NOT_APPROVED = Set.of("UNAPPROVED", "REJECTED");
    /** Plan Intents (300A,000A) whose dose is that of a measuring phantom. */
    private static final Set<String> NOT_OF_A_PATIENT = Set.of("VERIFICATION", "MACHINE_QA", "SERVICE");

    private CaseReader() {}

    /**
     * Finds, links and decodes one case.
     *
     * @throws org.cordonrt.issue.CordonException when a file cannot be read, nothing fits, more than one thing fits, or
     *     files contradict each other; the message names the files and what settles it
     */
    public static TreatmentCase read(CaseRequest request) {
        RtFiles files = RtFiles.scan(request.paths());
        Selection selection = CaseLinker.link(files, request);
        List<Issue> issues = new ArrayList<>(files.issues());
        issues.addAll(selection.issues());

        StructureSetSource set = selection.structureSet();
        issues.addAll(Words.in(set.shown(), set.file().issues()));
        if (request.digests()) {
            selection.doses().forEach(DoseSource::prepare);
        }
        StructureSet structures = readStructures(set, issues);
        PlanSummary plan = readPlan(selection, request, issues);
        issues.addAll(Words.in(set.shown(), () -> AnatomicalOrder.of(set.rois())));
        issues.addAll(ContourImages.of(
                set.rois(), files.images(), selection.plan().map(p -> p.file().dataSet())));

        List<InputFile> inputs = inputs(set, selection, request.digests());
        if (selection.doses().isEmpty()) {
            return new TreatmentCase(inputs, structures, Optional.empty(), plan, List.of(), issues);
        }
        CourseDose course = DoseComposer.compose(
                selection.doses(),
                selection.plan().map(PlanSource::data),
                plan.fractions(),
                request.referenceDoseGy(),
                request.digests(),
                issues);
        PlausibleDose.doubtAbout(course.grid(), plan).ifPresent(issues::add);
        inputs.addAll(course.inputs());
        List<StoredDvh> dvhs = readStoredDvhs(course, set, request, issues);
        return new TreatmentCase(inputs, structures, Optional.of(course.grid()), plan, dvhs, issues);
    }

    private static List<InputFile> inputs(StructureSetSource set, Selection selection, boolean digests) {
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(set.input(set.file(), digests));
        selection.plan().ifPresent(p -> inputs.add(p.input(p.file(), digests)));
        return inputs;
    }

    /**
     * Looks at files and folders without choosing anything.
     *
     * @throws org.cordonrt.issue.CordonException when a path or an RT file among the inputs cannot be read
     */
    public static Inventory inventory(List<Path> paths) {
        return RtFiles.scan(paths).inventory();
    }

    private static StructureSet readStructures(StructureSetSource set, List<Issue> issues) {
        List<Issue> local = new ArrayList<>();
        StructureSet structures = Words.in(
                set.shown(), () -> StructureSetReader.read(set.file().dataSet(), set.shown(), set.rois(), local));
        issues.addAll(Words.in(set.shown(), local));
        return structures;
    }

    private static PlanSummary readPlan(Selection selection, CaseRequest request, List<Issue> issues) {
        OptionalInt stated = request.fractions();
        if (selection.plan().isEmpty()) {
            PlanSummary unknown = PlanSummary.unknown();
            return stated.isPresent() ? unknown.withFractions(stated.getAsInt()) : unknown;
        }
        PlanSource source = selection.plan().get();
        PlanData data = source.data();
        List<Issue> local = new ArrayList<>(source.file().issues());
        OptionalInt planned = data.fractions();
        PlanSummary plan = new PlanSummary(
                data.label(),
                planned,
                planned.isPresent() ? FractionsSource.RTPLAN : FractionsSource.UNKNOWN,
                data.prescriptionGy(local),
                data.approvalStatus());
        if (NOT_APPROVED.contains(data.approvalStatus())) {
            local.add(Issue.of(IssueCode.PLAN_NOT_APPROVED, "the plan's approval status is " + data.approvalStatus()));
        }
        if (NOT_OF_A_PATIENT.contains(data.intent())) {
            local.add(Issue.of(IssueCode.PLAN_NOT_APPROVED, "the plan's intent is " + data.intent()));
        }
        data.partnership().ifPresent(local::add);
        data.beamDoses(plan.prescriptionGy()).ifPresent(local::add);
        if (planned.isEmpty() && stated.isEmpty()) {
            local.add(new Issue(
                    IssueCode.FRACTIONS_UNKNOWN,
                    Severity.WARNING,
                    data.groups().size() > 1
                            ? "the plan has " + data.groups().size()
                                    + " fraction groups; the number of fractions that limits are for must be given with"
                                    + " --fractions N"
                            : "the plan does not say its number of fractions; give it with --fractions N"));
        }
        issues.addAll(Words.in(source.shown(), local));
        if (stated.isEmpty() || stated.equals(planned)) {
            return plan;
        }
        if (planned.isPresent() && !selection.doses().isEmpty()) {
            throw new CordonException(
                    IssueCode.FRACTIONS_CONFLICT,
                    source.shown() + ": the plan has " + planned.getAsInt() + " fraction"
                            + (planned.getAsInt() == 1 ? "" : "s") + ", --fractions says " + stated.getAsInt()
                            + "; drop the option, or leave the plan out of the inputs");
        }
        return plan.withFractions(stated.getAsInt());
    }

    private static List<StoredDvh> readStoredDvhs(
            CourseDose course, StructureSetSource set, CaseRequest request, List<Issue> issues) {
        if (course.whole().isEmpty()) {
            return List.of();
        }
        DataSet dose = course.whole().get().dataSet();
        String shown = course.inputs().get(0).path();
        List<Issue> local = new ArrayList<>();
        List<StoredDvh> dvhs = Words.in(
                shown, () -> StoredDvhReader.read(dose, set.file().dataSet(), request.referenceDoseGy(), local));
        issues.addAll(Words.in(shown, local));
        return dvhs;
    }
}
