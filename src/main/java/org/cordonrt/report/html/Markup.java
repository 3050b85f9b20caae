package org.cordonrt.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.cordonrt.report.PrintableText;

/**
 * Markup that is being written: HTML that is also well-formed XML, so that a browser and an XML reader take it alike. All
 * text goes through one escaping. Not thread-safe.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn; a name with an empty value stays, as {@code alt=""} must */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes and ends the line: for blocks, so that the page can be read and compared. */
    Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element on a line of its own. */
    Markup line(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).closeLine();
    }

    /** An element that has no content. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** Markup of our own making. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escaped(attributes[i + 1])).append('"');
        }
    }

    /** Everything written so far. */
    String written() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    /** Harmless in text and in attributes; what would reorder or hide text is shown as an escape. */
    static String escaped(String text) {
        return PrintableText.of(text, false)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
