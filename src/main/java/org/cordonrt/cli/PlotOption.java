package org.cordonrt.cli;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.DoseVolumes;
import org.cordonrt.check.GapProfile;
import org.cordonrt.check.Margin;
import org.cordonrt.check.MarginRequest;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.plan.TreatmentCase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code --plot}: small plots below the text. What they show beyond the result is computed only for them. */
final class PlotOption {
    private static final String PLOT = "--plot";
    /** Finer than a column of letters, and coarse enough to cost little. */
    private static final double BIN_GY = 0.5;

    private static final double TOLERANCE_GY = 0.1;

    private PlotOption() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(CliOptions.flag(
                PLOT, "Also small plots in the text: dose-volume histograms, or the gap (default: no)."));
    }

    static boolean isAsked(ParseResult parsed) {
        return CliOptions.has(parsed, PLOT);
    }

    /** Histograms of what holds the cord, and of the targets. */
    static List<AssessedStructure> histograms(Assessment a, TreatmentCase plan) {
        List<AssessedStructure> shown = a.structures().stream()
                .filter(s -> s.volumeCc().isPresent() && !s.match().isDerived())
                .filter(s -> s.match().kind().guardsCord() || s.match().kind().isTarget())
                .toList();
        return histograms(shown, plan, a.model());
    }

    /** Histograms of these structures. */
    static List<AssessedStructure> histograms(List<AssessedStructure> shown, TreatmentCase plan, ModelOptions model) {
        List<String> names = shown.stream()
                .map(AssessedStructure::name)
                .filter(n -> isUnique(n, plan))
                .toList();
        if (names.isEmpty() || plan.dose().isEmpty()) {
            return List.of();
        }
        DoseVolumes.Request request = new DoseVolumes.Request(names, List.of(), true, OptionalDouble.of(BIN_GY));
        return PlanCheck.doseVolumes(plan, request, model.withToleranceGy(TOLERANCE_GY))
                .structures();
    }

    /** The gap of the nearest target. */
    static List<GapProfile> gaps(Assessment a, TreatmentCase plan) {
        Stream<Margin> nearest = a.margins().stream()
                .filter(m -> isUnique(m.from().structure().name(), plan)
                        && isUnique(m.to().structure().name(), plan))
                .min(Comparator.comparingDouble(Margin::distanceMm))
                .stream();
        return nearest.flatMap(m -> gaps(m, plan, a.model()).stream()).toList();
    }

    /** The gap along the first structure of a separation. */
    static List<GapProfile> gaps(Margin m, TreatmentCase plan, ModelOptions model) {
        MarginRequest request = new MarginRequest(
                List.of(m.from().structure().name()), List.of(m.to().structure().name()), true, false);
        return PlanCheck.margins(plan, request, model).profiles();
    }

    /** Structures are asked for by name, and a plot is no reason to refuse a plan. */
    private static boolean isUnique(String name, TreatmentCase plan) {
        return plan.structures().structures().stream()
                        .filter(s -> s.name().equalsIgnoreCase(name))
                        .count()
                == 1;
    }
}
