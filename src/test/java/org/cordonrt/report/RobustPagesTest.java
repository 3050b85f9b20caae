package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.plan.Point3;
import org.cordonrt.report.figure.RobustFigures;
import org.cordonrt.report.html.RobustHtml;
import org.cordonrt.robust.Displacement;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RobustOptions;
import org.cordonrt.robust.Scenario;
import org.cordonrt.robust.ScenarioValues;
import org.cordonrt.robust.ShiftToBreak;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Robustness in each form of output, of assessments that no plan would give. */
class RobustPagesTest {
    private static RobustAssessment of(Assessment a, Point3 breakMm, String name) {
        List<ShiftToBreak> limits = new ArrayList<>();
        for (ConstraintResult r : a.constraints()) {
            if (r.structure() != null) {
                limits.add(new ShiftToBreak(r, 0, breakMm, 5, 5, null, List.of(), List.of(), null));
            }
        }
        double[] gy = new double[limits.size()];
        Scenario scenario = new Scenario(name, Displacement.shift(new Point3(1, 0, 0)));
        return new RobustAssessment(
                a,
                RobustOptions.defaults(),
                new Point3(0, 0, 0),
                name,
                limits,
                List.of(),
                List.of(new ScenarioValues(scenario, gy, new double[0])),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                State.FAIL,
                name);
    }

    private static String page(RobustAssessment a) {
        return new String(RobustHtml.of(a, List.of(), RobustFigures.of(a, List.of())), StandardCharsets.UTF_8);
    }

    private static Document read(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>\n", "").replaceAll("(?s)<style>.*?</style>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hostileNamesStayText() throws Exception {
        for (String name : Hostile.NAMES) {
            RobustAssessment a = of(Hostile.assessment(), new Point3(0, 0, 0), name);
            Document page = read(page(a));
            assertThat(page.getElementsByTagName("script").getLength()).isZero();
            assertThat(page.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>", "\\u202e");
            assertThat(RobustText.of(a, TextStyle.plain()).chars())
                    .noneMatch(c -> c < ' ' && c != '\n' || c == 0x1b || c == 0x202e);
            Schemas.valid(RobustJson.of(a, List.of()));
        }
    }

    @Test
    void withoutAnyLimitThePageSaysSo() {
        RobustAssessment a = of(new Samples().build(), new Point3(1, 0, 0), "plain");
        assertThat(page(a)).contains("No limit on the cord counts for this plan.", "not known");
    }
}
