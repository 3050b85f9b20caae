package org.cordonrt.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.TextReport;
import org.cordonrt.report.TextStyle;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test as a clinic may have it in its continuous integration: the plans of its templates keep their limits. */
class PlansInCiTest {
    @ParameterizedTest
    @ValueSource(strings = {"1fx-pass", "3fx-pass"})
    void templateKeepsTheLimitsOnTheCord(String template) {
        Assessment found = PlanCheck.assess(
                CaseReader.read(CaseRequest.of(Path.of("testdata", "spine", template))), CheckOptions.defaults());
        assertThat(found.verdict().state())
                .as(() -> TextReport.of(found, TextStyle.plain()))
                .isEqualTo(State.PASS);
        assertThat(found.issues()).noneMatch(i -> i.code() == IssueCode.CONTOUR_GAP);
    }
}
