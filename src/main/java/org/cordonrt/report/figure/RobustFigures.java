package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.robust.DirectionMap;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.ShiftToBreak;

/** All figures of how much error a plan can take. Stateless. */
public final class RobustFigures {
    private RobustFigures() {}

    /**
     * What there is to draw, in the order of a report, most of it of the limit that breaks first: how far it may be shifted
     * in the three planes ({@code robust-shifts}), its value in all directions ({@code robust-sphere}), over a grid of
     * shifts and turns ({@code robust-grid}), the near-maximum of the cord where that is another
     * ({@code robust-sphere-cord}), and how values spread under set-up errors ({@code robust-spread}).
     *
     * @param maps one for each evaluable limit, in their order
     */
    public static List<Figure> of(RobustAssessment a, List<DirectionMap> maps) {
        List<Figure> figures = new ArrayList<>();
        Optional<DirectionMap> first = first(maps);
        first.ifPresent(m -> {
            figures.add(ShiftFigure.of(m, maps));
            SphereFigure.of("robust-sphere", m).ifPresent(figures::add);
            cord(maps)
                    .filter(c -> !c.equals(m))
                    .flatMap(c -> SphereFigure.of("robust-sphere-cord", c))
                    .ifPresent(figures::add);
            GridFigure.of(a, m).ifPresent(figures::add);
        });
        SpreadFigure.of(a).ifPresent(figures::add);
        return figures;
    }

    /** The limit that breaks first; where none breaks, the one with least room. */
    static Optional<DirectionMap> first(List<DirectionMap> maps) {
        return maps.stream()
                .min(Comparator.comparingDouble((DirectionMap m) -> breakMm(m.limit()))
                        .thenComparingDouble(m -> relativeRoom(m.limit().limit())));
    }

    /** The limit on the smallest volume of the cord itself, without that of a point; of equal ones the lowest. */
    private static Optional<DirectionMap> cord(List<DirectionMap> maps) {
        return maps.stream()
                .filter(m -> m.limit().limit().constraint().structureKind() == StructureKind.SPINAL_CORD)
                .filter(m -> m.limit().limit().constraint().metric() instanceof Metric.DoseAtVolume d
                        && d.volumeUnit() == VolumeUnit.CC)
                .min(Comparator.comparingDouble((DirectionMap m) -> ((Metric.DoseAtVolume)
                                        m.limit().limit().constraint().metric())
                                .volume())
                        .thenComparingDouble(
                                m -> Headroom.limitGy(m.limit().limit().constraint())));
    }

    private static double breakMm(ShiftToBreak s) {
        return s.breakMm() == null ? Double.POSITIVE_INFINITY : s.upperMm();
    }

    private static double relativeRoom(ConstraintResult r) {
        return r.headroom().orElse(0)
                / Math.max(Double.MIN_NORMAL, r.constraint().limit());
    }

    /** "SpinalCord D0.035cc", or of a volume's limit the same limit as a dose: "SpinalCord D0.35cc". */
    static String subject(ConstraintResult r) {
        String structure = r.structure() == null
                ? r.constraint().structureKind().words()
                : r.structure().structure().name();
        return structure + " "
                + Headroom.doseAxis(r.constraint())
                        .map(Phrases::shortName)
                        .orElse(Phrases.shortName(r.constraint().metric()));
    }

    /** Of a limit in any unit the dose, Gy. */
    static String limitGy(ConstraintResult r) {
        return Decimals.shortest(Headroom.limitGy(r.constraint()), 3) + " Gy";
    }
}
