package org.cordonrt.constraint;

import java.util.Objects;
import org.cordonrt.issue.Severity;

/**
 * One thing that is wrong (ERROR) or doubtful (WARNING) in a constraint file.
 *
 * @param severity a file with an ERROR is refused
 * @param rule stable short name of the rule, e.g. {@code unknown-key}
 * @param line first line is 1
 * @param column first column is 1
 * @param message one line for a person, without the place
 */
public record LintFinding(Severity severity, String rule, int line, int column, String message) {
    public LintFinding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }
}
