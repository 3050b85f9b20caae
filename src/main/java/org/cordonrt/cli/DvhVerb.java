package org.cordonrt.cli;

import java.util.List;
import java.util.OptionalDouble;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.DoseVolumes;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.CsvReport;
import org.cordonrt.report.JsonReport;
import org.cordonrt.report.PlotText;
import org.cordonrt.report.TextReport;
import org.cordonrt.report.TextStyle;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon dvh}: volumes and dose-volume metrics. */
final class DvhVerb implements Verb {
    private static final double USUAL_BIN_GY = 0.1;
    /** Finer than any dose is known, and the most points that a histogram of 100 Gy should have. */
    private static final double SMALLEST_BIN_GY = 0.001;

    /** What was measured, and on what. */
    private record Measured(DoseVolumes volumes, TreatmentCase plan, boolean plots) {}

    private static Forms<Measured> forms() {
        return Forms.<Measured>of(DvhVerb::text, r -> JsonReport.of(r.volumes))
                .with(OutputFormat.CSV, r -> CsvReport.of(r.volumes));
    }

    private static String text(Measured m, TextStyle style) {
        String text = TextReport.of(m.volumes, style);
        return m.plots
                ? text
                        + PlotText.of(
                                PlotOption.histograms(m.volumes.structures(), m.plan, m.volumes.model()),
                                List.of(),
                                List.of(),
                                style)
                : text;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "dvh",
                "Volumes and dose-volume metrics of structures.",
                "Metrics are written as in TG-263: D0.035cc[Gy], D95%[Gy], V10Gy[cc], V10Gy[%], CV10Gy[cc], Max[Gy],"
                        + " Mean[Gy], Min[Gy]. Without a dose, only volumes.");
        CliOptions.addCase(spec);
        spec.addOption(CliOptions.many("--structure", "NAME", "Only this structure (repeatable; default: all)."));
        spec.addOption(CliOptions.many("--metric", "EXPR", "Measure this (repeatable; default: the usual ones)."));
        spec.addOption(CliOptions.flag("--curve", "Also the cumulative histogram."));
        spec.addOption(CliOptions.one("--bin", "GY", "Step of the histogram (default: " + USUAL_BIN_GY + ")."));
        ModelFlags.addTo(spec);
        Outputs.addTo(spec, forms());
        PlotOption.addTo(spec);
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon dvh plan/",
                        "cordon dvh plan/ --structure SpinalCord --metric 'D0.035cc[Gy]' --metric 'V10Gy[cc]'",
                        "cordon dvh plan/ --structure PTV --curve --bin 0.5 --format json"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<Measured> outputs = Outputs.of(parsed, forms());
        OptionalDouble bin = CliOptions.positiveNumber(parsed, "--bin");
        boolean curve = CliOptions.has(parsed, "--curve");
        if (bin.isPresent() && !curve) {
            throw CliOptions.usage("--bin is the step of the histogram; add --curve");
        }
        if (bin.isPresent() && bin.getAsDouble() < SMALLEST_BIN_GY) {
            throw CliOptions.usage("--bin needs at least " + SMALLEST_BIN_GY + " Gy");
        }
        List<Metric> metrics = CliOptions.texts(parsed, "--metric").stream()
                .map(Metric::parse)
                .distinct()
                .toList();
        List<String> names = CliOptions.texts(parsed, "--structure");
        DoseVolumes.Request request = DoseVolumes.Request.of(
                names, metrics, curve ? OptionalDouble.of(bin.orElse(USUAL_BIN_GY)) : OptionalDouble.empty());
        TreatmentCase plan = CaseInput.read(parsed, DoseNeed.IF_PRESENT, terminal);
        if (DryRun.isAsked(parsed)) {
            return DryRun.show(plan, parsed, terminal);
        }
        DoseVolumes result = PlanCheck.doseVolumes(plan, request, ModelFlags.of(parsed));
        outputs.write(terminal, result.inputs(), new Measured(result, plan, PlotOption.isAsked(parsed)));
        boolean complete = names.isEmpty() || result.structures().stream().allMatch(s -> isComplete(s, curve));
        return complete ? ExitCode.OK : ExitCode.NOT_EVALUABLE;
    }

    private static boolean isComplete(AssessedStructure s, boolean curve) {
        return s.volumeCc().isPresent()
                && (!curve || s.curve().isPresent())
                && s.metrics().stream().allMatch(m -> m.isEvaluable());
    }
}
