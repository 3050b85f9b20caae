package org.cordonrt.issue;

/**
 * Every kind of finding and refusal, with its usual severity and what it means. The names are stable: scripts rely on
 * them.
 */
public enum IssueCode {
    // Reading DICOM
    FILE_UNREADABLE(Severity.ERROR, "The file or folder cannot be opened or read."),
    NOT_DICOM(Severity.ERROR, "The file is not a DICOM data set."),
    DICOM_TRUNCATED(Severity.ERROR, "The file ends before the data it announces."),
    DICOM_MALFORMED(Severity.ERROR, "The bytes do not follow the DICOM encoding rules."),
    DICOM_LIMIT(Severity.ERROR, "The file asks for more nesting, elements or memory than Cordon allows."),
    DICOM_UNSUPPORTED(Severity.ERROR, "A valid DICOM encoding that Cordon does not read."),
    DICOM_MISSING_ATTRIBUTE(Severity.ERROR, "A mandatory attribute is absent or empty."),
    DICOM_INVALID_VALUE(Severity.ERROR, "An attribute holds a value that is not allowed."),
    DICOM_ODDITY(Severity.INFO, "A harmless departure from the encoding rules that was read all the same."),

    // RT objects
    NO_STRUCTURE_SET(Severity.ERROR, "No RT Structure Set was found."),
    NO_DOSE(Severity.ERROR, "No RT Dose was found."),
    AMBIGUOUS_INPUT(Severity.ERROR, "More than one candidate; an option must pick one."),
    UNLINKED_INPUT(Severity.ERROR, "The files do not refer to each other."),
    FRAME_OF_REFERENCE_MISMATCH(Severity.ERROR, "Dose and structures lie in different frames of reference."),
    REGISTRATION(Severity.ERROR, "The spatial registration cannot be used."),
    DOSE_UNITS(Severity.ERROR, "The dose is not in gray."),
    DOSE_SUMMATION(Severity.ERROR, "The dose summation type cannot be used as the dose of the whole course."),
    DOSE_GRID_GEOMETRY(Severity.ERROR, "The dose grid's geometry is impossible or unsupported."),
    CONTOUR_GEOMETRY(Severity.ERROR, "Contours do not form a solid."),
    CONTOUR_IGNORED(Severity.WARNING, "A contour that bounds no volume was left out."),
    CONTOUR_GAP(Severity.WARNING, "Contour planes are missing between others."),
    CONTOUR_PLANES(Severity.WARNING, "Contour planes lie on one another or at uneven distances."),
    CONTOUR_JUMP(Severity.WARNING, "The cross-section changes abruptly from one plane to the next."),
    CONTOUR_ISLAND(Severity.WARNING, "Separate parts, or a hole, where one solid body is expected."),
    CONTOUR_CROSSING(Severity.WARNING, "Contours cross, so that it is in doubt what is inside."),
    CORD_TOO_SHORT(Severity.WARNING, "The cord is not drawn far enough beyond a target."),
    CORD_IN_TARGET(Severity.WARNING, "The cord overlaps a target."),
    PRV_MARGIN(Severity.WARNING, "The margin of a cord PRV is not what its name says."),
    NOT_INSIDE(Severity.WARNING, "A structure reaches out of the one that holds it."),
    IMPLAUSIBLE_SIZE(Severity.WARNING, "The size of a structure does not fit what it was taken for."),
    CONTOUR_SINGLE_PLANE(Severity.WARNING, "A structure drawn on one plane only: its thickness is an assumption."),
    FRACTIONS_UNKNOWN(Severity.ERROR, "The number of fractions is not known."),
    FRACTIONS_CONFLICT(Severity.ERROR, "Sources disagree about the number of fractions."),
    PLAN_NOT_APPROVED(Severity.WARNING, "The plan is not marked as approved."),
    INPUT_NOT_USED(Severity.INFO, "A file that was found was not needed."),
    CT_NOT_USED(Severity.INFO, "A CT that was found cannot be shown, or not all of it; no number depends on it."),
    LINK_ASSUMED(Severity.INFO, "Files that do not refer to each other were taken as belonging together."),
    DOSE_COMPOSED(Severity.INFO, "The dose of the course was put together or scaled from what the files hold."),
    DOSE_TYPE(Severity.WARNING, "The dose is not the physical dose."),
    DOSE_IMPLAUSIBLE(Severity.WARNING, "The dose does not look like that of the whole course."),
    DOSE_GRID_COARSE(Severity.WARNING, "The near-maximum dose of the cord depends on the spacing of the dose grid."),
    COURSE_NOT_WHOLE(Severity.WARNING, "The plan is one of several, and limits are for all that the patient gets."),
    PRESCRIPTION_UNKNOWN(Severity.INFO, "The plan does not say one prescribed dose."),
    STORED_DVH_MISSING(Severity.ERROR, "The dose holds no stored DVH to compare with."),
    STORED_DVH_ODDITY(Severity.INFO, "The stored DVH is inconsistent and was left out."),

    // Structures and constraints
    STRUCTURE_NOT_FOUND(Severity.ERROR, "A structure that was asked for is not in the structure set."),
    STRUCTURE_AMBIGUOUS(Severity.ERROR, "More than one structure fits; an option must pick one."),
    STRUCTURE_EMPTY(Severity.WARNING, "A structure has no contours."),
    STRUCTURE_NOT_COVERED(Severity.ERROR, "Part of a structure lies outside the dose grid."),
    METRIC_SYNTAX(Severity.ERROR, "The metric expression is not understood."),
    CONSTRAINT_FILE(Severity.ERROR, "The constraint file is invalid."),
    ALIAS_FILE(Severity.ERROR, "The file of structure names is invalid."),
    CONSTRAINT_SET_UNKNOWN(Severity.ERROR, "No constraint set of that name is built in."),
    NO_LIMIT_APPLIES(Severity.ERROR, "No limit of the chosen sets applies to this plan."),
    PARTIAL_CORD_DERIVED(Severity.INFO, "The partial cord was cut out of the cord, because none is contoured."),
    SEPARATION_MODEL(Severity.WARNING, "A margin criterion is met between surfaces but not between slabs."),
    SUBSTITUTED_STRUCTURE(Severity.WARNING, "A limit was applied to another structure kind on request."),

    // Use and output
    USAGE(Severity.ERROR, "The command line is wrong."),
    CONFIG_FILE(Severity.ERROR, "A configuration file is invalid."),
    OPTION_FROM_FILE(Severity.WARNING, "An option that bears on the result stands in a configuration file."),
    RESULT_UNREADABLE(Severity.ERROR, "A file to compare is no result that Cordon wrote as JSON."),
    OUTPUT_UNWRITABLE(Severity.ERROR, "An output file cannot be written.");

    private final Severity severity;
    private final String meaning;

    IssueCode(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    /** The severity this code usually has. */
    public Severity severity() {
        return severity;
    }

    /** What it means, in one sentence. */
    public String meaning() {
        return meaning;
    }
}
