package org.cordonrt.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.jspecify.annotations.Nullable;

/**
 * The solids and dose histograms of some structures of one case. Built once; the numbers of a structure do not depend on
 * which others are asked for. Immutable and thread-safe after construction.
 */
final class CaseModel {
    static final String NO_DOSE = "there is no dose";

    private final Optional<DoseGrid> dose;
    private final ModelOptions options;
    private final Map<Integer, Part> parts = new HashMap<>();

    /** One structure: a solid, and a histogram when there is a dose; or the reason why not. */
    private record Part(Optional<SlabSolid> solid, Optional<Dvh> dvh, Optional<CordonException> refusal) {}

    /** @param wanted the structures that will be asked for */
    CaseModel(TreatmentCase plan, List<Structure> wanted, ModelOptions options) {
        this.dose = plan.dose();
        this.options = options;
        SolidOptions solidOptions = SolidOptions.defaults()
                .withModel(options.solid())
                .withEndCap(options.endCap())
                .withPreferredNormals(dose.map(d -> axes(d.geometry())).orElse(List.of()));
        List<Attempt> attempts = OrderedTasks.map(wanted, options.threads(), s -> {
            // Whoever damaged the text of one structure may have damaged more: that refuses the file, not one limit.
            s.contours().forEach(Contour::decode);
            return Attempt.at(s, solidOptions);
        });
        if (attempts.stream().anyMatch(Attempt::onePlane)) {
            OptionalDouble spacingMm = usualSpacingMm(plan.structures().structures(), solidOptions);
            if (spacingMm.isPresent()) {
                SolidOptions known = solidOptions.withSinglePlaneThicknessMm(spacingMm.getAsDouble());
                attempts = attempts.stream()
                        .map(a -> a.onePlane() ? Attempt.at(a.structure, known) : a)
                        .toList();
            }
        }
        List<Part> built = OrderedTasks.map(
                attempts,
                options.threads(),
                a -> new Part(a.solid, a.solid.flatMap(s -> dose.map(d -> Dvh.of(s, d, dvhOptions()))), a.refusal));
        for (int i = 0; i < wanted.size(); i++) {
            parts.put(wanted.get(i).roiNumber(), built.get(i));
        }
    }

    private CaseModel(Optional<DoseGrid> dose, ModelOptions options, Map<Integer, Part> parts) {
        this.dose = dose;
        this.options = options;
        this.parts.putAll(parts);
    }

    private record Attempt(Structure structure, Optional<SlabSolid> solid, Optional<CordonException> refusal) {
        static Attempt at(Structure structure, SolidOptions options) {
            try {
                return new Attempt(structure, Optional.of(SlabSolid.of(structure, options)), Optional.empty());
            } catch (CordonException e) {
                // Kept: whoever asks for a number of this structure is told why there is none.
                return new Attempt(structure, Optional.empty(), Optional.of(e));
            }
        }

        boolean onePlane() {
            return solid.isPresent() && solid.get().planeCount() == 1;
        }
    }

    /** Median plane spacing of all structures that are drawn on several planes: what a single plane stands for. */
    private OptionalDouble usualSpacingMm(List<Structure> all, SolidOptions solidOptions) {
        double[] spacings = OrderedTasks.map(all, options.threads(), s -> Attempt.at(s, solidOptions)).stream()
                .flatMap(a -> a.solid().stream())
                .filter(s -> s.planeCount() > 1)
                .mapToDouble(SlabSolid::spacingMm)
                .sorted()
                .toArray();
        return spacings.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(spacings[spacings.length / 2]);
    }

    private static List<Point3> axes(GridGeometry g) {
        return List.of(
                g.columnStep().times(1 / g.columnStep().norm()),
                g.rowStep().times(1 / g.rowStep().norm()),
                g.frameDirection().times(1 / g.frameDirection().norm()));
    }

    /** The same model with structures that were made from solids of this one. */
    CaseModel with(List<PartialCord> derived) {
        CaseModel more = new CaseModel(dose, options, parts);
        for (PartialCord p : derived) {
            more.parts.put(
                    p.match().structure().roiNumber(),
                    new Part(
                            Optional.of(p.solid()),
                            dose.map(d -> Dvh.of(p.solid(), d, dvhOptions())),
                            Optional.empty()));
        }
        return more;
    }

    Optional<SlabSolid> solid(Structure structure) {
        return part(structure).solid;
    }

    /** Why there is no solid; empty when there is one. */
    Optional<CordonException> refusal(Structure structure) {
        return part(structure).refusal;
    }

