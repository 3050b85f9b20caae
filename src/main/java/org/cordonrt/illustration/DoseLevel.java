package org.cordonrt.illustration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.StructureKind;

/**
 * A dose worth a line.
 *
 * @param gy the dose, Gy
 * @param percent of the prescription when it was chosen for that; NaN otherwise
 * @param isLimit whether a limit on the cord stands at this dose
 */
public record DoseLevel(double gy, double percent, boolean isLimit) {
    private static final double[] PERCENTS = {100, 80, 50};

    /** Lines nearer than this share of the prescription run into each other in a steep dose. */
    private static final double LEAST_STEP = 0.08;

    private static final int MOST = 5;

    /** The prescription, the limits on the cord, and shares of the prescription where there is room, from the highest. */
    public static List<DoseLevel> of(Assessment found) {
        OptionalDouble prescription = found.plan().prescriptionGy();
        List<DoseLevel> limits = found.constraints().stream()
                .filter(r -> r.counts() && r.constraint().structureKind() == StructureKind.SPINAL_CORD)
                .filter(r -> r.constraint().level() == Level.MANDATORY)
                .filter(DoseLevel::isAboutADose)
                .mapToDouble(r -> Headroom.limitGy(r.constraint()))
                .filter(gy -> gy > 0)
                .distinct()
                .mapToObj(gy -> new DoseLevel(gy, Double.NaN, true))
                .sorted(Comparator.comparingDouble(DoseLevel::gy).reversed())
                .toList();
        List<DoseLevel> wanted = new ArrayList<>();
        prescription.ifPresent(gy -> wanted.add(new DoseLevel(gy, PERCENTS[0], false)));
        wanted.addAll(limits);
        prescription.ifPresent(gy -> {
            for (int i = 1; i < PERCENTS.length; i++) {
                wanted.add(new DoseLevel(PERCENTS[i] / 100 * gy, PERCENTS[i], false));
            }
        });
        double step = LEAST_STEP
                * prescription.orElse(
                        wanted.stream().mapToDouble(DoseLevel::gy).max().orElse(0));
        List<DoseLevel> chosen = new ArrayList<>();
        for (DoseLevel w : wanted) {
            if (chosen.size() < MOST && chosen.stream().allMatch(c -> Math.abs(c.gy - w.gy) >= step)) {
                chosen.add(w);
            }
        }
        chosen.sort(Comparator.comparingDouble(DoseLevel::gy).reversed());
        return chosen;
    }

    private static boolean isAboutADose(ConstraintResult r) {
        return r.constraint().to().isEmpty();
    }
}
