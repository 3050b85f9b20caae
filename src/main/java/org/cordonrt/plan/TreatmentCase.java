package org.cordonrt.plan;

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
}
