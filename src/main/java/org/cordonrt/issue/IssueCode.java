package org.cordonrt.issue;

/**
 * Every kind of finding and refusal, with its usual severity, what it means and what to do. The names are stable:
 * scripts rely on them.
 */
public enum IssueCode {
    // Reading DICOM
    FILE_UNREADABLE(
            Severity.ERROR, "The file or folder cannot be opened or read.", "Check the path and its permissions."),
    INPUT_CHANGED(Severity.ERROR, "A file was changed while it was read.", "Try again when the export has ended."),
    NOT_DICOM(Severity.ERROR, "The file is not a DICOM data set.", "Export the file as DICOM, or leave it out."),
    DICOM_TRUNCATED(
            Severity.ERROR,
            "The file ends before the data it announces.",
            "Copy or export the file again: the transfer was cut short."),
    DICOM_MALFORMED(
            Severity.ERROR,
            "The bytes do not follow the DICOM encoding rules.",
            "Export the file again; if it stays so, report it to the maker of the exporting system."),
    DICOM_LIMIT(
            Severity.ERROR,
            "The file asks for more nesting, elements or memory than Cordon allows.",
            "Give Java more memory (CORDON_JAVA_OPTS=-Xmx4g) if the file is sound; otherwise export it again."),
    DICOM_UNSUPPORTED(
            Severity.ERROR,
            "A valid DICOM encoding that Cordon does not read.",
            "Export uncompressed, with the transfer syntax Explicit VR Little Endian."),
    DICOM_MISSING_ATTRIBUTE(
            Severity.ERROR,
            "A mandatory attribute is absent or empty.",
            "Export again with the attribute that the message names."),
    DICOM_INVALID_VALUE(
            Severity.ERROR,
            "An attribute holds a value that is not allowed.",
            "Export again; the message names the attribute and its place."),
    DICOM_ODDITY(
            Severity.INFO,
            "A harmless departure from the encoding rules that was read all the same.",
            "Nothing to do."),

