package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordonrt.metric.Metric;
import org.cordonrt.phantom.analytic.Truth.Basis;

/** Collects the truths of one phantom. Not thread-safe. */
final class Truths {
    /** Extremes, mean, tails, near-maximum and volumes at a dose. */
    static final List<Metric> USUAL = metrics(
            "Mean[Gy]",
            "Max[Gy]",
            "Min[Gy]",
            "D99%[Gy]",
            "D95%[Gy]",
            "D5%[Gy]",
            "D1%[Gy]",
            "D0.03cc[Gy]",
            "D0.035cc[Gy]",
            "V10Gy[cc]",
            "V22Gy[%]",
            "V32Gy[cc]");

    private static final double MM3_PER_CC = 1000;

    /** As fine as publications show curves: 301 points over the doses of the linear phantoms. */
    private static final double BIN_GY = 0.1;

    private final List<Truth> truths = new ArrayList<>();
    private final List<CurveTruth> curves = new ArrayList<>();

    static List<Metric> metrics(String... expressions) {
        return Stream.of(expressions).map(Metric::parse).toList();
    }

    Truths volume(String structure, Basis basis, double mm3) {
        truths.add(new Truth(structure, basis, Optional.empty(), mm3 / MM3_PER_CC));
        return this;
    }

    Truths value(String structure, Basis basis, Metric metric, double value) {
        truths.add(new Truth(structure, basis, Optional.of(metric), value));
        return this;
    }

    Truths doses(String structure, Basis basis, DoseDistribution doses, List<Metric> metrics) {
        for (Metric m : metrics) {
            value(structure, basis, m, doses.value(m));
        }
        return this;
    }

    /** Volume, metrics and curve of what the contours say. */
    Truths slabs(String structure, DoseDistribution doses, List<Metric> metrics) {
        curves.add(CurveTruth.of(structure, BIN_GY, doses));
        return volume(structure, Basis.CONTOUR_SLABS, doses.volumeMm3())
                .doses(structure, Basis.CONTOUR_SLABS, doses, metrics);
    }

    /** The same with the usual metrics. */
    Truths slabs(String structure, List<Section> sections, LinearDose dose) {
        return slabs(structure, PrismStack.of(sections).under(dose), USUAL);
    }

    List<Truth> list() {
        return List.copyOf(truths);
    }

    List<CurveTruth> curves() {
        return List.copyOf(curves);
    }
}
