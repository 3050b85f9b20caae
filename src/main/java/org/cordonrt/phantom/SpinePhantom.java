package org.cordonrt.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.FractionsSource;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.StructureSet;
import org.cordonrt.plan.TreatmentCase;

/**
 * A synthetic spine radiosurgery case: cord, PRV, thecal sac, canal, vertebra, targets, oesophagus and body contour,
 * with a dose and a plan. The anatomy is made of smooth bodies whose distance is known; the contours are samples of
 * them in hundredths of a millimetre, the dose is rounded to its stored words, and the plan model holds exactly what the
 * files hold.
 *
 * <p>The dose is a formula, not a calculation of radiation transport. Not for clinical use. Immutable, except that the
 * data sets it hands out may be changed by the caller; thread-safe.
 */
public final class SpinePhantom {
    /** Names of the files that {@link #write} makes. */
    public static final String STRUCTURE_SET_FILE = "rtstruct.dcm";

    public static final String DOSE_FILE = "rtdose.dcm";
    public static final String PLAN_FILE = "rtplan.dcm";

    private final SpineOptions options;
    private final Anatomy anatomy;
    private final StructureSet structures;
    private final DosePainter.StoredDose dose;

    private SpinePhantom(SpineOptions options, Anatomy anatomy, StructureSet structures, DosePainter.StoredDose dose) {
        this.options = options;
        this.anatomy = anatomy;
        this.structures = structures;
        this.dose = dose;
    }

    /**
     * Makes a case. The default options take a fraction of a second.
     *
     * @throws IllegalArgumentException if no such case exists; the message is one line for the user
     */
    public static SpinePhantom of(SpineOptions options) {
        Anatomy anatomy = Anatomy.of(options);
        StructureSet set = new StructureSet(
                SpineFiles.LABEL,
                new SpineFiles(options).frameOfReferenceUid(),
                StructurePainter.draw(options, anatomy));
        DoseModel model = new DoseModel(
                anatomy.ptv(),
                anatomy.cord(),
                options.prescriptionGy(),
                options.cordMaxGy(),
                options.falloffPercentPerMm() / 100 * options.prescriptionGy());
        return new SpinePhantom(options, anatomy, set, DosePainter.sample(options, set.structures(), model));
    }

    public SpineOptions options() {
        return options;
    }

    /**
     * The smallest distance between the smooth surfaces of SpinalCord and GTV, mm; negative where they overlap: how deep
     * the GTV reaches into the cord at most. Found by minimisation over the surfaces, good to 1e-6 mm; it is the
     * {@link SpineOptions#gapMm()} asked for to 1e-5 mm. The slab solids and the flat contours have other distances.
     */
    public double trueGapMm() {
        return anatomy.gapMm();
    }

    /** The case without any DICOM, equal to what the files hold. */
    public TreatmentCase treatmentCase() {
        PlanSummary plan = new PlanSummary(
                SpineFiles.LABEL,
                OptionalInt.of(options.fractions()),
                FractionsSource.RTPLAN,
                OptionalDouble.of(options.prescriptionGy()),
                "APPROVED");
        DoseGrid grid = DoseGrid.ofScaledWords(dose.geometry(), dose.words().clone(), dose.scalingGy());
        return new TreatmentCase(List.of(), structures, Optional.of(grid), plan, List.of(), List.of());
    }

    /** A new RT Structure Set, for the caller to write or to change first. */
    public DataSetBuilder structureSetFile() {
        return new SpineFiles(options).structureSet(structures.structures());
    }

    /** A new RT Dose, for the caller to write or to change first; its pixel words are shared and must not be written. */
    public DataSetBuilder doseFile() {
        return new SpineFiles(options).dose(dose);
    }

    /** A new RT Plan, for the caller to write or to change first. */
    public DataSetBuilder planFile() {
        return new SpineFiles(options).plan();
    }

    /** Writes the three files in explicit little endian. */
    public void write(Path folder) {
        write(folder, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /**
     * Writes {@link #STRUCTURE_SET_FILE}, {@link #DOSE_FILE} and {@link #PLAN_FILE} into a folder, which is made if it is
     * not there. RLE applies to the dose alone; the others are then explicit little endian.
     *
     * @throws CordonException OUTPUT_UNWRITABLE
     */
    public void write(Path folder, TransferSyntax syntax) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CordonException(
                    IssueCode.OUTPUT_UNWRITABLE, folder + " cannot be made a folder: choose another place", e);
        }
        TransferSyntax plain =
                syntax == TransferSyntax.RLE_LOSSLESS ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax;
        DicomWriter.write(folder.resolve(STRUCTURE_SET_FILE), structureSetFile(), plain);
        DicomWriter.write(folder.resolve(DOSE_FILE), doseFile(), syntax);
        DicomWriter.write(folder.resolve(PLAN_FILE), planFile(), plain);
    }
}