    // RT objects
    NO_STRUCTURE_SET(Severity.ERROR, "No RT Structure Set was found.", "Add the RTSTRUCT file."),
    NO_DOSE(Severity.ERROR, "No RT Dose was found.", "Add the RTDOSE file of the plan."),
    AMBIGUOUS_INPUT(
            Severity.ERROR,
            "More than one candidate; an option must pick one.",
            "Name one with --structure-set, --plan or --dose, or give fewer files."),
    UNLINKED_INPUT(
            Severity.ERROR,
            "The files do not refer to each other.",
            "Give the files of one plan, or overrule the link with the option that the message names."),
    FRAME_OF_REFERENCE_MISMATCH(
            Severity.ERROR,
            "Dose and structures lie in different frames of reference.",
            "Give the dose and the structures of one image set."),
    REGISTRATION(
            Severity.ERROR,
            "The spatial registration cannot be used.",
            "Export a rigid registration between the two frames of reference."),
    DOSE_UNITS(
            Severity.ERROR,
            "The dose is not in gray.",
            "Export the dose in gray (Dose Units GY), or say what 100 % is with --reference-dose."),
    DOSE_SUMMATION(
            Severity.ERROR,
            "The dose summation type cannot be used as the dose of the whole course.",
            "Export the dose of the plan (Dose Summation Type PLAN)."),
    DOSE_GRID_GEOMETRY(
            Severity.ERROR,
            "The dose grid's geometry is impossible or unsupported.",
            "Export the dose on a regular grid."),
    CONTOUR_GEOMETRY(
            Severity.ERROR,
            "Contours do not form a solid.",
            "Correct the contours of the structure that the message names."),
    CONTOUR_IGNORED(
            Severity.WARNING,
            "A contour that bounds no volume was left out.",
            "Look at the contour; delete it if it is a remnant."),
    CONTOUR_GAP(
            Severity.WARNING,
            "Contour planes are missing between others.",
            "Draw the missing planes, or make sure that they are meant to be missing."),
    CONTOUR_PLANES(
            Severity.WARNING,
            "Contour planes lie on one another or at uneven distances.",
            "Look at the planes named; delete what was drawn twice."),
    CONTOUR_JUMP(
            Severity.WARNING,
            "The cross-section changes abruptly from one plane to the next.",
            "Look at the contours of the two planes."),
    CONTOUR_ISLAND(
            Severity.WARNING,
            "Separate parts, or a hole, where one solid body is expected.",
            "Delete stray parts; fill holes that are not meant."),
    CONTOUR_CROSSING(
            Severity.WARNING,
            "Contours cross, so that it is in doubt what is inside.",
            "Redraw the contour without crossings."),
    CONTOUR_OFF_IMAGE(
            Severity.WARNING,
            "Contours do not lie on the images that they name.",
            "Export structures and images together; --accept-dose where the contours are right."),
    ORIENTATION_DOUBTFUL(
            Severity.WARNING,
            "Left and right, head and foot, or front and back seem exchanged.",
            "Look at orientation and names; export again where they are exchanged."),
    CORD_TOO_SHORT(
            Severity.WARNING,
            "The cord is not drawn far enough beyond a target.",
            "Draw the cord further above and below the target."),
    CORD_IN_TARGET(Severity.WARNING, "The cord overlaps a target.", "Look at both contours where they overlap."),
    PRV_MARGIN(
            Severity.WARNING,
            "The margin of a cord PRV is not what its name says.",
            "Make the margin again from the cord as it is now."),
    NOT_INSIDE(
            Severity.WARNING,
            "A structure reaches out of the one that holds it.",
            "Look at both contours at the place named."),
    IMPLAUSIBLE_SIZE(
            Severity.WARNING,
            "The size of a structure does not fit what it was taken for.",
            "Make sure that the name belongs to what is drawn."),
    CONTOUR_SINGLE_PLANE(
            Severity.WARNING,
            "A structure drawn on one plane only: its thickness is an assumption.",
            "Draw it on more planes, or judge its numbers with care."),
    FRACTIONS_UNKNOWN(Severity.ERROR, "The number of fractions is not known.", "Add the RTPLAN, or say --fractions N."),
    FRACTIONS_CONFLICT(
            Severity.ERROR,
            "Sources disagree about the number of fractions.",
            "Find out which is right and leave the other out; --accept-dose where the plan is."),
    PLAN_NOT_APPROVED(Severity.WARNING, "The plan is not marked as approved.", "Check the plan that will be treated."),
    INPUT_NOT_USED(
            Severity.INFO, "A file that was found was not needed.", "Nothing to do, unless it should have been used."),
    CT_NOT_USED(
            Severity.INFO,
            "A CT that was found cannot be shown, or not all of it; no number depends on it.",
            "Nothing to do for the numbers; export the CT as the message says for pictures."),
    LINK_ASSUMED(
            Severity.INFO,
            "Files that do not refer to each other were taken as belonging together.",
            "Make sure that the files are of one plan."),
    PATIENT_MISMATCH(
            Severity.WARNING,
            "The files carry different patient IDs.",
            "Give the files of one patient; --accept-dose where they are."),
    DOSE_COMPOSED(
            Severity.INFO,
            "The dose of the course was put together or scaled from what the files hold.",
            "Make sure that this is the dose of the course."),
    DOSE_TYPE(
            Severity.WARNING,
            "The dose is not the physical dose.",
            "Export the physical dose, unless the limits are meant for this one."),
    DOSE_IMPLAUSIBLE(
            Severity.WARNING,
            "The dose does not look like that of the whole course.",
            "Look at units, scaling and fractions of the dose; --accept-dose where it is right."),
    PRESCRIPTION_CONFLICT(
            Severity.WARNING,
            "Prescription, fractions and beam doses of the plan contradict each other.",
            "Find out which is right before relying on the result."),
    DOSE_MAXIMUM_OUTSIDE(
            Severity.WARNING,
            "The hottest point of the dose lies in no structure.",
            "Make sure that dose and structures lie where they should."),
    DOSE_MISSES_TARGET(
            Severity.WARNING,
            "No target gets the dose that the plan prescribes.",
            "Make sure that dose, plan and structures belong together; --accept-dose where they do."),
    DOSE_GRID_COARSE(
            Severity.WARNING,
            "The near-maximum dose of the cord depends on the spacing of the dose grid.",
            "Compute the dose on a finer grid."),
    COURSE_NOT_WHOLE(
            Severity.WARNING,
            "The plan is one of several, and limits are for all that the patient gets.",
            "Check the sum of all plans; --accept-dose where this is all that the patient gets."),
    PRESCRIPTION_UNKNOWN(
            Severity.INFO, "The plan does not say one prescribed dose.", "Nothing to do; no limit depends on it."),
    STORED_DVH_MISSING(
            Severity.ERROR, "The dose holds no stored DVH to compare with.", "Export the dose with its DVHs."),
    STORED_DVH_ODDITY(
            Severity.INFO,
            "The stored DVH is inconsistent and was left out.",
            "Nothing to do; a stored DVH decides nothing."),

