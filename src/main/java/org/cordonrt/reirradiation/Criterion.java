package org.cordonrt.reirradiation;

/**
 * The factors that the HyTEC abstract reports for a lower risk of myelopathy after re-irradiation, for the thecal sac with
 * alpha/beta 2 Gy. They are observations, not tolerances.
 */
public enum Criterion {
    CUMULATIVE_DOSE("R1", "cumulative EQD2 maximum", "<=", 70, "Gy"),
    SBRT_DOSE("R2", "EQD2 maximum of this course", "<=", 25, "Gy"),
    SBRT_SHARE("R3", "this course over cumulative EQD2 maximum", "<=", 0.5, ""),
    INTERVAL("R4", "time since the last course", ">=", 5, "months");

    /** Where all four stand. */
    public static final String CITATION = "Sahgal A, Chang JH, Ma L, et al. Spinal cord dose tolerance to stereotactic"
            + " body radiation therapy. Int J Radiat Oncol Biol Phys 2021;110(1):124-136";

    public static final String DOI = "10.1016/j.ijrobp.2019.09.038";
    /** The place in the source, which was read in the source's own words. */
    public static final String WHERE = "abstract";

    private final String id;
    private final String words;
    private final String comparator;
    private final double limit;
    private final String unit;

    Criterion(String id, String words, String comparator, double limit, String unit) {
        this.id = id;
        this.words = words;
        this.comparator = comparator;
        this.limit = limit;
        this.unit = unit;
    }

    public String id() {
        return id;
    }

    /** What is compared, in words. */
    public String words() {
        return words;
    }

    /** How the value must stand to the limit. */
    public String comparator() {
        return comparator;
    }

    public double limit() {
        return limit;
    }

    /** Unit of limit and value; empty for a ratio. */
    public String unit() {
        return unit;
    }

    /** Judges a value by its bounds: where the limit lies between them, nothing is decided. */
    CriterionState judge(Interval value) {
        boolean least = this == INTERVAL;
        boolean surely = least ? value.lower() >= limit : value.upper() <= limit;
        boolean surelyNot = least ? value.upper() < limit : value.lower() > limit;
        return surely ? CriterionState.MET : surelyNot ? CriterionState.NOT_MET : CriterionState.NOT_EVALUABLE;
    }
}
