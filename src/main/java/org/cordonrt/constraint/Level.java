package org.cordonrt.constraint;

/** How binding a limit is. */
public enum Level {
    /** Breaking it fails the plan. */
    MANDATORY("mandatory"),
    /** A goal: missing it is acceptable as long as the mandatory limit is met. */
    OPTIMAL("optimal"),
    /** What others did or extrapolated: shown beside the measured value, never judged. */
    INFORMATION("information");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The word that constraint files use. */
    public String word() {
        return word;
    }
}
