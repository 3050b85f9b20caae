package org.cordonrt.issue;

/** How much a finding matters. */
public enum Severity {
    /** Worth knowing; changes no number. */
    INFO,
    /** A person should look before trusting the numbers it touches. */
    WARNING,
    /** What it touches was not computed. */
    ERROR
}
