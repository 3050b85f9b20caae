package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cordonrt.check.Assessment;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.illustration.Illustrator;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.figure.Figure;
import org.cordonrt.report.figure.Figures;
import org.jspecify.annotations.Nullable;

/** The pictures of one check, made once, when the first form of output needs them. */
final class Pictures {
    private final TreatmentCase plan;
    private final Assessment found;
    private @Nullable Illustrations illustrations;
    private @Nullable List<Figure> figures;

    Pictures(TreatmentCase plan, Assessment found) {
        this.plan = plan;
        this.found = found;
    }

    TreatmentCase plan() {
        return plan;
    }

    synchronized Illustrations illustrations() {
        if (illustrations == null) {
            illustrations = Illustrator.of(plan, found, Optional.empty());
        }
        return illustrations;
    }

    synchronized List<Figure> figures() {
        if (figures == null) {
            figures = Figures.of(found, illustrations());
        }
        return figures;
    }

    /** Each figure as a file in a folder. */
    Map<Path, byte[]> svg(Path folder) {
        return files(folder, ".svg", f -> f.svgFile().getBytes(StandardCharsets.UTF_8));
    }

    private Map<Path, byte[]> files(Path folder, String ending, Function<Figure, byte[]> bytes) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (Figure f : figures()) {
            files.put(folder.resolve(f.id() + ending), bytes.apply(f));
        }
        return files;
    }
}
