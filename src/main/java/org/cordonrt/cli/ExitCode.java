package org.cordonrt.cli;

import org.cordonrt.constraint.Verdict;
import org.cordonrt.issue.IssueCode;

/** What the process tells a script. The numbers are stable. */
enum ExitCode {
    OK(0, "every required limit met"),
    LIMIT_BROKEN(1, "a required limit broken"),
    USAGE(2, "wrong usage, or an output that cannot be written"),
    INPUT(3, "input unreadable, inconsistent or ambiguous"),
    NOT_EVALUABLE(4, "a required limit could not be evaluated"),
    INTERNAL(70, "an error inside Cordon");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }

    static ExitCode of(Verdict verdict) {
        return switch (verdict.state()) {
            case PASS, ACCEPTABLE -> OK;
            case FAIL -> LIMIT_BROKEN;
            case NOT_EVALUABLE, SKIPPED -> NOT_EVALUABLE;
        };
    }

    /** The code for a refusal. */
    static ExitCode of(IssueCode code) {
        return switch (code) {
            case USAGE, CONFIG_FILE, METRIC_SYNTAX, CONSTRAINT_SET_UNKNOWN, OUTPUT_UNWRITABLE -> USAGE;
            default -> INPUT;
        };
    }
}
