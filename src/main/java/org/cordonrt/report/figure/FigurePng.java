package org.cordonrt.report.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Figures as pixels, on white. Stateless and thread-safe. */
public final class FigurePng {
    private static final double MOST_SCALE = 16;

    private FigurePng() {}

    /**
     * A PNG file.
     *
     * @param scale pixels for each CSS pixel of the figure, above 0 and at most 16: 1 for a screen, 3 for print
     * @throws org.cordonrt.issue.CordonException OUTPUT_UNWRITABLE when this Java cannot draw text
     */
    public static byte[] of(Figure figure, double scale) {
        if (!(scale > 0 && scale <= MOST_SCALE)) {
            throw new IllegalArgumentException("a picture " + scale + " times as large");
        }
        FigureFont.use();
        String svg = figure.svg().replace(Svg.FONT, FigureFont.FAMILY);
        SVGDocument document = Objects.requireNonNull(
                new SVGLoader()
                        .load(
                                new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                                null,
                                LoaderContext.createDefault()),
                "a figure that cannot be read");
        int width = Math.max(1, (int) Math.round(figure.widthPx() * scale));
        int height = Math.max(1, (int) Math.round(figure.heightPx() * scale));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render((Component) null, g, new ViewBox(0, 0, width, height));
        } finally {
            g.dispose();
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("every Java writes PNG");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
