package org.cordonrt.report;

import static org.cordonrt.report.Samples.NEAR_MAX;
import static org.cordonrt.report.Samples.limit;
import static org.cordonrt.report.Samples.match;

import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;

/** Names that each form of output could take for something else. */
final class Hostile {
    static final List<String> NAMES = List.of(
            "=HYPERLINK(\"http://example.org\";\"x\")",
            "@SUM(1)",
            "a;=1+1",
            "\uFF1D1+1",
            " +1",
            "comma, \"quote\" and ';'",
            "| a | b |",
            "<script>alert(1)</script>",
            "**bold** `code` _it_ [x](http://example.org) ![i](y)",
            "@someone #12 GH-3 :white_check_mark: https://example.org www.example.org",
            "]]></failure><!-- -->&amp;",
            "line\nbreak\r::error::x\u001b[2J\u202e\u0000",
            "100%25 \uD83D\uDE00 \uD800 \uFFFE caf\u00e9",
            "# 1. - list");

    private Hostile() {}

    /** Every name as that of a cord over its limit, in a reason and in a finding. */
    static Assessment assessment() {
        Samples samples = new Samples();
        for (int i = 0; i < NAMES.size(); i++) {
            StructureMatch cord = match(i + 1, NAMES.get(i));
            samples.structure(cord)
                    .tested(cord, "SET", limit("L" + i, NEAR_MAX, 14), 15)
                    .untested("SET", limit("N" + i, NEAR_MAX, 14), State.NOT_EVALUABLE, NAMES.get(i))
                    .margin(cord, match(100 + i, NAMES.get(i)), 1, 0)
                    .issue(new Issue(IssueCode.CONTOUR_GAP, Severity.WARNING, NAMES.get(i)));
        }
        return samples.build();
    }
}
