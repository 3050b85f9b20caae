package org.cordonrt.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.phantom.GridSize;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;

/**
 * A spine plan of one fraction that is moved about, and its check by the limits of TG101.
 *
 * @param plan as read from files
 * @param atRest its check
 */
public record SpinePlan(TreatmentCase plan, Assessment atRest) {
    /** @param cordLengthMm the cord's volume and points grow with it */
    public static SpinePlan read(double cordLengthMm) throws IOException {
        Path folder = Files.createTempDirectory("cordon-benchmark");
        folder.toFile().deleteOnExit();
        SpineOptions.Builder plan = SpineOptions.defaults().toBuilder();
        plan.doseSize(new GridSize(120, 120, 200)).doseSpacingMm(1.25).doseBits(32);
        plan.cordLengthMm(cordLengthMm).planeSpacingMm(1.25).pointSpacingMm(0.5);
        SpinePhantom.of(plan.build()).write(folder);
        TreatmentCase read = CaseReader.read(CaseRequest.of(folder));
        return new SpinePlan(
                read,
                PlanCheck.assess(read, CheckOptions.defaults().withSets(ConstraintSets.loadAll(List.of("TG101")))));
    }
}
