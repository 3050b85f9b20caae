package org.cordonrt.issue;

import java.util.Objects;

/**
 * One finding about the input or the result.
 *
 * @param code what kind of finding
 * @param severity how much it matters here
 * @param message one line for a person: what, where, what to do; never identifies a patient
 */
public record Issue(IssueCode code, Severity severity, String message) {
    public Issue {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
    }

    /** A finding with the usual severity of its code. */
    public static Issue of(IssueCode code, String message) {
        return new Issue(code, code.severity(), message);
    }
}
