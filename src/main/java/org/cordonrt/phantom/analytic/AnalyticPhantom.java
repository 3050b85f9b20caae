package org.cordonrt.phantom.analytic;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.phantom.CaseFiles;
import org.cordonrt.phantom.OffsetStyle;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.StoredDose;
import org.cordonrt.plan.FractionsSource;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.cordonrt.plan.TreatmentCase;

/**
 * One phantom with its truths. The plan model holds exactly what the files hold. Immutable and thread-safe.
 *
 * @param name of the case, also of its folder
 * @param structures what is drawn
 * @param dose as stored, with 32 bits
 * @param position how the patient lies
 * @param prescriptionGy what the plan says, in one fraction
 * @param truths what its numbers must be
 * @param curves what its histograms must be, where that is known
 */
public record AnalyticPhantom(
        String name,
        List<Structure> structures,
        StoredDose dose,
        PatientPosition position,
        double prescriptionGy,
        List<Truth> truths,
        List<CurveTruth> curves) {
    private static final int LONGEST_LABEL = 16;
    private static final int DOSE_BITS = 32;

    public AnalyticPhantom {
        Objects.requireNonNull(name, "name");
        structures = List.copyOf(structures);
        Objects.requireNonNull(dose, "dose");
        Objects.requireNonNull(position, "position");
        truths = List.copyOf(truths);
        curves = List.copyOf(curves);
    }

    AnalyticPhantom(
            String name,
            List<Structure> structures,
            StoredDose dose,
            PatientPosition position,
            double prescriptionGy,
            Truths truths) {
        this(name, structures, dose, position, prescriptionGy, truths.list(), truths.curves());
    }

    /** The case without any DICOM. */
    public TreatmentCase treatmentCase() {
        PlanSummary plan = new PlanSummary(
                label(), OptionalInt.of(1), FractionsSource.RTPLAN, OptionalDouble.of(prescriptionGy), "APPROVED");
        StructureSet set = new StructureSet(label(), files().frameOfReferenceUid(), structures);
        return new TreatmentCase(List.of(), set, Optional.of(dose.grid()), plan, List.of(), List.of());
    }

    /**
     * Writes structure set, dose and plan into a folder, which is made if it is not there.
     *
     * @throws org.cordonrt.issue.CordonException OUTPUT_UNWRITABLE
     */
    public void write(Path folder) {
        CaseFiles files = files();
        double thickness =
                Math.abs(dose.geometry().frameOffsetMm(1) - dose.geometry().frameOffsetMm(0));
        CaseFiles.write(
                folder,
                files.structureSet(structures, false),
                files.dose(dose, DOSE_BITS, thickness, OffsetStyle.RELATIVE),
                files.plan(prescriptionGy, 1, position, new Point3(0, 0, 0)),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private CaseFiles files() {
        return new CaseFiles(new CaseFiles.Labels(
                label(),
                "Analytic phantom",
                "Analytic phantom for dose-volume histograms",
                "Phantom^Analytic",
                "CORDON-ANALYTIC",
                "analytic/" + name));
    }

    private String label() {
        return name.length() > LONGEST_LABEL ? name.substring(0, LONGEST_LABEL) : name;
    }
}
