package org.cordonrt.report.html;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.cordonrt.check.Assessment;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.report.figure.Figure;
import org.cordonrt.report.figure.FigureFont;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An assessment as a PDF on A4 pages: the content of {@link HtmlReport}, figures as vectors, tagged for screen readers,
 * with its fonts inside. It carries no date, so that the same result gives the same pages.
 *
 * <p>Needs AWT (headless) for the figures' text, hence on Linux fontconfig. Stateless: may be called from any number of
 * threads.
 */
public final class PdfReport {
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        // The page is ours and tested; what the renderer has to say about it is for nobody at run time.
        XRLog.setLoggingEnabled(false);
    }

    private PdfReport() {}

    /**
     * The document.
     *
     * @throws org.cordonrt.issue.CordonException OUTPUT_UNWRITABLE when this Java cannot draw text
     */
    public static byte[] of(Assessment a, Illustrations drawn, List<Figure> figures) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(page(a, drawn, figures), "")
                .usePdfUaAccessibility(true)
                // Nothing is loaded, whatever the content says.
                .useUriResolver((base, uri) -> null)
                .withProducer("Cordon");
        FigureFont.use();
        font(builder, FigureFont.FAMILY, FigureFont.REGULAR_FILE, NORMAL);
        font(builder, FigureFont.FAMILY, FigureFont.BOLD_FILE, BOLD);
        font(builder, "Liberation Mono", "LiberationMono-Regular.ttf", NORMAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FigureDrawer drawer = new FigureDrawer()) {
            builder.useSVGDrawer(drawer);
            builder.toStream(out);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                PDDocument document = renderer.createPDFKeepOpen();
                PDDocumentInformation information = new PDDocumentInformation();
                information.setTitle(HtmlReport.title(a));
                information.setProducer("Cordon");
                document.setDocumentInformation(information);
                document.setDocumentId(1L);
                document.save(out);
                document.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String family, String file, int weight) {
        builder.useFont(() -> FigureFont.open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static Document page(Assessment a, Illustrations drawn, List<Figure> figures) {
        Markup m = new Markup();
        m.open("html", "lang", "en").open("head");
        m.element("title", HtmlReport.title(a));
        m.empty("meta", "name", "subject", "content", "Spinal cord dose check");
        m.empty("meta", "name", "description", "content", "Spinal cord dose check");
        m.open("style").raw(HtmlReport.resource("pdf.css")).close();
        m.close().open("body");
        ReportBody.add(m, a, drawn, figures, false);
        m.close().close();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document page = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(m.written().getBytes(StandardCharsets.UTF_8)));
            nameFigures(page, figures);
            return page;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the page is no XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tagged PDF takes the words for a figure from an attribute that HTML does not know on it. */
    private static void nameFigures(Document page, List<Figure> figures) {
        NodeList all = page.getElementsByTagNameNS("*", "svg");
        Iterator<Figure> next = figures.iterator();
        for (int i = 0; i < all.getLength(); i++) {
            Element svg = (Element) all.item(i);
            String words = svg.getAttribute("aria-label");
            svg.setAttribute(
                    "alt", words.isEmpty() && next.hasNext() ? next.next().alternative() : words);
        }
    }
}
