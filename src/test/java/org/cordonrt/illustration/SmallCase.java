package org.cordonrt.illustration;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.cordonrt.plan.TreatmentCase;

/** A quick spine case with its assessment, and variants of it. Immutable. */
public record SmallCase(TreatmentCase plan, Assessment found) {

    /** One fraction, 18 Gy, a gap of 3 mm; all limits met. */
    public static SmallCase usual() {
        return of(phantom(options()));
    }

    public static SpineOptions.Builder options() {
        return SpineOptions.defaults().toBuilder()
                .cordLengthMm(30)
                .targetHeightMm(10)
                .planeSpacingMm(3)
                .pointSpacingMm(2)
                .doseSpacingMm(3);
    }

    public static TreatmentCase phantom(SpineOptions.Builder options) {
        return SpinePhantom.of(options.build()).treatmentCase();
    }

    public static SmallCase of(TreatmentCase plan) {
        return new SmallCase(plan, PlanCheck.assess(plan, CheckOptions.defaults()));
    }

    /** The same case with other structures. */
    public SmallCase withStructures(UnaryOperator<List<Structure>> change) {
        StructureSet old = plan.structures();
        return of(new TreatmentCase(
                plan.inputs(),
                new StructureSet(old.label(), old.frameOfReferenceUid(), change.apply(old.structures())),
                plan.dose(),
                plan.plan(),
                plan.storedDvhs(),
                plan.issues()));
    }

    public SmallCase without(String... names) {
        return withStructures(all ->
                all.stream().filter(s -> !List.of(names).contains(s.name())).toList());
    }

    /** The cord called otherwise; it is found by its interpreted type or by an alias in the name. */
    public SmallCase renamed(String from, String to) {
        return withStructures(all -> all.stream()
                .map(s -> s.name().equals(from)
                        ? new Structure(s.roiNumber(), to, s.interpretedType(), s.displayColor(), s.contours())
                        : s)
                .toList());
    }

    public SmallCase withDose(Optional<DoseGrid> dose) {
        return of(new TreatmentCase(
                plan.inputs(), plan.structures(), dose, plan.plan(), plan.storedDvhs(), plan.issues()));
    }

    public SmallCase withPlan(PlanSummary summary) {
        return of(new TreatmentCase(
                plan.inputs(), plan.structures(), plan.dose(), summary, plan.storedDvhs(), plan.issues()));
    }

    public Illustrations illustrations() {
        return Illustrator.of(plan, found, Optional.empty());
    }
}
