package org.cordonrt.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.illustration.SmallCase;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.report.Decimals;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FiguresTest {
    private static final SmallCase USUAL = SmallCase.usual();
    private static final Illustrations SHOWN = USUAL.illustrations();
    private static final List<Figure> FIGURES = Figures.of(USUAL.found(), SHOWN);

    private static Figure figure(List<Figure> figures, String id) {
        return figures.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Figure> figures(SmallCase c) {
        return Figures.of(c.found(), c.illustrations());
    }

    @Test
    void everyFigureIsXmlThatLoadsNothingAndSaysWhatItIs() {
        for (Figure f : FIGURES) {
            SvgPage page = SvgPage.of(f);
            assertThat(page.root().getAttribute("role")).isEqualTo("img");
            assertThat(page.all("title").get(0).getTextContent()).isEqualTo(f.title());
            assertThat(page.all("desc").get(0).getTextContent()).isEqualTo(f.alternative());
            assertThat(page.root().getAttribute("viewBox")).isEqualTo("0 0 " + f.widthPx() + " " + f.heightPx());
            assertThat(page.all("script")).isEmpty();
            assertThat(page.all("style")).isEmpty();
            for (Element e : page.all("*")) {
                assertThat(e.getAttribute("id"))
                        .satisfiesAnyOf(
                                id -> assertThat(id).isEmpty(),
                                id -> assertThat(id).startsWith(f.id()));
                assertThat(e.getAttribute("href")).matches("|data:image/png;base64,.*");
            }
        }
    }

    @Test
    void idsAreUniqueOnAPageWithAllFigures() {
        List<String> ids = FIGURES.stream()
                .flatMap(f -> SvgPage.of(f).all("*").stream())
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatIsPaintedHasALookAndAClass() {
        for (Figure f : FIGURES) {
            for (String element : List.of("path", "line", "rect", "circle", "text")) {
                for (Element e : SvgPage.of(f).all(element)) {
                    if (!((Element) e.getParentNode()).getTagName().equals("clipPath")) {
                        assertThat(e.getAttribute("class")).isNotEmpty();
                        assertThat(e.getAttribute("fill") + e.getAttribute("stroke"))
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void theSameResultGivesTheSameText() {
        assertThat(figures(USUAL)).isEqualTo(FIGURES);
    }

    @Test
    void aHistogramHasALineForEachCurve() {
        Set<String> series = Set.of("s0", "s1", "s2", "s3", "s4", "s5");
        List<Element> lines = SvgPage.of(figure(FIGURES, "dvh")).all("path").stream()
                .filter(e -> series.contains(e.getAttribute("class")))
                .filter(e -> e.getAttribute("stroke-linejoin").equals("round"))
                .toList();
        assertThat(lines).hasSize(SHOWN.curves().size());
        assertThat(lines.stream()
                        .map(e -> e.getAttribute("class") + e.getAttribute("stroke-dasharray"))
                        .collect(Collectors.toSet()))
                .as("every line looks different")
                .hasSize(SHOWN.curves().size());
    }

    @Test
    void limitsStandAtTheirDoseAndVolume() {
        Figure f = figure(FIGURES, "dvh-cc");
        PlotFrame frame = f.frame().orElseThrow();
        List<String> tips = SvgPage.of(f).all("path").stream()
                .map(e -> e.getAttribute("d"))
                .filter(d -> d.endsWith("l9,-5v10Z"))
                .toList();
        for (double[] limit : new double[][] {{10, 0.35}, {7, 1.2}, {14, 0.035}, {14, 0}, {13, 0}, {12.4, 0}}) {
            assertThat(tips)
                    .contains("M" + Svg.num(frame.xPx(limit[0])) + "," + Svg.num(frame.yPx(limit[1])) + "l9,-5v10Z");
        }
    }

    @Test
    void linesStandAtTwoAndThreeMillimetres() {
        Figure f = figure(FIGURES, "separation");
        PlotFrame frame = f.frame().orElseThrow();
        assertThat(SvgPage.of(f).all("line", "limit"))
                .extracting(e -> Double.parseDouble(e.getAttribute("y1")))
                .satisfiesExactly(
                        y -> assertThat(y).isCloseTo(frame.yPx(2), within(0.01)),
                        y -> assertThat(y).isCloseTo(frame.yPx(3), within(0.01)));
    }

    @Test
    void theAlternativeOfTheGapNamesItsSize() {
        assertThat(figure(FIGURES, "separation").alternative())
                .contains(
                        "To GTV: smallest "
                                + Decimals.fixed(USUAL.found().margins().get(0).distanceMm(), 2) + " mm",
                        "o'clock");
    }

    @Test
    void withoutTargetPlanOrDoseWhatIsLeftIsDrawn() {
        assertThat(figures(USUAL.without("GTV", "CTV", "PTV")))
                .extracting(Figure::id)
                .contains("dvh", "dvh-cc")
                .doesNotContain("separation");
        assertThat(figures(USUAL.withPlan(PlanSummary.unknown())))
                .extracting(Figure::id)
                .contains("dvh", "separation");
        assertThat(figures(USUAL.withDose(Optional.empty())))
                .extracting(Figure::id)
                .contains("separation")
                .doesNotContain("dvh");
        assertThat(figures(USUAL.without("SpinalCord")))
                .extracting(Figure::id)
                .contains("dvh")
                .doesNotContain("separation");
    }

    @Test
    void aHostileNameIsText() {
        String name = "</text><script>alert(1)</script>&\"' \u202e\u0007 GTV";
        for (Figure f : figures(USUAL.renamed("GTV", name))) {
            SvgPage page = SvgPage.of(f);
            assertThat(page.all("script")).isEmpty();
            assertThat(f.svg()).doesNotContain("\u202e", "\u0007");
        }
    }
}
