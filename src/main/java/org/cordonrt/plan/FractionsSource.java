package org.cordonrt.plan;

/** Where the number of fractions comes from. */
public enum FractionsSource {
    /** RT Plan, Number of Fractions Planned (300A,0078). */
    RTPLAN,
    /** The user or the caller said so. */
    OPTION,
    /** Nobody said. */
    UNKNOWN
}
