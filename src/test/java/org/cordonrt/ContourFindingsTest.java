package org.cordonrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.contours.ContourChecks;
import org.cordonrt.contours.Drawn;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contour checks say of real and generated plans: a warning that cries wolf is soon switched off. */
class ContourFindingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1fx-pass", "1fx-fail", "1fx-abutting", "3fx-pass", "5fx-pass", "5fx-slanted"})
    void nothingToSayAboutTheSpineCases(String name) {
        TreatmentCase c = CaseReader.read(CaseRequest.of(Path.of("testdata", "spine", name)));
        Assessment a = PlanCheck.assess(c, CheckOptions.defaults());
        assertThat(a.issues())
                .filteredOn(i -> i.severity() != Severity.INFO && i.code() != IssueCode.DOSE_GRID_COARSE)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eclipse-breast-stored-dvh", "eclipse-prostate-phantom", "raystation-ramp-phantom"})
    void nothingToSayAboutTheContoursOfRealPlans(String name) {
        TreatmentCase c = CaseReader.read(CaseRequest.of(Path.of("testdata", "real", name)));
        List<Issue> issues = new ArrayList<>();
        for (Structure s : c.structures().structures()) {
            if (s.contours().stream().anyMatch(x -> x.type().isClosed())) {
                Drawn d = new Drawn(s, SlabSolid.of(s, SolidOptions.defaults()), Drawn.Part.OTHER);
                issues.addAll(ContourChecks.of(List.of(d), 6));
            }
        }
        assertThat(issues).isEmpty();
    }
}
