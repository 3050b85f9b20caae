package org.cordonrt.report.figure;

import java.util.Objects;
import java.util.Optional;

/**
 * One picture. Immutable.
 *
 * @param id letters, digits and hyphens, unique among the figures of a result; all ids within the SVG start with it
 * @param title a line for people
 * @param alternative what the picture shows, in words and with its key numbers, for those who do not see it
 * @param widthPx natural width, CSS pixels
 * @param heightPx natural height, CSS pixels
 * @param svg one {@code svg} element without XML declaration, to stand in a page or alone in a file
 * @param frame how pixels and data go together, for plots with linear axes
 */
public record Figure(
        String id, String title, String alternative, int widthPx, int heightPx, String svg, Optional<PlotFrame> frame) {
    public Figure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(alternative, "alternative");
        Objects.requireNonNull(svg, "svg");
        Objects.requireNonNull(frame, "frame");
    }

    /** The SVG as a file of its own, ended by a line feed. */
    public String svgFile() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg + "\n";
    }
}
