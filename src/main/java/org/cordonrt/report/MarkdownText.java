package org.cordonrt.report;

import java.util.regex.Pattern;

/**
 * Text from strangers within GitHub-flavoured Markdown: nothing of it is taken as markup, as a mention, as a link or as
 * an emoji, in a table cell or outside.
 */
final class MarkdownText {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#!|~&$]");
    /** A blank of no width after these ends what GitHub would make a mention, an emoji, a link or a reference of. */
    private static final Pattern LINKING =
            Pattern.compile("(@|:(?=[A-Za-z0-9_+\\\\-]+:|//)|\\bwww(?=\\.)|\\bGH(?=-[0-9])|\\\\#(?=[0-9]))");

    private static final Pattern LIST = Pattern.compile("^(\\s*)([-+=]|[0-9]+(?=[.)]))");

    private MarkdownText() {}

    static String of(String text) {
        String escaped = MARKUP.matcher(PrintableText.of(text, false)).replaceAll("\\\\$0");
        String unlinked = LINKING.matcher(escaped).replaceAll("$1&#8203;");
        return LIST.matcher(unlinked).replaceFirst("$1&#8203;$2");
    }
}
