package org.cordonrt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.issue.Issue;

/**
 * Everything about one plan that Cordon looks at: structures, the dose of the whole course, the plan's own words.
 *
 * @param inputs the files it was read from; empty when built from arrays
 * @param structures the structure set
 * @param dose physical dose of the whole course in Gy; empty when none was given
 * @param plan fractions and prescription
 * @param storedDvhs DVHs found in the RT Dose
 * @param issues findings made while reading
 */
public record TreatmentCase(
        List<InputFile> inputs,
        StructureSet structures,
        Optional<DoseGrid> dose,
        PlanSummary plan,
        List<StoredDvh> storedDvhs,
        List<Issue> issues) {
    public TreatmentCase {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(structures, "structures");
        Objects.requireNonNull(dose, "dose");
        Objects.requireNonNull(plan, "plan");
        storedDvhs = List.copyOf(storedDvhs);
        issues = List.copyOf(issues);
    }

    /** Builds a case from arrays, without DICOM. */
    public static TreatmentCaseBuilder builder() {
        return new TreatmentCaseBuilder();
    }

    /**
     * The same plan with another dose of the whole course. What was known of the first dose goes with it: its files, its
     * stored DVHs and the doubt whether it is that of the whole course, which is raised anew for the other.
     */
    public TreatmentCase withDose(DoseGrid other) {
        List<Issue> others = new ArrayList<>(issues);
        dose.flatMap(d -> PlausibleDose.doubtAbout(d, plan)).ifPresent(others::remove);
        PlausibleDose.doubtAbout(other, plan).ifPresent(others::add);
        return new TreatmentCase(
                inputs.stream().filter(f -> !f.modality().equals("RTDOSE")).toList(),
                structures,
                Optional.of(other),
                plan,
                List.of(),
                others);
    }
}
