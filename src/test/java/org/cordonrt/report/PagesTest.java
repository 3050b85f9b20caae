package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cordonrt.check.Assessment;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.report.figure.Figures;
import org.cordonrt.report.html.HtmlReport;
import org.cordonrt.report.html.PdfReport;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The report as a page and as PDF, of assessments that no plan would give. */
class PagesTest {
    private static final Illustrations NOTHING =
            new Illustrations(List.of(), List.of(), Optional.empty(), List.of(), List.of());

    private static byte[] page(Assessment a) {
        return HtmlReport.of(a, NOTHING, Figures.of(a, NOTHING));
    }

    private static String text(Assessment a) {
        return new String(page(a), StandardCharsets.UTF_8);
    }

    /** The page as an XML reader sees it, without the script, which is none of its content. */
    private static Document read(Assessment a) throws Exception {
        String xml = text(a).replace("<!DOCTYPE html>\n", "")
                .replaceAll("(?s)<(script|style)>.*?</(script|style)>", "<$1></$1>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static long count(Document page, String tag) {
        return page.getElementsByTagName(tag).getLength();
    }

    @Test
    void hostileNamesStayText() throws Exception {
        Document tame = read(Samples.met().build());
        Document page = read(Hostile.assessment());
        assertThat(page.getDocumentElement().getTextContent())
                .contains("<script>alert(1)</script>", "]]></failure><!-- -->&amp;", "**bold** `code`")
                .contains("line\\u000abreak", "\\u202e", "caf\u00e9")
                .doesNotContain("\u202e", "\u001b");
        assertThat(count(page, "script")).isEqualTo(count(tame, "script"));
        assertThat(count(page, "img")).isZero();
        NodeList links = page.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(((Element) links.item(i)).getAttribute("href")).matches("#[a-z]+|https://doi\\.org/10\\..*");
        }
    }

    @Test
    void thePolicyKnowsOnlyItsOwnStyleAndScript() throws Exception {
        String page = text(Samples.met().build());
        for (String tag : List.of("style", "script")) {
            Matcher content =
                    Pattern.compile("(?s)<" + tag + ">(.*?)</" + tag + ">").matcher(page);
            assertThat(content.find()).isTrue();
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(content.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(page)
                    .contains(tag + "-src &#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;");
            assertThat(content.find()).as("a second " + tag).isFalse();
        }
        assertThat(page).contains("default-src &#39;none&#39;").doesNotContain(" style=\"", " onclick");
    }

    @Test
    void theSameResultGivesTheSameBytes() {
        assertThat(page(Hostile.assessment())).isEqualTo(page(Hostile.assessment()));
        Assessment met = Samples.met().build();
        assertThat(PdfReport.of(met, NOTHING, List.of())).isEqualTo(PdfReport.of(met, NOTHING, List.of()));
    }

    @Test
    void pdfSaysTheSameOnTaggedPages() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfReport.of(Hostile.assessment(), NOTHING, List.of()))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Methods and assumptions", "Checked by", "alert(1)")
                    .contains(Headline.of(Hostile.assessment()).substring(0, 10));
        }
    }

    @Test
    void whatWasNotEvaluatedStandsOnThePage() throws Exception {
        Assessment a = new Samples()
                .untested(
                        "TG101",
                        Samples.limit("T3", Samples.NEAR_MAX, 14),
                        org.cordonrt.constraint.State.NOT_EVALUABLE,
                        "no spinal cord")
                .build();
        assertThat(read(a).getDocumentElement().getTextContent())
                .contains("NOT EVALUABLE", "Not evaluated (never a pass)", "no spinal cord");
    }
}
