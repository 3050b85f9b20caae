package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.report.Samples.NEAR_MAX;
import static org.cordonrt.report.Samples.limit;
import static org.cordonrt.report.Samples.match;

import java.util.List;
import java.util.OptionalInt;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final TextStyle PLAIN = TextStyle.plain();

    @Test
    void beginsWithTheVerdictAndFitsTheWidth() {
        String text = TextReport.of(Samples.met().build(), PLAIN);
        assertThat(text).startsWith("PASS  SpinalCord D0.035cc 13.10 Gy of 14 Gy");
        assertThat(text.lines()).allMatch(l -> l.length() <= 100).allMatch(l -> l.equals(l.stripTrailing()));
    }

    @Test
    void quietIsTheVerdictAlone() {
        assertThat(TextReport.of(Samples.met().build(), PLAIN.withDetail(TextStyle.Detail.QUIET))
                        .lines())
                .hasSize(1);
    }

    @Test
    void notEvaluatedStandsApartAndIsNeverCalledAPass() {
        Assessment a = new Samples()
                .untested("TG101", limit("T3", NEAR_MAX, 14), State.NOT_EVALUABLE, "no spinal cord here")
                .build();
        assertThat(TextReport.of(a, PLAIN))
                .startsWith("NOT_EVALUABLE  ")
                .contains("Not evaluated (never a pass)\n  no spinal cord here:\n")
                .doesNotContain("PASS");
    }

    @Test
    void limitsForOtherFractionsAreCountedAndListedOnRequest() {
        Samples plan = Samples.met().fractions(OptionalInt.of(3));
        Assessment a = plan.untested("TG101", limit("T9", NEAR_MAX, 14), State.SKIPPED, "published for 1 fraction")
                .build();
        assertThat(TextReport.of(a, PLAIN)).contains("1 limit: published for another number of fractions (1)");
        assertThat(TextReport.of(a, PLAIN.withDetail(TextStyle.Detail.VERBOSE)))
                .contains("(TG101 T9): published for 1 fraction");
    }

    @Test
    void harmlessFindingsAreForTheVerbose() {
        Assessment a = Samples.met()
                .issue(Issue.of(IssueCode.DICOM_ODDITY, "odd"))
                .issue(new Issue(IssueCode.CONTOUR_GAP, Severity.WARNING, "a gap"))
                .build();
        assertThat(TextReport.of(a, PLAIN)).contains("CONTOUR_GAP: a gap").doesNotContain("odd");
        assertThat(TextReport.of(a, PLAIN.withDetail(TextStyle.Detail.VERBOSE))).contains("DICOM_ODDITY: odd");
    }

    @Test
    void namesFromFilesCannotSteerTheTerminal() {
        StructureMatch cord = match(1, "Cord\u001b[2J\u202e\nPASS  all good");
        Assessment a = new Samples()
                .structure(cord)
                .tested(cord, "TG101", limit("T3", NEAR_MAX, 14), 15)
                .margin(cord, match(2, "GTV\u0007"), 1, 0)
                .issue(new Issue(IssueCode.CONTOUR_GAP, Severity.WARNING, "gap in \u009b1m"))
                .build();
        String text = TextReport.of(a, PLAIN);
        assertThat(text).startsWith("FAIL").doesNotContainPattern("[\\p{Cntrl}\\p{Cf}&&[^\n]]");
        assertThat(text.lines()).noneMatch(l -> l.startsWith("PASS"));
    }

    @Test
    void coloursOnlyOnRequest() {
        Assessment a = Samples.met().build();
        String coloured = TextReport.of(a, new TextStyle(100, false, true, TextStyle.Detail.NORMAL));
        assertThat(coloured).startsWith("\u001b[32mPASS\u001b[0m  ");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(TextReport.of(a, PLAIN));
    }

    @Test
    void saysThatItIsNoClinicalApproval() {
        for (TextStyle.Detail d : List.of(TextStyle.Detail.NORMAL, TextStyle.Detail.VERBOSE)) {
            assertThat(TextReport.of(Samples.met().build(), PLAIN.withDetail(d)))
                    .contains("not a clinical approval");
        }
    }
}
