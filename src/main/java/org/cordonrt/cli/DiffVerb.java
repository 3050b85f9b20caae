package org.cordonrt.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordonrt.diff.ResultDiff;
import org.cordonrt.diff.Tolerances;
import org.cordonrt.report.DiffReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon diff}: two results, number by number. */
final class DiffVerb implements Verb {
    private static final String ABSOLUTE = "--abs";
    private static final String RELATIVE = "--rel";
    private static final String IGNORE = "--ignore";
    private static final Set<String> UNITS = Set.of("Gy", "cc", "mm", "%");
    private static final Pattern TOLERANCE =
            Pattern.compile("(?:([^=]*)=)?([0-9]{1,9}(?:\\.[0-9]{1,12})?(?:[eE]-?[0-9])?)(%)?");

    private static Forms<ResultDiff> forms() {
        return Forms.of((d, style) -> DiffReport.text(d, style), d -> DiffReport.json(d));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "diff",
                "Compare two results, number by number.",
                "Reads two JSON results of the same verb (check, dvh, margin, compare, reirradiation) and says which"
                        + " numbers moved beyond their tolerance and which states changed. Structures, metrics and limits"
                        + " are matched by name, whatever their order. The verdict, states, limits and the number of"
                        + " fractions take no tolerance. Files, versions and sentences are not compared. Ends with 1 when"
                        + " anything differs.");
        spec.addPositional(CliOptions.argument("A.json", "The result before."));
        spec.addPositional(CliOptions.argumentAt(1, "B.json", "The result after."));
        spec.addOption(CliOptions.many(
                ABSOLUTE,
                "[UNIT=]X",
                "Numbers agree within X, or those in Gy, cc, mm or % do (repeatable; default: 0)."));
        spec.addOption(CliOptions.many(
                RELATIVE,
                "[UNIT=]P%",
                "Numbers also agree within this share of the larger, e.g. 1% or 0.01 (repeatable; default: 0)."));
        spec.addOption(CliOptions.many(
                IGNORE,
                "NAME",
                "Leave out what is called NAME in the JSON, e.g. locationMm or stability (repeatable)."));
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon diff before.json after.json",
                        "cordon diff before.json after.json --abs Gy=0.05 --abs cc=0.01 --rel 0.5%",
                        "cordon diff before.json after.json --abs 0.001 --ignore hottest --format json"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<ResultDiff> outputs = Outputs.of(parsed, forms());
        Tolerances tolerances = new Tolerances(tolerances(parsed, ABSOLUTE), tolerances(parsed, RELATIVE));
        Path before = CliOptions.path(CliOptions.argument(parsed));
        Path after = CliOptions.path(parsed.matchedPositionalValue(1, ""));
        ResultDiff diff = ResultDiff.of(before, after, tolerances, CliOptions.texts(parsed, IGNORE));
        outputs.write(terminal, List.of(), diff);
        return diff.isAlike() ? ExitCode.OK : ExitCode.LIMIT_BROKEN;
    }

    private static Map<String, BigDecimal> tolerances(ParseResult parsed, String option) {
        Map<String, BigDecimal> byUnit = new HashMap<>();
        for (String text : CliOptions.texts(parsed, option)) {
            Matcher m = TOLERANCE.matcher(text);
            boolean percent = m.matches() && m.group(3) != null;
            if (!m.matches() || percent && option.equals(ABSOLUTE)) {
                throw CliOptions.usage(option + " needs a number such as 0.01 or Gy=0.01"
                        + (option.equals(RELATIVE) ? " or 1%" : "") + ", not '" + text + "'");
            }
            String unit = m.group(1) == null ? "" : m.group(1);
            if (m.group(1) != null && !UNITS.contains(unit)) {
                throw CliOptions.usage(option + " knows the units Gy, cc, mm and %, not '" + unit + "'");
            }
            BigDecimal value = new BigDecimal(m.group(2));
            if (byUnit.put(unit, percent ? value.movePointLeft(2) : value) != null) {
                throw CliOptions.usage(option + " stands twice for " + (unit.isEmpty() ? "all units" : unit));
            }
        }
        return byUnit;
    }
}
