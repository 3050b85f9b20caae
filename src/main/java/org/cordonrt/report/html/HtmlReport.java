package org.cordonrt.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.cordonrt.check.Assessment;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.report.figure.Figure;

/**
 * An assessment as one self-contained page: nothing is loaded from elsewhere, its only script is the read-out of the
 * histogram, and it prints on A4. The same result gives the same bytes.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page, in UTF-8, ended by a line feed. */
    public static byte[] of(Assessment a, Illustrations drawn, List<Figure> figures) {
        return HtmlPage.of(title(a), resource("readout.js"), m -> {
            ReportBody.add(m, a, drawn, figures, true);
            Readout.addData(m, drawn.curves(), figures);
        });
    }

    static String title(Assessment a) {
        String label = a.plan().label();
        return "Cordon: " + States.word(a.verdict().state()) + (label.isEmpty() ? "" : ", plan " + label);
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
