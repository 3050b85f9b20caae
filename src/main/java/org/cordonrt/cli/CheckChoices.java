package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.ConstraintSets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say what a check tests and how, for one plan or many. */
final class CheckChoices {
    private static final String CONSTRAINTS = "--constraints";

    private CheckChoices() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(CliOptions.one(
                "--cord", "NAME", "Take this structure as the spinal cord (default: the one whose name says so)."));
        spec.addOption(CliOptions.many(
                "--target", "NAME", "Take this structure as a target (repeatable; default: all GTV, CTV, ITV, PTV)."));
        spec.addOption(CliOptions.many(
                CONSTRAINTS,
                "SET-OR-FILE",
                "Constraint set by its name or a YAML file (repeatable; default: "
                        + String.join(", ", ConstraintSets.defaultIds())
                        + "). See cordon constraints list."));
        spec.addOption(CliOptions.flag(
                CheckVerb.ACCEPT_DOSE,
                "Let a plan pass whose dose is far from the prescription, or of one of several plans, or whose files"
                        + " do not seem to be of one patient and image set (default: not evaluable)."));
        spec.addOption(CliOptions.one(
                CheckVerb.PARTIAL_CORD,
                "MM",
                "How far the partial cord reaches above and below a target, and the cord itself must (default: 6)."));
        spec.addOption(CliOptions.flag(
                CheckVerb.STRICT,
                "Take every warning but those of a coarse dose grid and of configuration files for an error: nothing"
                        + " passes and the exit code is 3"
                        + " (default: no)."));
        LimitOptions.addTo(spec);
        ModelFlags.addTo(spec);
    }

    static List<ConstraintSet> sets(ParseResult parsed) {
        List<String> asked = CliOptions.texts(parsed, CONSTRAINTS);
        return ConstraintSets.loadAll(asked.isEmpty() ? ConstraintSets.defaultIds() : asked);
    }

    static CheckOptions options(ParseResult parsed, List<ConstraintSet> sets) {
        return new CheckOptions(
                sets,
                CliOptions.text(parsed, "--cord"),
                CliOptions.texts(parsed, "--target"),
                ModelFlags.of(parsed),
                CliOptions.positiveNumber(parsed, CheckVerb.PARTIAL_CORD).orElse(CheckOptions.DEFAULT_PARTIAL_CORD_MM),
                CliOptions.has(parsed, CheckVerb.ACCEPT_DOSE),
                LimitOptions.of(parsed));
    }
}
