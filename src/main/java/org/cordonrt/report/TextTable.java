package org.cordonrt.report;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Internal;
import org.cordonrt.constraint.State;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text in columns that are as wide as they must be. The last column wraps within the line width; the others are
 * shortened with an ellipsis when they exceed their own maximum. Not thread-safe.
 */
@Internal
public final class TextTable {
    private static final String GAP = "  ";
    /** Room that the last column gets even where the others have used up the width. */
    private static final int NARROWEST = 20;
    /** Columns that stand below the first ones. */
    private static final int FURTHER_IN = 4;

    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final int indent;

    private record Row(@Nullable State state, String[] cells) {}

    private record Column(String title, boolean right, int maxWidth) {}

    /** @param indent blanks before each line */
    public TextTable(int indent) {
        this.indent = indent;
    }

    /** A column of words. */
    public TextTable left(String title, int maxWidth) {
        columns.add(new Column(title, false, maxWidth));
        return this;
    }

    /** A column of numbers. */
    public TextTable right(String title) {
        columns.add(new Column(title, true, Integer.MAX_VALUE));
        return this;
    }

    /** One row, a cell for each column. */
    public TextTable row(String... cells) {
        return row((State) null, cells);
    }

    /** One row whose first cell is shown in the colour of a state. */
    TextTable row(@Nullable State state, String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(state, cells.clone()));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Writes titles and rows, each line ended by a line feed, without trailing blanks. Where the line is too narrow for
     * all columns, those that do not fit stand below the others, further in.
     */
    public void appendTo(StringBuilder out, TextStyle style) {
        List<Band> bands = bands(style.width());
        if (columns.stream().anyMatch(c -> !c.title.isEmpty())) {
            Row titles = new Row(null, columns.stream().map(Column::title).toArray(String[]::new));
            appendRow(out, titles, bands, style);
        }
        for (Row row : rows) {
            appendRow(out, row, bands, style);
        }
    }

    /**
     * Columns that stand beside each other.
     *
     * @param indent blanks before the first
     * @param from first column
     * @param to after the last column
     * @param widths of the table's columns
     */
    private record Band(int indent, int from, int to, int[] widths) {}

    private List<Band> bands(int width) {
        int[] widths = widths();
        int last = columns.size() - 1;
        List<Band> bands = new ArrayList<>();
        int from = 0;
        int start = indent;
        int used = start;
        for (int c = 0; c <= last; c++) {
            // The last column wraps, so it needs less room than its text is long.
            int needed = c == last ? Math.min(widths[c], NARROWEST) : widths[c];
            if (c > from && used + needed > width) {
                int to = c;
                // A column without a title belongs to the one before it: a unit to its number.
                while (to > from + 1 && columns.get(to).title.isEmpty()) {
                    to--;
                }
                bands.add(new Band(start, from, to, widths));
                from = to;
                start = indent + FURTHER_IN;
                used = start;
                for (int moved = to; moved < c; moved++) {
                    used += widths[moved] + GAP.length();
                }
            }
            used += widths[c] + GAP.length();
        }
        bands.add(new Band(start, from, last + 1, widths));
        return bands;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = length(columns.get(c).title);
            for (Row row : rows) {
                widths[c] = Math.max(widths[c], length(row.cells[c]));
            }
            widths[c] = Math.min(widths[c], columns.get(c).maxWidth);
        }
        return widths;
    }

    private void appendRow(StringBuilder out, Row row, List<Band> bands, TextStyle style) {
        for (Band band : bands) {
            appendBand(out, row, band, style);
        }
    }

    private void appendBand(StringBuilder out, Row row, Band band, TextStyle style) {
        StringBuilder line = new StringBuilder(" ".repeat(band.indent));
        int last = columns.size() - 1;
        // Colours take no room: the width is counted apart from them.
        int start = band.indent;
        for (int c = band.from; c < Math.min(band.to, last); c++) {
            String cell = shortened(row.cells[c], band.widths[c]);
            String pad = " ".repeat(Math.max(0, band.widths[c] - length(cell)));
            String shown = c == 0 && row.state != null ? style.painted(row.state, cell) : cell;
            line.append(columns.get(c).right ? pad + shown : shown + pad).append(GAP);
            start += band.widths[c] + GAP.length();
        }
        if (band.to <= last) {
            appendLine(out, line.toString());
            return;
        }
        String text = row.cells[last];
        if (columns.get(last).right) {
            text = " ".repeat(Math.max(0, band.widths[last] - length(text))) + text;
        }
        List<String> pieces = wrap(text, Math.max(NARROWEST, style.width() - start));
        for (int i = 0; i < pieces.size(); i++) {
            appendLine(out, (i == 0 ? line : " ".repeat(start)) + pieces.get(i));
        }
    }

    private static void appendLine(StringBuilder out, String line) {
        out.append(line.stripTrailing()).append('\n');
    }

    /** Breaks text at blanks; a word longer than the width stays whole, so that a path can still be copied. */
    public static List<String> wrap(String text, int width) {
        if (length(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String shortened(String text, int width) {
        if (length(text) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, width - 2)) + "..";
    }

    private static int length(CharSequence s) {
        return Character.codePointCount(s, 0, s.length());
    }
}
