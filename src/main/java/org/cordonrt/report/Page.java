package org.cordonrt.report;

import java.util.List;
import org.cordonrt.constraint.State;
import org.jspecify.annotations.Nullable;

/** Text that is being written, in one style. Not thread-safe. */
final class Page {
    private static final int HANGING_INDENT = 2;

    private final StringBuilder out = new StringBuilder();
    private final TextStyle style;

    Page(TextStyle style) {
        this.style = style;
    }

    String text() {
        return out.toString();
    }

    String safe(String text) {
        return style.safe(text);
    }

    boolean isVerbose() {
        return style.detail() == TextStyle.Detail.VERBOSE;
    }

    boolean isQuiet() {
        return style.detail() == TextStyle.Detail.QUIET;
    }

    /** The word of the verdict and its sentence. */
    void verdict(State state, String sentence) {
        verdict(state, state.name(), sentence);
    }

    /** Another word in the colour of a state, and its sentence. */
    void verdict(State state, String word, String sentence) {
        List<String> lines = TextTable.wrap(safe(sentence), style.width() - word.length() - 2);
        out.append(style.painted(state, word)).append("  ").append(lines.get(0)).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            out.append(" ".repeat(word.length() + 2)).append(line).append('\n');
        }
    }

    /** A blank line and a title, or only the blank line. */
    void heading(@Nullable String title) {
        if (out.length() > 0) {
            out.append('\n');
        }
        if (title != null) {
            paragraph(title);
        }
    }

    void table(TextTable table) {
        table.appendTo(out, style);
    }

    void paragraph(String text) {
        paragraph("", text);
    }

    /** Wrapped text after {@code prefix}; further lines hang below its blanks. */
    void paragraph(String prefix, String text) {
        int blanks = prefix.length() - prefix.stripLeading().length();
        int hang = prefix.isEmpty() ? 0 : blanks + HANGING_INDENT;
        List<String> lines = TextTable.wrap(prefix.stripLeading() + text, style.width() - hang);
        for (int i = 0; i < lines.size(); i++) {
            out.append(" ".repeat(i == 0 ? blanks : hang)).append(lines.get(i)).append('\n');
        }
    }
}
