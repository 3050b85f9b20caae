package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.figure.Figure;
import org.cordonrt.report.figure.RobustFigures;
import org.cordonrt.robust.DirectionMap;
import org.cordonrt.robust.DirectionMaps;
import org.cordonrt.robust.RobustAssessment;
import org.jspecify.annotations.Nullable;

/** What was found of a plan's robustness, and its pictures, made once, when the first form of output needs them. */
final class RobustPictures {
    private final TreatmentCase plan;
    private final RobustAssessment found;
    private @Nullable List<DirectionMap> maps;
    private @Nullable List<Figure> figures;

    RobustPictures(TreatmentCase plan, RobustAssessment found) {
        this.plan = plan;
        this.found = found;
    }

    RobustAssessment found() {
        return found;
    }

    synchronized List<DirectionMap> maps() {
        if (maps == null) {
            maps = DirectionMaps.of(plan, found);
        }
        return maps;
    }

    synchronized List<Figure> figures() {
        if (figures == null) {
            figures = RobustFigures.of(found, maps());
        }
        return figures;
    }
}
