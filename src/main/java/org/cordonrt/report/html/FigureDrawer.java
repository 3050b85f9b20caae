package org.cordonrt.report.html;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Component;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.cordonrt.report.figure.FigureFont;
import org.w3c.dom.Element;

/** Draws the SVG elements of a page into a PDF, as vectors. */
final class FigureDrawer implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        svg.setAttribute("font-family", FigureFont.FAMILY);
        byte[] text = serialized(svg).getBytes(StandardCharsets.UTF_8);
        SVGDocument document = Objects.requireNonNull(
                new SVGLoader().load(new ByteArrayInputStream(text), null, LoaderContext.createDefault()),
                "a figure that cannot be read");
        // Figures are drawn in whole CSS pixels.
        double widthPx = cssWidth >= 0 ? cssWidth / dotsPerPixel : document.size().width;
        double heightPx = widthPx * document.size().height / document.size().width;
        return new Drawing(document, (int) Math.round(widthPx), (int) Math.round(heightPx), dotsPerPixel);
    }

    /** A figure with its size on the page in CSS pixels. */
    private record Drawing(SVGDocument document, int widthPx, int heightPx, double dotsPerPixel) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(widthPx * dotsPerPixel);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(heightPx * dotsPerPixel);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    widthPx,
                    heightPx,
                    g -> document.render((Component) null, g, new ViewBox(0, 0, widthPx, heightPx)));
        }
    }

    private static String serialized(Element svg) {
        try {
            Transformer t = TransformerFactory.newInstance().newTransformer();
            t.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            t.transform(new DOMSource(svg), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a figure that cannot be written", e);
        }
    }

    /** Figures bring no fonts. */
    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

    /** Figures use the fonts of the system, drawn as outlines. */
    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}
}
