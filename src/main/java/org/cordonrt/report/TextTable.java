package org.cordonrt.report;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.constraint.State;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text in columns that are as wide as they must be. The last column wraps within the line width; the others are
 * shortened with an ellipsis when they exceed their own maximum. Not thread-safe.
 */
public final class TextTable {
    private static final String GAP = "  ";
    /** Room that the last column gets even where the others have used up the width. */
    private static final int NARROWEST = 20;

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

    /** Writes titles and rows, each line ended by a line feed, without trailing blanks. */
    public void appendTo(StringBuilder out, TextStyle style) {
        int[] widths = widths();
        if (columns.stream().anyMatch(c -> !c.title.isEmpty())) {
            Row titles = new Row(null, columns.stream().map(Column::title).toArray(String[]::new));
            appendRow(out, titles, widths, style);
        }
        for (Row row : rows) {
            appendRow(out, row, widths, style);
        }
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

    private void appendRow(StringBuilder out, Row row, int[] widths, TextStyle style) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        int last = columns.size() - 1;
        // Colours take no room: the width is counted apart from them.
        int start = indent;
        for (int c = 0; c < last; c++) {
            String cell = shortened(row.cells[c], widths[c]);
            String pad = " ".repeat(Math.max(0, widths[c] - length(cell)));
            String shown = c == 0 && row.state != null ? style.painted(row.state, cell) : cell;
            line.append(columns.get(c).right ? pad + shown : shown + pad).append(GAP);
            start += widths[c] + GAP.length();
        }
        String text = row.cells[last];
        if (columns.get(last).right) {
            text = " ".repeat(Math.max(0, widths[last] - length(text))) + text;
        }
        List<String> pieces = wrap(text, Math.max(NARROWEST, style.width() - start));
        for (int i = 0; i < pieces.size(); i++) {
            out.append((i == 0 ? line + pieces.get(i) : " ".repeat(start) + pieces.get(i)).stripTrailing())
                    .append('\n');
        }
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
