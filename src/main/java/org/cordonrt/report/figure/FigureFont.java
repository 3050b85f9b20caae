package org.cordonrt.report.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/**
 * The font of figures where no browser draws them: it comes with the program, so that letters look the same everywhere.
 * Thread-safe.
 */
public final class FigureFont {
    /** The family, for whoever draws a figure with AWT. */
    public static final String FAMILY = "Liberation Sans";

    public static final String REGULAR_FILE = "LiberationSans-Regular.ttf";
    public static final String BOLD_FILE = "LiberationSans-Bold.ttf";

    private FigureFont() {}

    /** Registered once, when the first figure is drawn. */
    private static final class Registered {
        static {
            register(REGULAR_FILE);
            register(BOLD_FILE);
        }

        private static void register(String file) {
            try (InputStream in = open(file)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
            } catch (FontFormatException e) {
                throw new IllegalStateException(file, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void use() {
            new Font(FAMILY, Font.PLAIN, 12).getStringBounds("x", new FontRenderContext(null, true, true));
        }
    }

    /**
     * Makes the family known to AWT.
     *
     * @throws CordonException OUTPUT_UNWRITABLE when this Java cannot draw text, as in a container without fontconfig
     */
    public static void use() {
        try {
            Registered.use();
        } catch (RuntimeException | LinkageError | InternalError e) {
            // AWT says that it finds no fonts in many ways, from a missing library to a null pointer.
            throw new CordonException(
                    IssueCode.OUTPUT_UNWRITABLE,
                    "this Java cannot draw text (" + e.getClass().getSimpleName()
                            + "): install fontconfig and a font, or ask for html or svg instead of pdf or png",
                    e);
        }
    }

    /** One of the font files that come with the program. */
    public static InputStream open(String file) {
        return Objects.requireNonNull(FigureFont.class.getResourceAsStream("/liberation/" + file), file);
    }
}