    /** What was noticed on the way, structure by structure in the given order. */
    List<Issue> issues(List<Structure> structures) {
        List<Issue> issues = new ArrayList<>();
        for (Structure s : structures) {
            Part p = part(s);
            p.solid.ifPresent(solid -> issues.addAll(solid.issues()));
            p.refusal.ifPresent(e -> issues.add(Issue.of(e.code(), e.getMessage())));
        }
        return issues;
    }

    OptionalDouble coveredFraction(Structure structure) {
        return part(structure)
                .dvh
                .map(d -> OptionalDouble.of(d.coveredFraction()))
                .orElseGet(OptionalDouble::empty);
    }

    /** Each metric with its value or with the reason why there is none. */
    List<MetricValue> measure(Structure structure, List<Metric> metrics) {
        Part p = part(structure);
        if (p.dvh.isPresent()) {
            return p.dvh.get().evaluate(metrics);
        }
        String reason = p.refusal.map(CordonException::getMessage).orElse(NO_DOSE);
        return metrics.stream().map(m -> MetricValue.notEvaluable(m, reason)).toList();
    }

    /** A structure that is {@linkplain #solid built}, under another convention. */
    Variant under(Structure structure, SolidModel solid, EndCap endCap) {
        try {
            SlabSolid other = part(structure).solid.orElseThrow().under(solid, endCap);
            return new Variant(Dvh.of(other, dose.orElseThrow(), dvhOptions()), "", options.toleranceGy());
        } catch (CordonException e) {
            // The stated convention stands; that this one cannot be tried is part of the answer.
            return new Variant(null, String.valueOf(e.getMessage()), options.toleranceGy());
        }
    }

    /**
     * The dose in one structure under another convention.
     *
     * @param dvh null where it cannot be tried
     * @param refusal why not
     * @param statedToleranceGy the tolerance of the check
     */
    record Variant(@Nullable Dvh dvh, String refusal, double statedToleranceGy) {
        /** Intervals as wide as the cells of the dose make them: nothing is divided. */
        private static final double AS_IT_COMES_GY = 1e6;

        /** Each step to half the width costs about as much as all before it. */
        private static final double WIDE_GY = 0.16;

        /** From quick and wide to that of the check. */
        List<Double> tolerancesGy() {
            double wide = statedToleranceGy;
            while (wide < WIDE_GY) {
                wide *= 2;
            }
            return wide > statedToleranceGy
                    ? List.of(AS_IT_COMES_GY, wide, statedToleranceGy)
                    : List.of(AS_IT_COMES_GY, statedToleranceGy);
        }

        List<MetricValue> measure(List<Metric> metrics) {
            return measure(metrics, statedToleranceGy);
        }

        List<MetricValue> measure(List<Metric> metrics, double toleranceGy) {
            if (dvh == null) {
                return metrics.stream()
                        .map(m -> MetricValue.notEvaluable(m, refusal))
                        .toList();
            }
            return dvh.evaluate(metrics, toleranceGy);
        }
    }

    private DvhOptions dvhOptions() {
        return DvhOptions.defaults().withToleranceGy(options.toleranceGy());
    }

    /** The histogram in steps of {@code binGy}; empty without a solid, and without a dose in all of it. */
    Optional<Curve> curve(Structure structure, double binGy) {
        return curve(structure, binGy, options.toleranceGy());
    }

    /** As {@link #curve(Structure, double)}, with an envelope of another width. */
    Optional<Curve> curve(Structure structure, double binGy, double toleranceGy) {
        return part(structure)
                .dvh
                .filter(Dvh::isCovered)
                .map(d -> d.curve(binGy, toleranceGy))
                .map(c -> {
                    double[] doseGy = new double[c.size()];
                    double[] volumeCc = new double[c.size()];
                    Arrays.setAll(doseGy, c::doseGy);
                    double[] lowerCc = new double[c.size()];
                    double[] upperCc = new double[c.size()];
                    Arrays.setAll(volumeCc, c::volumeCc);
                    Arrays.setAll(lowerCc, c::lowerCc);
                    Arrays.setAll(upperCc, c::upperCc);
                    return new Curve(doseGy, volumeCc, lowerCc, upperCc);
                });
    }

    Optional<DoseGrid> dose() {
        return dose;
    }

    int threads() {
        return options.threads();
    }

    private Part part(Structure structure) {
        Part p = parts.get(structure.roiNumber());
        if (p == null) {
            throw new IllegalArgumentException("ROI " + structure.roiNumber() + " was not asked for");
        }
        return p;
    }
}
