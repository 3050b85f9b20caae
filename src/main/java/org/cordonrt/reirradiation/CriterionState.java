package org.cordonrt.reirradiation;

/** What came of a criterion; the worse the later. */
public enum CriterionState {
    MET,
    /** It could not be decided, which is never the same as met. */
    NOT_EVALUABLE,
    NOT_MET
}
