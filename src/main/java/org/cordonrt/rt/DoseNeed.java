package org.cordonrt.rt;

/** Whether a reader of a case wants the dose. */
public enum DoseNeed {
    /** A case without a usable dose is refused. */
    REQUIRED,
    /** Read where there is one; a dose that is there must be usable. */
    IF_PRESENT,
    /** Structures only: doses are neither linked nor decoded. */
    NONE
}
