package org.cordonrt.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;
import org.cordonrt.report.figure.FigureStyle;

/** The frame of a page that loads nothing and runs only its own script. Stateless. */
final class HtmlPage {
    private HtmlPage() {}

    /**
     * The page, in UTF-8, ended by a line feed.
     *
     * @param script what the page runs; empty for nothing
     * @param body writes the content
     */
    static byte[] of(String title, String script, Consumer<Markup> body) {
        String style = HtmlReport.resource("report.css") + "@media screen and (prefers-color-scheme: dark) {\n"
                + FigureStyle.dark() + "}\n";
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
                        "default-src 'none'; img-src data:; style-src '" + digest(style) + "'; "
                                + (script.isEmpty() ? "" : "script-src '" + digest(script) + "'; ")
                                + "base-uri 'none'; form-action 'none'")
                .raw("\n");
        m.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .raw("\n");
        m.empty("meta", "name", "color-scheme", "content", "light dark").raw("\n");
        m.line("title", title);
        m.open("style").raw(style).closeLine();
        m.closeLine();
        m.open("body").raw("\n");
        body.accept(m);
        if (!script.isEmpty()) {
            m.open("script").raw(script).closeLine();
        }
        m.closeLine().closeLine();
        return m.written().getBytes(StandardCharsets.UTF_8);
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
}
