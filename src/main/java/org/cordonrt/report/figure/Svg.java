package org.cordonrt.report.figure;

import java.util.ArrayDeque;
import java.util.Deque;
import org.cordonrt.report.PrintableText;

/**
 * Writes SVG. All text and attribute values go through one escape, and what cannot stand in XML or would change the
 * reading order is shown as an escape instead. Not thread-safe.
 */
final class Svg {
    static final String FONT = "DejaVu Sans, Segoe UI, Helvetica, Arial, sans-serif";
    private static final double PER_PX = 100;

    private final StringBuilder out = new StringBuilder(16384);
    private final Deque<String> open = new ArrayDeque<>();
    private final String id;

    Svg(String id, int widthPx, int heightPx, String title, String description) {
        this.id = id;
        open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "id",
                id,
                "class",
                "figure",
                "viewBox",
                "0 0 " + widthPx + " " + heightPx,
                "width",
                String.valueOf(widthPx),
                "height",
                String.valueOf(heightPx),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "font-family",
                FONT,
                "font-size",
                "13");
        open("title", "id", id + "-title").words(title).close();
        open("desc", "id", id + "-desc").words(description).close();
        Look.PAPER.apply(this, "rect", "x", "0", "y", "0", "width", num(widthPx), "height", num(heightPx));
    }

    /** An id within this figure. */
    String id(String name) {
        return id + "-" + name;
    }

    /** Opens an element; attributes as name, value, name, value. */
    Svg open(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** An element without content. */
    Svg empty(String element, String... attributes) {
        tag(element, attributes);
        out.append("/>\n");
        return this;
    }

    private void tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
    }

    /** Text content. */
    Svg words(String text) {
        escape(PrintableText.of(text, false));
        return this;
    }

    Svg close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** The whole document; nothing may be written after it. */
    String end() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString().strip();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }

    /** A coordinate, to a hundredth of a pixel. */
    static String num(double v) {
        long hundredths = Math.round(v * PER_PX);
        String sign = hundredths < 0 ? "-" : "";
        long abs = Math.abs(hundredths);
        long rest = abs % 100;
        String whole = sign + abs / 100;
        if (rest == 0) {
            return whole;
        }
        return whole + "." + (rest % 10 == 0 ? String.valueOf(rest / 10) : rest < 10 ? "0" + rest : rest);
    }
}
