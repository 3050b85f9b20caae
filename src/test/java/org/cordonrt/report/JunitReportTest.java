package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.report.Samples.NEAR_MAX;
import static org.cordonrt.report.Samples.limit;
import static org.cordonrt.report.Samples.match;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.junit.jupiter.api.Test;

/** The file as Maven Surefire's reader of JUnit reports sees it. */
class JunitReportTest {

    /** All cases; the reader makes a suite of each class name, here of each constraint set. */
    private static List<ReportTestCase> read(Assessment a) throws Exception {
        byte[] xml = JunitReport.of(a);
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8)).stream()
                        .map(ReportTestSuite::getTestCases)
                        .flatMap(List::stream)
                        .toList();
    }

    private static ReportTestCase last(List<ReportTestCase> cases) {
        return cases.get(cases.size() - 1);
    }

    @Test
    void aMetLimitIsASuccess() throws Exception {
        List<ReportTestCase> cases = read(Samples.met().build());
        assertThat(cases).hasSize(2).allMatch(ReportTestCase::isSuccessful);
    }

    @Test
    void aBrokenLimitIsAFailureWithItsTextInTheBody() throws Exception {
        StructureMatch cord = match(1, "SpinalCord");
        List<ReportTestCase> cases = read(new Samples()
                .tested(cord, "TG101", limit("T3", NEAR_MAX, 14), 15)
                .build());
        assertThat(cases).as("verdict and limit").allMatch(ReportTestCase::hasFailure);
        assertThat(last(cases).getFailureDetail())
                .contains("15.00 Gy of 14 Gy", "A paper, 2010 (Table 3), https://doi.org/10.1000/x");
    }

    @Test
    void whatCouldNotBeEvaluatedIsAnErrorAndNeverASuccess() throws Exception {
        List<ReportTestCase> cases = read(new Samples()
                .untested("TG101", limit("T3", NEAR_MAX, 14), State.NOT_EVALUABLE, "no spinal cord")
                .build());
        assertThat(cases).hasSize(2).allMatch(ReportTestCase::hasError);
    }

    @Test
    void aVerdictThatNoLimitDecidedIsAnError() throws Exception {
        Assessment refused = Samples.met()
                .issue(new Issue(IssueCode.CONTOUR_GAP, Severity.WARNING, "a gap"))
                .build()
                .strict();
        List<ReportTestCase> cases = read(refused);
        assertThat(cases).filteredOn(ReportTestCase::hasError).hasSize(1);
        assertThat(cases.get(0).hasError()).isTrue();
        assertThat(cases.get(0).getFailureDetail()).contains("CONTOUR_GAP: a gap");
    }

    @Test
    void whatDoesNotApplyIsSkipped() throws Exception {
        List<ReportTestCase> cases = read(Samples.met()
                .fractions(OptionalInt.of(1))
                .untested("TG101", limit("T9", NEAR_MAX, 14), State.SKIPPED, "published for 3 fractions")
                .build());
        assertThat(last(cases).hasSkipped()).isTrue();
    }

    @Test
    void hostileNamesStayText() throws Exception {
        List<ReportTestCase> cases = read(Hostile.assessment());
        assertThat(cases).hasSize(1 + 2 * Hostile.NAMES.size());
        assertThat(cases)
                .extracting(ReportTestCase::getFailureDetail)
                .anyMatch(d -> d.contains("]]></failure><!-- -->&amp;"))
                .anyMatch(d -> d.contains("\uD83D\uDE00"));
    }

    @Test
    void noTimesAndTheSameBytes() {
        Assessment a = Samples.met().build();
        assertThat(JunitReport.of(a)).isEqualTo(JunitReport.of(a));
        assertThat(new String(JunitReport.of(a), StandardCharsets.UTF_8)).doesNotContain("timestamp", "hostname");
    }
}
