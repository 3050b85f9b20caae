package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.illustration.Illustrations;

/** All figures of one assessment. Stateless. */
public final class Figures {
    private Figures() {}

    /**
     * What there is to draw, in the order of a report: histograms ({@code dvh}, {@code dvh-cc}), the gap along the cord
     * ({@code separation}), the dose across it ({@code falloff}), limits ({@code headroom}), and slices
     * ({@code view-gap-axial}, {@code view-gap-sagittal}, {@code view-gap-coronal}, {@code view-hottest-axial} and so on).
     * What has no data has no figure.
     */
    public static List<Figure> of(Assessment found, Illustrations shown) {
        List<Figure> figures = new ArrayList<>();
        DvhFigure.percent(found, shown).ifPresent(figures::add);
        DvhFigure.hottest(found, shown).ifPresent(figures::add);
        SeparationFigure.of(found, shown).ifPresent(figures::add);
        FallOffFigure.of(found, shown).ifPresent(figures::add);
        HeadroomFigure.of(found).ifPresent(figures::add);
        figures.addAll(ViewFigure.of(found, shown.views()));
        return figures;
    }
}
