package org.cordonrt.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CordonExceptionTest {
    private static String message(String text) {
        return String.valueOf(new CordonException(IssueCode.METRIC_SYNTAX, text).getMessage());
    }

    @Test
    void whatItQuotesStaysOnOneLine() {
        assertThat(message("the metric 'a\r\nb\u001b[2J\u0085\u2028' is none"))
                .isEqualTo("the metric 'a\\u000d\\u000ab\\u001b[2J\\u0085\\u2028' is none");
    }

    @Test
    void beginningAndEndOfALongMessageStay() {
        String long1 = message("the metric '" + "\n".repeat(1_000_000) + "' is none");
        assertThat(long1)
                .startsWith("the metric '\\u000a")
                .endsWith("\\u000a' is none")
                .hasSizeLessThan(2000);
        assertThat(message("x".repeat(1500))).hasSize(1500);
    }
}
