package org.cordonrt.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table that is being filled. Wide ones scroll by themselves, by keyboard too. Not thread-safe. */
final class Table {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /** @param caption what the table shows, for those who cannot see where it stands */
    Table(String caption) {
        this.caption = Objects.requireNonNull(caption, "caption");
    }

    private record Column(String title, String style) {}

    /** Text, or markup of our own making. */
    record Cell(String content, boolean isMarkup) {
        static Cell text(String text) {
            return new Cell(text, false);
        }

        static Cell markup(Markup m) {
            return new Cell(m.written(), true);
        }
    }

    Table words(String title) {
        columns.add(new Column(title, "w"));
        return this;
    }

    /** Short words that stay on one line. */
    Table terms(String title) {
        columns.add(new Column(title, "t"));
        return this;
    }

    Table numbers(String title) {
        columns.add(new Column(title, "n"));
        return this;
    }

    Table row(String... cells) {
        return row(List.of(cells).stream().map(Cell::text).toList());
    }

    /** The first cell names the row. */
    Table row(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells in " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void appendTo(Markup m) {
        m.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        m.open("table").element("caption", caption).open("thead").open("tr");
        for (Column c : columns) {
            m.element("th", c.title, "scope", "col", "class", c.style);
        }
        m.close().close().open("tbody").raw("\n");
        for (List<Cell> row : rows) {
            m.open("tr");
            for (int i = 0; i < row.size(); i++) {
                String style = columns.get(i).style;
                if (i == 0) {
                    m.open("th", "scope", "row", "class", style);
                } else {
                    m.open("td", "class", style);
                }
                Cell cell = row.get(i);
                if (cell.isMarkup) {
                    m.raw(cell.content);
                } else {
                    m.text(cell.content);
                }
                m.close();
            }
            m.closeLine();
        }
        m.close().close().closeLine();
    }
}
