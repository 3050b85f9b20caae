package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cordonrt.issue.Issue;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.InputFile;

/**
 * Dose-volume metrics without any limit. Immutable.
 *
 * @param tool the program that made it
 * @param inputs the files it rests on
 * @param model how the numbers were computed
 * @param structures what was asked for, in the order asked, or all in file order
 * @param issues findings of all stages
 */
public record DoseVolumes(
        Tool tool, List<InputFile> inputs, ModelOptions model, List<AssessedStructure> structures, List<Issue> issues) {
    public DoseVolumes {
        Objects.requireNonNull(tool, "tool");
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(model, "model");
        structures = List.copyOf(structures);
        issues = List.copyOf(issues);
    }

    /**
     * What to measure.
     *
     * @param structures names; empty for all structures
     * @param metrics what to measure on each; the usual ones when none was asked for
     * @param metricsAsked whether somebody asked for these metrics, so that each needs an answer
     * @param curveBinGy step of the histogram, Gy; empty for no histogram
     */
    public record Request(
            List<String> structures, List<Metric> metrics, boolean metricsAsked, OptionalDouble curveBinGy) {
        private static final List<Metric> USUAL = Stream.of(
                        "Max[Gy]", "D0.035cc[Gy]", "D2%[Gy]", "D50%[Gy]", "Mean[Gy]", "D95%[Gy]", "D98%[Gy]", "Min[Gy]")
                .map(Metric::parse)
                .toList();

        public Request {
            structures = List.copyOf(structures);
            metrics = List.copyOf(metrics);
            Objects.requireNonNull(curveBinGy, "curveBinGy");
            if (curveBinGy.isPresent() && !(curveBinGy.getAsDouble() > 0)) {
                throw new IllegalArgumentException("a histogram in steps of " + curveBinGy.getAsDouble() + " Gy");
            }
        }

        /** The asked metrics, or the usual ones when the list is empty. */
        public static Request of(List<String> structures, List<Metric> metrics, OptionalDouble curveBinGy) {
            return new Request(structures, metrics.isEmpty() ? USUAL : metrics, !metrics.isEmpty(), curveBinGy);
        }
    }
}
