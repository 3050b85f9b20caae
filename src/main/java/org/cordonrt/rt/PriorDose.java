package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.FractionsSource;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.PlausibleDose;
import org.cordonrt.rt.RtSource.DoseSource;
import org.cordonrt.rt.RtSource.PlanSource;

/**
 * The dose of a previous course, read without its structures. Immutable.
 *
 * @param dose of the whole course
 * @param frameOfReferenceUid where it lies; never empty
 * @param fractions of the course, from its plan or as stated; empty when neither says it
 * @param inputs the files it rests on
 * @param issues findings
 */
public record PriorDose(
        DoseGrid dose, String frameOfReferenceUid, OptionalInt fractions, List<InputFile> inputs, List<Issue> issues) {
    public PriorDose {
        Objects.requireNonNull(dose, "dose");
        Objects.requireNonNull(frameOfReferenceUid, "frameOfReferenceUid");
        Objects.requireNonNull(fractions, "fractions");
        inputs = List.copyOf(inputs);
        issues = List.copyOf(issues);
    }

    /**
     * Reads the dose of one previous course, with its plan if that is there. Beams and fraction groups are put together
     * as for a current plan.
     *
     * @param paths files and folders with one course
     * @param fractions number of fractions where the plan does not say it
     * @throws CordonException NO_DOSE, AMBIGUOUS_INPUT for doses of several plans, FRACTIONS_CONFLICT, and the codes of
     *     reading DICOM and of composing a dose
     */
    public static PriorDose read(List<Path> paths, OptionalInt fractions) {
        RtFiles files = RtFiles.scan(paths);
        List<DoseSource> doses =
                files.doses().stream().filter(d -> d.entry().grid().isPresent()).toList();
        String shown = Words.list(paths);
        if (doses.isEmpty()) {
            throw new CordonException(
                    IssueCode.NO_DOSE, shown + ": no RT Dose with a dose grid for the previous course");
        }
        Set<String> frames = new LinkedHashSet<>();
        Set<List<String>> planUids = new LinkedHashSet<>();
        doses.forEach(d -> {
            frames.add(d.entry().frameOfReferenceUid());
            planUids.add(d.entry().planUids());
        });
        if (planUids.size() > 1 || frames.size() > 1) {
            throw new CordonException(
                    IssueCode.AMBIGUOUS_INPUT,
                    shown + ": doses of several plans: " + Picker.shown(doses)
                            + "; give each previous course on its own");
        }
        String frame = frames.iterator().next();
        if (frame.isEmpty()) {
            throw new CordonException(
                    IssueCode.FRAME_OF_REFERENCE_MISMATCH,
                    shown + ": the previous dose does not name its frame of reference, so nobody knows where it lies");
        }
        Optional<PlanSource> plan = files.plans().stream()
                .filter(p -> planUids.iterator().next().contains(p.uid()))
                .findFirst();
        OptionalInt planned = plan.map(p -> p.data().fractions()).orElse(OptionalInt.empty());
        if (fractions.isPresent() && planned.isPresent() && !fractions.equals(planned)) {
            throw new CordonException(
                    IssueCode.FRACTIONS_CONFLICT,
                    shown + ": the previous plan has " + planned.getAsInt() + " fractions, not "
                            + fractions.getAsInt());
        }
        OptionalInt known = fractions.isPresent() ? fractions : planned;
        List<Issue> issues = new ArrayList<>(files.issues());
        CourseDose course =
                DoseComposer.compose(doses, plan.map(PlanSource::data), known, OptionalDouble.empty(), true, issues);
        plan.ifPresent(p -> doubts(p, course, known, issues));
        List<InputFile> inputs = new ArrayList<>(course.inputs());
        plan.ifPresent(p -> inputs.add(p.input(p.file(), true)));
        return new PriorDose(course.grid(), frame, known, inputs, issues);
    }

    /** A dose that is too small for its course would make the sum too small. */
    private static void doubts(PlanSource plan, CourseDose course, OptionalInt fractions, List<Issue> issues) {
        List<Issue> local = new ArrayList<>();
        PlanSummary summary = new PlanSummary(
                plan.data().label(),
                fractions,
                fractions.isPresent() ? FractionsSource.RTPLAN : FractionsSource.UNKNOWN,
                plan.data().prescriptionGy(local),
                plan.data().approvalStatus());
        plan.data().partnership().ifPresent(local::add);
        PlausibleDose.doubtAbout(course.grid(), summary).ifPresent(local::add);
        issues.addAll(Words.in(plan.shown(), local));
    }
}