    // Structures and constraints
    STRUCTURE_NOT_FOUND(
            Severity.ERROR,
            "A structure that was asked for is not in the structure set.",
            "Name one of the structures that cordon list shows."),
    STRUCTURE_AMBIGUOUS(
            Severity.ERROR,
            "More than one structure fits; an option must pick one.",
            "Name the one that is meant with --cord or --target."),
    STRUCTURE_EMPTY(Severity.WARNING, "A structure has no contours.", "Draw the structure, or leave it out."),
    STRUCTURE_NOT_COVERED(
            Severity.ERROR,
            "Part of a structure lies outside the dose grid.",
            "Compute the dose on a grid that holds the structure."),
    METRIC_SYNTAX(
            Severity.ERROR,
            "The metric expression is not understood.",
            "Write it as TG-263 does, such as D0.03cc[Gy]; cordon help dvh has more."),
    CONSTRAINT_FILE(
            Severity.ERROR,
            "The constraint file is invalid.",
            "Correct the line named; cordon constraints lint checks a file."),
    ALIAS_FILE(Severity.ERROR, "The file of structure names is invalid.", "Correct the line named."),
    CONSTRAINT_SET_UNKNOWN(
            Severity.ERROR, "No constraint set of that name is built in.", "cordon constraints list shows the sets."),
    NO_LIMIT_APPLIES(
            Severity.ERROR,
            "No limit of the chosen sets applies to this plan.",
            "Choose a set with limits for this number of fractions."),
    PARTIAL_CORD_DERIVED(
            Severity.INFO, "The partial cord was cut out of the cord, because none is contoured.", "Nothing to do."),
    SEPARATION_MODEL(
            Severity.WARNING,
            "A margin criterion is met between surfaces but not between slabs.",
            "Look at the gap in the images."),
    SUBSTITUTED_STRUCTURE(
            Severity.WARNING,
            "A limit was applied to another structure kind on request.",
            "Nothing to do; it was asked for."),

    // Use and output
    USAGE(Severity.ERROR, "The command line is wrong.", "Add --help to the verb."),
    CONFIG_FILE(Severity.ERROR, "A configuration file is invalid.", "Correct the line named, or run with --no-config."),
    OPTION_FROM_FILE(
            Severity.WARNING,
            "An option that bears on the result stands in a configuration file.",
            "Nothing to do, or run with --no-config."),
    RESULT_UNREADABLE(
            Severity.ERROR,
            "A file to compare is no result that Cordon wrote as JSON.",
            "Give files that cordon wrote with --format json."),
    OUTPUT_UNWRITABLE(Severity.ERROR, "An output file cannot be written.", "Name another file or folder."),
    OUT_OF_MEMORY(
            Severity.ERROR, "The memory that Java was given is not enough.", "Give it more: CORDON_JAVA_OPTS=-Xmx4g."),
    INTERNAL(Severity.ERROR, "An error inside Cordon; there is no result.", "Report it with what -v -v shows.");

    private final Severity severity;
    private final String meaning;
    private final String remedy;

    IssueCode(Severity severity, String meaning, String remedy) {
        this.severity = severity;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The severity this code usually has. */
    public Severity severity() {
        return severity;
    }

    /** What it means, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /**
     * Whether a plan with such a finding must not pass before somebody has said that all is right with it: what looks
     * like another dose, another place or another patient may meet every limit.
     */
    public boolean withholdsPass() {
        return switch (this) {
            case DOSE_IMPLAUSIBLE,
                    DOSE_MISSES_TARGET,
                    FRACTIONS_CONFLICT,
                    COURSE_NOT_WHOLE,
                    PATIENT_MISMATCH,
                    CONTOUR_OFF_IMAGE -> true;
            default -> false;
        };
    }

    /** What to do about it, in one sentence. */
    public String remedy() {
        return remedy;
    }
}
