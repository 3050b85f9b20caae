package org.cordonrt.report.html;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.librepdf.openpdf.fonts.Liberation;

/** The fonts of a PDF: they come with the program, so that a report looks the same wherever it is made. */
final class PageFonts {
    /** The family in style sheets and in figures. */
    static final String SANS = "Liberation Sans";

    private static final String MONO = "Liberation Mono";
    private static final String REGULAR_FILE = "LiberationSans-Regular.ttf";
    private static final String BOLD_FILE = "LiberationSans-Bold.ttf";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        // Figures are drawn through AWT, which must know the family too.
        for (String file : new String[] {REGULAR_FILE, BOLD_FILE}) {
            try (InputStream in = open(file)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
            } catch (FontFormatException e) {
                throw new IllegalStateException(file, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private PageFonts() {}

    static void addTo(PdfRendererBuilder builder) {
        add(builder, SANS, REGULAR_FILE, NORMAL);
        add(builder, SANS, BOLD_FILE, BOLD);
        add(builder, MONO, "LiberationMono-Regular.ttf", NORMAL);
    }

    private static void add(PdfRendererBuilder builder, String family, String file, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Liberation.class.getResourceAsStream("/liberation/" + file), file);
    }
}
