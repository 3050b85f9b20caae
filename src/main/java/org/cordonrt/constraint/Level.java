package org.cordonrt.constraint;

/** How binding a limit is. */
public enum Level {
    /** Breaking it fails the plan. */
    MANDATORY,
    /** A goal: missing it is acceptable as long as the mandatory limit is met. */
    OPTIMAL
}
