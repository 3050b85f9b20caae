package org.cordonrt.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.illustration.SmallCase;
import org.junit.jupiter.api.Test;

class FigurePngTest {
    private static final SmallCase USUAL = SmallCase.usual();
    private static final Illustrations SHOWN = USUAL.illustrations();
    private static final List<Figure> FIGURES = Figures.of(USUAL.found(), SHOWN);

    private static BufferedImage drawn(Figure f, double scale) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(FigurePng.of(f, scale)));
    }

    @Test
    void everyFigureIsDrawnInItsSize() throws IOException {
        for (Figure f : FIGURES) {
            BufferedImage image = drawn(f, 0.5);
            assertThat(image.getWidth()).isEqualTo(Math.round(f.widthPx() * 0.5f));
            assertThat(image.getHeight()).isEqualTo(Math.round(f.heightPx() * 0.5f));
            assertThat(image.getRGB(1, 1) & 0xFFFFFF).as("paper").isEqualTo(0xFFFFFF);
        }
    }

    @Test
    void theDoseOfASliceStandsInItsPlace() throws IOException {
        int i = FIGURES.size() - SHOWN.views().size();
        Figure f = FIGURES.get(i);
        PlotFrame frame = f.frame().orElseThrow();
        BufferedImage image = drawn(f, 1);
        var dose = SHOWN.views().get(0).dose().orElseThrow();
        double top = SHOWN.views().stream()
                .mapToDouble(v -> v.dose().orElseThrow().max())
                .max()
                .orElseThrow();
        int same = 0;
        int all = 0;
        for (int k = 0; k < 60; k++) {
            int c = 20 + k * 37 % 216;
            int r = 20 + k * 91 % 216;
            if (Float.isNaN(dose.at(c, r))) {
                continue;
            }
            int x = (int) (frame.leftPx() + (c + 0.5) / 256 * (frame.rightPx() - frame.leftPx()));
            int y = (int) (frame.topPx() + (r + 0.5) / 256 * (frame.bottomPx() - frame.topPx()));
            int want = DoseRamp.rgb(dose.at(c, r) / Math.max(top, 18));
            int got = image.getRGB(x, y);
            all++;
            same += Math.abs((got >> 8 & 0xFF) - (want >> 8 & 0xFF)) < 14 ? 1 : 0;
        }
        // The rest lies under a line or a name.
        assertThat((double) same / all).isCloseTo(1, within(0.3));
        assertThat(all).isGreaterThan(30);
    }

    @Test
    void aSizeThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> FigurePng.of(FIGURES.get(0), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FigurePng.of(FIGURES.get(0), Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
