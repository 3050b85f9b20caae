package org.cordonrt.issue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cordon refuses to go on: the one exception that leaves its packages on purpose. The message is one line that names
 * what is wrong, where, and what to do, and never identifies a patient.
 */
public class CordonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IssueCode code;

    public CordonException(IssueCode code, String message) {
        this(code, message, null);
    }

    public CordonException(IssueCode code, String message, @Nullable Throwable cause) {
        super(OneLine.of(Objects.requireNonNull(message, "message")), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** What kind of refusal this is. */
    public IssueCode code() {
        return code;
    }
}
