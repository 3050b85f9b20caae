package org.cordonrt.phantom;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.TransferSyntax;
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
    public static final String STRUCTURE_SET_FILE = CaseFiles.STRUCTURE_SET_FILE;

    public static final String DOSE_FILE = CaseFiles.DOSE_FILE;
    public static final String PLAN_FILE = CaseFiles.PLAN_FILE;

    private static final String LABEL = "SPINE";

    private final SpineOptions options;
    private final Anatomy anatomy;
    private final StructureSet structures;
    private final StoredDose dose;

    private SpinePhantom(SpineOptions options, Anatomy anatomy, StructureSet structures, StoredDose dose) {
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
        StructureSet set =
                new StructureSet(LABEL, files(options).frameOfReferenceUid(), StructurePainter.draw(options, anatomy));
        DoseModel model = new DoseModel(
                anatomy.ptv(),
                anatomy.cord(),
                options.prescriptionGy(),
                options.cordMaxGy(),
                options.falloffPercentPerMm() / 100 * options.prescriptionGy());
        return new SpinePhantom(options, anatomy, set, DosePainter.sample(options, set.structures(), model));
    }

    private static CaseFiles files(SpineOptions o) {
        return new CaseFiles(new CaseFiles.Labels(
                LABEL,
                "Spine phantom",
                "Synthetic spine radiosurgery case",
                "Phantom^Spine",
                "CORDON-SPINE-" + o.seed(),
                o.toString()));
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
                LABEL,
                OptionalInt.of(options.fractions()),
                FractionsSource.RTPLAN,
                OptionalDouble.of(options.prescriptionGy()),
                "APPROVED");
        DoseGrid grid = dose.grid();
        return new TreatmentCase(List.of(), structures, Optional.of(grid), plan, List.of(), List.of());
    }

    /** A new RT Structure Set, for the caller to write or to change first. */
    public DataSetBuilder structureSetFile() {
        return files(options).structureSet(structures.structures(), options.ctReferences());
    }

    /** A new RT Dose, for the caller to write or to change first; its pixel words are shared and must not be written. */
    public DataSetBuilder doseFile() {
        return files(options).dose(dose, options.doseBits(), options.doseSpacingMm(), options.offsets());
    }

    /** A new RT Plan, for the caller to write or to change first. */
    public DataSetBuilder planFile() {
        return files(options).plan(options.prescriptionGy(), options.fractions(), options.position(), Anatomy.MIDDLE);
    }

    /** Writes the three files in explicit little endian. */
    public void write(Path folder) {
        write(folder, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /**
     * Writes {@link #STRUCTURE_SET_FILE}, {@link #DOSE_FILE} and {@link #PLAN_FILE} into a folder, which is made if it is
     * not there. RLE applies to the dose alone; the others are then explicit little endian.
     *
     * @throws org.cordonrt.issue.CordonException OUTPUT_UNWRITABLE
     */
    public void write(Path folder, TransferSyntax syntax) {
        CaseFiles.write(folder, structureSetFile(), doseFile(), planFile(), syntax);
    }

    /** The name of a CT file by the number of its slice, from 1. */
    public static String ctFile(int number) {
        return String.format(Locale.ROOT, "ct%03d.dcm", number);
    }

    /** A new CT Image for each height at which something is drawn, ascending. */
    public List<DataSetBuilder> ctFiles() {
        return CtPainter.draw(options, anatomy, structures.structures(), files(options));
    }

    /**
     * Writes the CT series, {@link #ctFile} after {@link #ctFile}, into a folder, which is made if it is not there.
     *
     * @return how many files
     * @throws org.cordonrt.issue.CordonException OUTPUT_UNWRITABLE
     */
    public int writeCt(Path folder, TransferSyntax syntax) {
        List<DataSetBuilder> images = ctFiles();
        CaseFiles.makeFolder(folder);
        for (int i = 0; i < images.size(); i++) {
            DicomWriter.write(folder.resolve(ctFile(i + 1)), images.get(i), syntax);
        }
        return images.size();
    }
}
