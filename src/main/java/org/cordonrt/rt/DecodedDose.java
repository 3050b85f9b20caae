package org.cordonrt.rt;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseWords;
import org.cordonrt.plan.GridGeometry;

/**
 * The samples of one RT Dose as they are stored, with what turns them into gray (PS3.3 C.8.8.3).
 *
 * @param words one a sample; column index fastest, then row, then frame
 * @param scalingGy gray per unit
 */
record DecodedDose(GridGeometry geometry, DoseWords words, double scalingGy) {
    /** One unit of any real export is a small part of the prescription. */
    private static final double MOST_GY_PER_UNIT = 1e6;

    static DecodedDose read(DicomFile file, OptionalDouble referenceDoseGy, List<Issue> issues) {
        DataSet dose = file.dataSet();
        checkDoseType(dose, issues);
        double scalingGy = scaling(dose) * gyPerUnit(dose, referenceDoseGy, issues);
        if (!(scalingGy > 0 && scalingGy < MOST_GY_PER_UNIT)) {
            throw dose.invalid(Tag.DoseGridScaling, "makes one unit " + scalingGy + " Gy");
        }
        GridGeometry geometry = GridGeometryReader.read(dose, issues);
        checkFrameIncrementPointer(dose, geometry, issues);
        DoseWords words = words(file, geometry.sampleCount(), issues);
        return new DecodedDose(geometry, words, scalingGy);
    }

    boolean isZero() {
        return words.max() == 0;
    }

    /** Adds {@code factor} times this dose to {@code sumGy}. */
    void addTo(double[] sumGy, int from, double factor) {
        double gyPerWord = scalingGy * factor;
        for (int i = 0; i < words.count(); i++) {
            sumGy[from + i] += words.word(i) * gyPerWord;
        }
    }

    private static void checkDoseType(DataSet dose, List<Issue> issues) {
        String type = dose.requireText(Tag.DoseType);
        switch (type) {
            case "PHYSICAL" -> {}
            case "EFFECTIVE" ->
                issues.add(Issue.of(
                        IssueCode.DOSE_TYPE,
                        "Dose Type is EFFECTIVE: the dose is weighted for biological effect, and published limits may"
                                + " not be meant for it"));
            case "ERROR" ->
                throw new CordonException(
                        IssueCode.DOSE_UNITS,
                        "Dose Type is ERROR: the file holds the difference of two doses; give the dose itself");
            default -> throw dose.invalid(Tag.DoseType, Words.term(type) + " is not a dose type of the standard");
        }
        dose.text(Tag.SpatialTransformOfDose)
                .filter(t -> !t.equals("NONE"))
                .ifPresent(t -> issues.add(Issue.of(
                        IssueCode.DOSE_TYPE,
                        "the dose was moved from another image (Spatial Transform of Dose is " + t
                                + "); its place is as good as that registration")));
    }

    private static double scaling(DataSet dose) {
        double scaling = dose.requireDecimal(Tag.DoseGridScaling);
        if (!(scaling > 0)) {
            throw dose.invalid(Tag.DoseGridScaling, "is " + scaling + "; a dose needs a positive scaling");
        }
        return scaling;
    }

    private static double gyPerUnit(DataSet dose, OptionalDouble referenceDoseGy, List<Issue> issues) {
        String units = dose.requireText(Tag.DoseUnits);
        if (units.equals("GY")) {
            if (referenceDoseGy.isPresent()) {
                issues.add(Issue.of(
                        IssueCode.INPUT_NOT_USED, "the dose is in gray already; the reference dose was not needed"));
            }
            return 1;
        }
        if (!units.equals("RELATIVE")) {
            throw new CordonException(
                    IssueCode.DOSE_UNITS,
                    dose.where(Tag.DoseUnits) + " is " + Words.term(units) + "; export the dose with units GY");
        }
        if (referenceDoseGy.isEmpty()) {
            throw new CordonException(
                    IssueCode.DOSE_UNITS,
                    dose.where(Tag.DoseUnits) + " is RELATIVE: the file does not say to what; export it in GY, or give"
                            + " the dose of relative value 1 with --reference-dose GY");
        }
        issues.add(Issue.of(
                IssueCode.DOSE_COMPOSED,
                String.format(
                        Locale.ROOT,
                        "the dose is relative; a value of 1 was taken as %s Gy",
                        referenceDoseGy.getAsDouble())));
        return referenceDoseGy.getAsDouble();
    }

    private static void checkFrameIncrementPointer(DataSet dose, GridGeometry geometry, List<Issue> issues) {
        if (geometry.frames() == 1) {
            return;
        }
        int[] pointers = dose.pointers(Tag.FrameIncrementPointer);
        if (pointers.length != 1 || pointers[0] != Tag.GridFrameOffsetVector) {
            issues.add(Issue.of(
                    IssueCode.DICOM_ODDITY,
                    dose.where(Tag.FrameIncrementPointer) + " does not point to Grid Frame Offset Vector; that was used"
                            + " all the same"));
        }
    }

    private static DoseWords words(DicomFile file, int samples, List<Issue> issues) {
        DataSet dose = file.dataSet();
        int perPixel = dose.integer(Tag.SamplesPerPixel).orElse(1);
        if (perPixel != 1) {
            throw dose.invalid(Tag.SamplesPerPixel, "is " + perPixel + "; a dose has one sample for each point");
        }
        int allocated = dose.requireInteger(Tag.BitsAllocated);
        if (allocated != 16 && allocated != 32) {
            throw dose.invalid(Tag.BitsAllocated, "is " + allocated + "; a dose has 16 or 32 bits");
        }
        int stored = dose.integer(Tag.BitsStored).orElse(allocated);
        int high = dose.integer(Tag.HighBit).orElse(stored - 1);
        if (stored < 1 || stored > allocated || high != stored - 1) {
            throw dose.invalid(
                    Tag.BitsStored,
                    "is " + stored + " with High Bit " + high + " in " + allocated + " bits, which no dose uses");
        }
        boolean signed = dose.integer(Tag.PixelRepresentation).orElse(0) != 0;
        DoseWords words = file.littleEndianPixels(samples, allocated)
                .map(bytes -> DoseWords.ofLittleEndian(bytes, allocated / Byte.SIZE))
                .orElseGet(() -> DoseWords.of(file.pixelWords(samples, allocated)));
        int usable = signed ? stored - 1 : stored;
        if (usable < allocated) {
            requireBelow(dose, words, usable, signed);
        }
        if (signed) {
            issues.add(Issue.of(
                    IssueCode.DICOM_ODDITY,
                    dose.where(Tag.PixelRepresentation) + " says signed; no sample is negative"));
        }
        return words;
    }

    /** A word with more bits than announced is a negative dose or no dose at all. */
    private static void requireBelow(DataSet dose, DoseWords words, int bits, boolean signed) {
        if (words.max() >>> bits != 0) {
            throw signed
                    ? dose.invalid(Tag.PixelRepresentation, "says signed and a sample is negative: not a dose")
                    : dose.invalid(Tag.BitsStored, "says " + bits + " bits and a sample has more");
        }
    }
}
