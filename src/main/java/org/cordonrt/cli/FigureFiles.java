package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cordonrt.report.figure.Figure;
import org.cordonrt.report.figure.FigurePng;

/** Figures as files in a folder, each named by its id. Stateless. */
final class FigureFiles {
    private static final double PRINT_SCALE = 2;

    private FigureFiles() {}

    static Map<Path, byte[]> svg(Path folder, List<Figure> figures) {
        return files(folder, figures, ".svg", f -> f.svgFile().getBytes(StandardCharsets.UTF_8));
    }

    /** The same as pixels, fine enough for print. */
    static Map<Path, byte[]> png(Path folder, List<Figure> figures) {
        return files(folder, figures, ".png", f -> FigurePng.of(f, PRINT_SCALE));
    }

    private static Map<Path, byte[]> files(
            Path folder, List<Figure> figures, String ending, Function<Figure, byte[]> bytes) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (Figure f : figures) {
            files.put(folder.resolve(f.id() + ending), bytes.apply(f));
        }
        return files;
    }
}
