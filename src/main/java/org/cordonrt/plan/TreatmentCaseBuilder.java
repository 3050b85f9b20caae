package org.cordonrt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.issue.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link TreatmentCase} from arrays, without DICOM. Begin with {@link TreatmentCase#builder()}.
 *
 * <p>Structures and dose must be in the same coordinates: those of DICOM patients (LPS), mm. Every array is copied.
 * Not thread-safe; what it builds is.
 */
public final class TreatmentCaseBuilder {
    private final List<Structure> structures = new ArrayList<>();
    private @Nullable DoseGrid dose;
    private String label = "";
    private OptionalInt fractions = OptionalInt.empty();
    private OptionalDouble prescriptionGy = OptionalDouble.empty();

    TreatmentCaseBuilder() {}

    /**
     * Adds a structure of closed planar contours. ROI numbers count from 1 in the order of adding.
     *
     * @param name what it is recognised by, best a TG-263 name: SpinalCord, GTV, PTV
     * @param contoursXyz for each contour x, y, z of each vertex, mm
     * @throws IllegalArgumentException if a length is no multiple of 3 or a coordinate not finite
     */
    public TreatmentCaseBuilder structure(String name, double[]... contoursXyz) {
        return structure(name, List.of(contoursXyz));
    }

    /** As {@link #structure(String, double[][])}. */
    public TreatmentCaseBuilder structure(String name, List<double[]> contoursXyz) {
        int next = 1 + structures.stream().mapToInt(Structure::roiNumber).max().orElse(0);
        return structure(Structure.of(
                next, name, contoursXyz.stream().map(Contour::closed).toList()));
    }

    /** Adds a structure with all its attributes; its ROI number must be its own. */
    public TreatmentCaseBuilder structure(Structure structure) {
        structures.add(Objects.requireNonNull(structure, "structure"));
        return this;
    }

    /**
     * The physical dose of the whole course.
     *
     * @param doseGy one value a sample in gray; column index fastest, then row, then frame
     * @throws IllegalArgumentException if there is not one finite value for each sample
     */
    public TreatmentCaseBuilder dose(GridGeometry geometry, double[] doseGy) {
        return dose(DoseGrid.of(geometry, doseGy));
    }

    /** As {@link #dose(GridGeometry, double[])}. */
    public TreatmentCaseBuilder dose(GridGeometry geometry, float[] doseGy) {
        return dose(DoseGrid.of(geometry, doseGy));
    }

    /** The physical dose of the whole course. */
    public TreatmentCaseBuilder dose(DoseGrid wholeCourse) {
        dose = Objects.requireNonNull(wholeCourse, "wholeCourse");
        return this;
    }

    /** Number of fractions of the whole course, at least 1: which limits apply depends on it. */
    public TreatmentCaseBuilder fractions(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("the number of fractions is " + number);
        }
        fractions = OptionalInt.of(number);
        return this;
    }

    /** Prescribed dose of the whole course, Gy: a dose that does not fit it is no pass. */
    public TreatmentCaseBuilder prescriptionGy(double gy) {
        if (!(gy > 0) || Double.isInfinite(gy)) {
            throw new IllegalArgumentException("the prescription is " + gy + " Gy");
        }
        prescriptionGy = OptionalDouble.of(gy);
        return this;
    }

    /** The plan's name, for reports; must not identify a patient. */
    public TreatmentCaseBuilder label(String text) {
        label = Objects.requireNonNull(text, "text");
        return this;
    }

    /**
     * The case, with a finding where its dose does not look like that of a whole course.
     *
     * @throws IllegalArgumentException if two structures have the same ROI number
     */
    public TreatmentCase build() {
        FractionsSource source = fractions.isPresent() ? FractionsSource.OPTION : FractionsSource.UNKNOWN;
        PlanSummary plan = new PlanSummary(label, fractions, source, prescriptionGy, "");
        Optional<DoseGrid> grid = Optional.ofNullable(dose);
        List<Issue> issues =
                grid.flatMap(d -> PlausibleDose.doubtAbout(d, plan)).stream().toList();
        return new TreatmentCase(List.of(), new StructureSet("", "", structures), grid, plan, List.of(), issues);
    }
}
