package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.cordonrt.constraint.State;
import org.junit.jupiter.api.Test;

/** The text as a Markdown reader with GitHub's tables and links renders it. */
class MarkdownReportTest {

    private static String html(String markdown) {
        var extensions = List.of(TablesExtension.create(), AutolinkExtension.create());
        return HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(Parser.builder().extensions(extensions).build().parse(markdown));
    }

    @Test
    void verdictLimitsAndSource() {
        String html = html(MarkdownReport.of(Samples.met().build()));
        assertThat(html)
                .contains("PASS: SpinalCord D0.035cc 13.10 Gy of 14 Gy")
                .contains("<td>D0.035cc[Gy] &lt;= 14 Gy</td>\n<td align=\"right\">13.10 Gy</td>")
                .contains("<a href=\"https://doi.org/10.1000/x\">");
    }

    @Test
    void whatWasNotEvaluatedStandsApart() {
        String markdown = MarkdownReport.of(Samples.met()
                .untested("TG101", Samples.limit("T9", Samples.NEAR_MAX, 14), State.NOT_EVALUABLE, "no sac")
                .build());
        assertThat(markdown).contains("### Not evaluated (never a pass)\n\n- no sac: spinal cord D0.035cc");
    }

    @Test
    void hostileNamesAreNeitherMarkupNorLinksNorMentions() {
        String markdown = MarkdownReport.of(Hostile.assessment());
        String html = html(markdown);
        assertThat(html.replace("<a href=\"https://doi.org/10.1000/x\">", ""))
                .doesNotContain("<a ", "<script", "<img", "<code>code", "<strong>bold", "<em>", "<!--");
        assertThat(html.lines().filter(l -> l.equals("<tr>")).count())
                .as("two head lines, one row for each limit tested and for each separation, three files")
                .isEqualTo(3 + 2 * Hostile.NAMES.size() + 1);
        String seen = html.replaceAll("<[^>]*>", "");
        assertThat(seen)
                .doesNotContainPattern("@[A-Za-z]")
                .doesNotContainPattern(":\\w+:")
                .doesNotContain("://example", "www.example");
    }
}
