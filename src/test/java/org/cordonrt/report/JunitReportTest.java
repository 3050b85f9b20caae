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

    private static ReportTestSuite read(Assessment a) throws Exception {
        byte[] xml = JunitReport.of(a);
        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8));
        return suites.stream()
                .filter(s -> !s.getTestCases().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static ReportTestCase last(ReportTestSuite suite) {
        return suite.getTestCases().get(suite.getTestCases().size() - 1);
    }

    @Test
    void aMetLimitIsASuccess() throws Exception {
        ReportTestSuite suite = read(Samples.met().build());
        assertThat(suite.getTestCases()).hasSize(2).allMatch(ReportTestCase::isSuccessful);
        assertThat(suite.getNumberOfTests()).isEqualTo(2);
    }

    @Test
    void aBrokenLimitIsAFailureWithItsTextInTheBody() throws Exception {
        StructureMatch cord = match(1, "SpinalCord");
        ReportTestSuite suite = read(new Samples()
                .tested(cord, "TG101", limit("T3", NEAR_MAX, 14), 15)
                .build());
        assertThat(suite.getTestCases()).as("verdict and limit").allMatch(ReportTestCase::hasFailure);
        assertThat(last(suite).getFailureDetail())
                .contains("15.00 Gy of 14 Gy", "A paper, 2010 (Table 3), https://doi.org/10.1000/x");
    }

    @Test
    void whatCouldNotBeEvaluatedIsAnErrorAndNeverASuccess() throws Exception {
        ReportTestSuite suite = read(new Samples()
                .untested("TG101", limit("T3", NEAR_MAX, 14), State.NOT_EVALUABLE, "no spinal cord")
                .build());
        assertThat(suite.getTestCases()).hasSize(2).allMatch(ReportTestCase::hasError);
    }

    @Test
    void aVerdictThatNoLimitDecidedIsAnError() throws Exception {
        Assessment refused = Samples.met()
                .issue(new Issue(IssueCode.CONTOUR_GAP, Severity.WARNING, "a gap"))
                .build()
                .strict();
        ReportTestSuite suite = read(refused);
        assertThat(suite.getNumberOfErrors()).isEqualTo(1);
        assertThat(suite.getTestCases().get(0).hasError()).isTrue();
        assertThat(suite.getTestCases().get(0).getFailureDetail()).contains("CONTOUR_GAP: a gap");
    }

    @Test
    void whatDoesNotApplyIsSkipped() throws Exception {
        ReportTestSuite suite = read(Samples.met()
                .fractions(OptionalInt.of(1))
                .untested("TG101", limit("T9", NEAR_MAX, 14), State.SKIPPED, "published for 3 fractions")
                .build());
        assertThat(last(suite).hasSkipped()).isTrue();
    }

    @Test
    void hostileNamesStayText() throws Exception {
        ReportTestSuite suite = read(Hostile.assessment());
        assertThat(suite.getTestCases()).hasSize(1 + 2 * Hostile.NAMES.size());
        assertThat(suite.getTestCases())
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
