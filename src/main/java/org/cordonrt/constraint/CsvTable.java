package org.cordonrt.constraint;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values after RFC 4180; semicolons too, where the first line has more of those.
 *
 * @param rows each with the line it starts on; empty lines are left out
 */
record CsvTable(List<Row> rows) {

    /** @param line of the file, from 1 */
    record Row(int line, List<String> cells) {
        /** The text of a cell without blanks around it; empty where the row is too short. */
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    CsvTable {
        rows = List.copyOf(rows);
    }

    static CsvTable parse(String text) {
        String firstLine = text.lines().findFirst().orElse("");
        char separator = count(firstLine, ';') > count(firstLine, ',') ? ';' : ',';
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int start = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (quoted && i < text.length()) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && isBlank(cell)) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator || c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c != '\r') {
                cell.append(c);
            }
            if (c == '\n') {
                line++;
                if (!quoted || i == text.length()) {
                    if (cells.stream().anyMatch(x -> !x.isBlank())) {
                        rows.add(new Row(start, List.copyOf(cells)));
                    }
                    cells.clear();
                    start = line;
                }
            }
        }
        return new CsvTable(rows);
    }

    /** Without a copy of the cell for every quotation mark in it. */
    private static boolean isBlank(StringBuilder cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (!Character.isWhitespace(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }
}
