package org.cordonrt.cli;

import java.nio.file.Path;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.illustration.Illustrations;
import org.cordonrt.illustration.Illustrator;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.figure.Figure;
import org.cordonrt.report.figure.Figures;
import org.cordonrt.rt.CtReader;
import org.jspecify.annotations.Nullable;

/** The pictures of one check, made once, when the first form of output needs them. */
final class Pictures {
    private final TreatmentCase plan;
    private final Assessment found;
    private final List<Path> paths;
    private @Nullable Illustrations illustrations;
    private @Nullable List<Figure> figures;

    /** @param paths where the case was found, and where a CT may be */
    Pictures(TreatmentCase plan, Assessment found, List<Path> paths) {
        this.plan = plan;
        this.found = found;
        this.paths = List.copyOf(paths);
    }

    TreatmentCase plan() {
        return plan;
    }

    synchronized Illustrations illustrations() {
        if (illustrations == null) {
            CtReader.Found ct = CtReader.find(paths, plan);
            illustrations = Illustrator.of(plan, found, ct.volume()).withIssues(ct.issues());
        }
        return illustrations;
    }

    synchronized List<Figure> figures() {
        if (figures == null) {
            figures = Figures.of(found, illustrations());
        }
        return figures;
    }
}
