package org.cordonrt.constraint;

/** What came of a limit, or of all of them. */
public enum State {
    /** Met, with the whole certified interval. */
    PASS,
    /** A goal is missed, but no mandatory limit is broken. */
    ACCEPTABLE,
    /** Broken. */
    FAIL,
    /** It applies, but could not be decided; the reason says why. Never a pass. */
    NOT_EVALUABLE,
    /** It does not apply; the reason says why. */
    SKIPPED
}
