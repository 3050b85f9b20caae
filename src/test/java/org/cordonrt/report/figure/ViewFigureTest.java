package org.cordonrt.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.illustration.Raster;
import org.cordonrt.illustration.Samples;
import org.cordonrt.illustration.SliceView;
import org.cordonrt.illustration.SmallCase;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ViewFigureTest {
    private static final SmallCase USUAL = SmallCase.usual();
    private static final Illustrations SHOWN = USUAL.illustrations();
    private static final List<Figure> FIGURES = ViewFigure.of(USUAL.found(), SHOWN.views());

    /** A text and whether it stands left, right, above or below of the picture's middle. */
    private static String lettersOf(Figure f) {
        PlotFrame frame = f.frame().orElseThrow();
        String left = "";
        String right = "";
        String top = "";
        String bottom = "";
        for (Element t : SvgPage.of(f).all("text")) {
            if (t.getTextContent().matches("[RLAPHF]")) {
                double x = Double.parseDouble(t.getAttribute("x"));
                double y = Double.parseDouble(t.getAttribute("y"));
                if (x < frame.leftPx()) {
                    left += t.getTextContent();
                } else if (x > frame.rightPx()) {
                    right += t.getTextContent();
                } else if (y < frame.topPx()) {
                    top += t.getTextContent();
                } else {
                    bottom += t.getTextContent();
                }
            }
        }
        return left + right + top + bottom;
    }

    @Test
    void lettersStandWhereThePatientHasThem() {
        assertThat(FIGURES)
                .extracting(ViewFigureTest::lettersOf)
                .containsExactly("RLAP", "APHF", "RLHF", "RLAP", "APHF", "RLHF");
        // LPS: x grows to the left, y to the back, z to the head; checked against where outlines are drawn.
        for (SliceView v : SHOWN.views()) {
            switch (v.plane().orientation()) {
                case AXIAL ->
                    assertThat(v.plane()
                                    .point(1, 2)
                                    .minus(v.plane().point(0, 0))
                                    .x())
                            .isEqualTo(1);
                case SAGITTAL ->
                    assertThat(v.plane()
                                    .point(1, 2)
                                    .minus(v.plane().point(0, 0))
                                    .y())
                            .isEqualTo(1);
                case CORONAL ->
                    assertThat(v.plane()
                                    .point(1, 2)
                                    .minus(v.plane().point(0, 0))
                                    .z())
                            .isEqualTo(-2);
            }
        }
    }

    @Test
    void theScaleBarIsTenMillimetresLong() {
        for (int i = 0; i < FIGURES.size(); i++) {
            Figure f = FIGURES.get(i);
            PlotFrame frame = f.frame().orElseThrow();
            double pxPerMm = (frame.rightPx() - frame.leftPx())
                    / SHOWN.views().get(i).plane().sizeMm();
            Element bar = SvgPage.of(f).all("path").stream()
                    .filter(e -> e.getAttribute("id").equals(f.id() + "-scale"))
                    .findFirst()
                    .orElseThrow();
            String d = bar.getAttribute("d");
            assertThat(Double.parseDouble(d.substring(d.indexOf('h') + 1))).isCloseTo(10 * pxPerMm, within(0.01));
            assertThat(SvgPage.of(f).texts()).contains("10 mm");
        }
    }

    @Test
    void outlinesMapBackToTheirMillimetres() {
        for (int i = 0; i < FIGURES.size(); i++) {
            PlotFrame frame = FIGURES.get(i).frame().orElseThrow();
            SliceView v = SHOWN.views().get(i);
            List<Element> drawn = SvgPage.of(FIGURES.get(i)).all("path", "roi");
            assertThat(drawn).hasSize(v.outlines().size());
            for (int k = 0; k < drawn.size(); k++) {
                String[] points = drawn.get(k)
                        .getAttribute("d")
                        .replace("Z", "")
                        .substring(1)
                        .split("[ML]");
                for (String point : points) {
                    double x = Double.parseDouble(point.substring(0, point.indexOf(',')));
                    double y = Double.parseDouble(point.substring(point.indexOf(',') + 1));
                    double a = frame.leftData()
                            + (x - frame.leftPx())
                                    / (frame.rightPx() - frame.leftPx())
                                    * (frame.rightData() - frame.leftData());
                    // The frame's vertical data grows upwards, in-plane coordinates grow downwards.
                    double b = -(frame.topData()
                            + (y - frame.topPx())
                                    / (frame.bottomPx() - frame.topPx())
                                    * (frame.bottomData() - frame.topData()));
                    assertThat(nearest(v.outlines().get(k).lines(), a, b)).isLessThan(0.005);
                }
                assertThat(drawn.get(k).getAttribute("stroke"))
                        .isEqualTo(DoseRamp.colour(
                                v.outlines().get(k).match().structure().displayColor()));
            }
        }
    }

    private static double nearest(List<Samples> lines, double a, double b) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Samples l : lines) {
            for (int i = 0; i < l.size(); i += 2) {
                nearest = Math.min(nearest, Math.hypot(l.at(i) - a, l.at(i + 1) - b));
            }
        }
        return nearest;
    }

    @Test
    void theWashHasTheColourOfTheDose() throws Exception {
        double top = SHOWN.views().stream()
                .mapToDouble(v -> v.dose().orElseThrow().max())
                .max()
                .orElseThrow();
        for (int i = 0; i < FIGURES.size(); i++) {
            Element image = SvgPage.of(FIGURES.get(i)).all("image").get(0);
            String uri = image.getAttribute("xlink:href");
            byte[] png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
            BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(png));
            Raster dose = SHOWN.views().get(i).dose().orElseThrow();
            assertThat(pixels.getWidth()).isEqualTo(dose.size());
            for (int k = 0; k < dose.size() * dose.size(); k += 997) {
                int c = k % dose.size();
                int r = k / dose.size();
                int argb = pixels.getRGB(c, r);
                if (Float.isNaN(dose.at(c, r))) {
                    assertThat(argb >>> 24).isZero();
                } else {
                    int want = DoseRamp.rgb(dose.at(c, r) / Math.max(top, 18));
                    for (int shift = 0; shift <= 16; shift += 8) {
                        assertThat(argb >> shift & 0xFF).isCloseTo(want >> shift & 0xFF, within(6));
                    }
                }
            }
        }
    }

    @Test
    void theRampGetsLighterEvenly() {
        double last = -1;
        for (int i = 0; i <= 100; i++) {
            int rgb = DoseRamp.rgb(i / 100.0);
            double luma = 0.2126 * (rgb >> 16 & 0xFF) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF);
            assertThat(luma).isGreaterThan(last);
            last = luma;
        }
        assertThat(last).isGreaterThan(200);
    }

    @Test
    void aViewIsSmallEnoughForAPage() {
        assertThat(FIGURES).allMatch(f -> f.svg().length() < 150_000);
    }
}
