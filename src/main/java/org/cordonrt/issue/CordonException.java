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
    private final String message;

    /** A refusal; the message is one line and identifies no patient. */
    public CordonException(IssueCode code, String message) {
        this(code, message, null);
    }

    /** A refusal with what caused it. */
    public CordonException(IssueCode code, String message, @Nullable Throwable cause) {
        super(OneLine.of(Objects.requireNonNull(message, "message")), cause);
        this.message = OneLine.of(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** One line: what is wrong, where, and what to do. */
    @Override
    public String getMessage() {
        return message;
    }

    /** What kind of refusal this is. */
    public IssueCode code() {
        return code;
    }
}
