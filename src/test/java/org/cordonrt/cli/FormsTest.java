package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordonrt.report.TextStyle;
import org.junit.jupiter.api.Test;

class FormsTest {
    private static final Path THERE = Path.of("there");

    private static String written(Forms<String> forms, OutputFormat format) {
        Map<Path, byte[]> files = forms.files(format, "x", TextStyle.plain(), THERE);
        assertThat(files).containsOnlyKeys(THERE);
        return new String(files.get(THERE), StandardCharsets.UTF_8);
    }

    @Test
    void offersWhatItHasWritersForAndWritesOnlyWhatIsAsked() {
        List<String> run = new ArrayList<>();
        Forms<String> usual = Forms.of(
                (r, style) -> {
                    run.add("text");
                    return r + style.width();
                },
                r -> {
                    run.add("json");
                    return new byte[] {'{', '}'};
                });
        Forms<String> more = usual.with(OutputFormat.PDF, r -> {
            run.add("pdf");
            return new byte[] {'%'};
        });
        assertThat(usual.formats()).containsExactly(OutputFormat.TEXT, OutputFormat.JSON);
        assertThat(more.formats()).containsExactly(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.PDF);
        assertThat(more.printable())
                .as("bytes that no terminal can show only go to files")
                .containsExactly(OutputFormat.TEXT, OutputFormat.JSON);
        assertThat(run).isEmpty();
        assertThat(written(more, OutputFormat.PDF)).isEqualTo("%");
        assertThat(written(more, OutputFormat.TEXT)).isEqualTo("x100");
        assertThat(run).containsExactly("pdf", "text");
    }

    @Test
    void aFormatMayFillAFolder() {
        Forms<String> figures = Forms.<String>of((r, style) -> r, r -> new byte[0])
                .withFiles(
                        OutputFormat.SVG,
                        (r, style, folder) -> Map.of(
                                folder.resolve("dvh.svg"), new byte[] {'<'}, folder.resolve("gap.svg"), new byte[] {'<'
                                }));
        assertThat(figures.files(OutputFormat.SVG, "x", TextStyle.plain(), THERE))
                .containsOnlyKeys(THERE.resolve("dvh.svg"), THERE.resolve("gap.svg"));
    }
}
