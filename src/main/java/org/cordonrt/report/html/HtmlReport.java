package org.cordonrt.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.cordonrt.check.Assessment;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.report.figure.Figure;
import org.cordonrt.report.figure.FigureStyle;

/**
 * An assessment as one self-contained page: nothing is loaded from elsewhere, its only script is the read-out of the
 * histogram, and it prints on A4. The same result gives the same bytes.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page, in UTF-8, ended by a line feed. */
    public static byte[] of(Assessment a, Illustrations drawn, List<Figure> figures) {
        String style = resource("report.css") + "@media screen and (prefers-color-scheme: dark) {\n"
                + FigureStyle.dark() + "}\n";
        String script = resource("readout.js");
        Markup m = new Markup();
        m.raw("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .raw("\n")
                .open("head")
                .raw("\n");
        m.empty("meta", "charset", "utf-8").raw("\n");
        m.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; img-src data:; style-src '" + digest(style) + "'; script-src '"
                                + digest(script) + "'; base-uri 'none'; form-action 'none'")
                .raw("\n");
        m.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .raw("\n");
        m.empty("meta", "name", "color-scheme", "content", "light dark").raw("\n");
        m.line("title", title(a));
        m.open("style").raw(style).closeLine();
        m.closeLine();
        m.open("body").raw("\n");
        ReportBody.add(m, a, drawn, figures, true);
        Readout.addData(m, drawn.curves(), figures);
        m.open("script").raw(script).closeLine();
        m.closeLine().closeLine();
        return m.written().getBytes(StandardCharsets.UTF_8);
    }

    static String title(Assessment a) {
        String label = a.plan().label();
        return "Cordon: " + States.word(a.verdict().state()) + (label.isEmpty() ? "" : ", plan " + label);
    }

    /** What the page's policy knows its own style and script by. */
    private static String digest(String content) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
