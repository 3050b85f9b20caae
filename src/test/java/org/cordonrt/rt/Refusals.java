package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/** What every refusal must be: of the expected kind, one line, and silent about the patient. */
final class Refusals {
    private Refusals() {}

    static AbstractStringAssert<?> assertRefused(IssueCode code, ThrowingCallable work) {
        CordonException refusal = catchThrowableOfType(CordonException.class, work);
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        return assertThat(refusal.getMessage())
                .doesNotContain("\n", "SECRET", "19991231")
                .isNotBlank();
    }
}
