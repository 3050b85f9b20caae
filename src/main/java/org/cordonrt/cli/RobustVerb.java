package org.cordonrt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.RobustCsv;
import org.cordonrt.report.RobustJson;
import org.cordonrt.report.RobustText;
import org.cordonrt.report.html.RobustHtml;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RobustOptions;
import org.cordonrt.robust.Robustness;
import org.cordonrt.robust.Scenario;
import org.cordonrt.robust.ScenarioGrid;
import org.cordonrt.robust.SetupErrors;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon robust}: how much error a plan can take. */
final class RobustVerb implements Verb {
    private static final String WORK = "--search-work";
    private static final String SHIFT = "--shift";
    private static final String ROTATION = "--rotation";
    private static final String RADIUS = "--search-radius";
    private static final String REQUIRE = "--require-shift";
    private static final String SAMPLES = "--samples";
    private static final String SEED = "--seed";
    private static final String SYSTEMATIC = "--systematic";
    private static final String RANDOM = "--random";
    private static final String SYSTEMATIC_DEG = "--systematic-deg";
    private static final String RANDOM_DEG = "--random-deg";
    private static final String PROBABILITY = "--require-probability";
    private static final String GRID = "--grid";
    private static final String SCENARIOS = "--scenarios";

    private static Forms<RobustPictures> forms() {
        return Forms.<RobustPictures>of(
                        (r, style) -> RobustText.of(r.found(), style), r -> RobustJson.of(r.found(), r.maps()))
                .with(OutputFormat.CSV, r -> RobustCsv.of(r.found()))
                .with(OutputFormat.HTML, r -> RobustHtml.of(r.found(), r.maps(), r.figures()))
                .withFiles(OutputFormat.SVG, (r, style, folder) -> FigureFiles.svg(folder, r.figures()))
                .withFiles(OutputFormat.PNG, (r, style, folder) -> FigureFiles.png(folder, r.figures()));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "robust",
                "How far the patient may move before a cord limit breaks.",
                "Checks the plan, then moves the anatomy as a rigid body in the dose as planned: the shortest shift in any"
                        + " direction that breaks each limit on the cord, with a bound below which none does; shifts"
                        + " along the axes; turns about the target's centre; scenarios with the target's coverage;"
                        + " and, with --samples, how often each limit is kept.");
        CliOptions.addCase(spec);
        CheckChoices.addTo(spec);
        spec.addOption(CliOptions.many(
                REQUIRE,
                "MM",
                "Every limit on the cord must hold for this shift in any direction, e.g. 1mm (repeatable)."));
        spec.addOption(CliOptions.one(RADIUS, "MM", "How far to look for a shift that breaks a limit (default: 10)."));
        spec.addOption(CliOptions.one(
                WORK,
                "N",
                "Work for each limit, in boxes of shifts: more brings both bounds of a shift closer (default: 4000)."));
        spec.addOption(CliOptions.one(SHIFT, "MM", "Length of the shifts in the table of scenarios (default: 1)."));
        spec.addOption(CliOptions.one(ROTATION, "DEG", "Angle of the turns in that table (default: 1)."));
        spec.addOption(
                CliOptions.one(
                        SCENARIOS,
                        "FILE",
                        "More scenarios, a line each: name,left,posterior,head in mm, then turns about these axes in degrees."));
        spec.addOption(CliOptions.one(
                GRID,
                "N",
                "Also all combinations of N shifts along and N turns about every axis, up to --shift and --rotation;"
                        + " 2 to 5, where 3 make 729 scenarios (default: none)."));
        spec.addOption(CliOptions.one(SAMPLES, "N", "Number of courses with set-up errors (default: none)."));
        spec.addOption(CliOptions.one(SEED, "N", "Seed of the set-up errors; the same gives the same (default: 1)."));
        spec.addOption(CliOptions.one(
                SYSTEMATIC, "MM", "Standard deviation of the systematic shift along each axis (default: 0)."));
        spec.addOption(CliOptions.one(
                RANDOM, "MM", "Standard deviation of the shift of each fraction along each axis (default: 0)."));
        spec.addOption(CliOptions.one(
                SYSTEMATIC_DEG, "DEG", "Standard deviation of the systematic turn about each axis (default: 0)."));
        spec.addOption(CliOptions.one(
                RANDOM_DEG, "DEG", "Standard deviation of the turn of each fraction about each axis (default: 0)."));
        spec.addOption(CliOptions.one(
                PROBABILITY,
                "PERCENT",
                "Every limit on the cord must be kept in so many of the courses, with the whole 95 % interval."));
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon robust plan/",
                        "cordon robust plan/ --require-shift 1mm",
                        "cordon robust plan/ --out html=robust.html --out svg=figures",
                        "cordon robust plan/ --samples 1000 --systematic 0.5 --random 0.7 --require-probability 95"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<RobustPictures> outputs = Outputs.of(parsed, forms());
        RobustOptions asked = options(parsed);
        List<ConstraintSet> sets = CheckChoices.sets(parsed);
        TreatmentCase plan = CaseInput.read(parsed, DoseNeed.REQUIRED, terminal);
        CheckOptions options = CheckChoices.options(parsed, sets);
        if (DryRun.isAsked(parsed)) {
            return DryRun.show(plan, options, parsed, terminal);
        }
        Assessment found =
                PlanCheck.assess(plan, options, s -> terminal.progress().stage(s.words()));
        boolean refused = CliOptions.has(parsed, CheckVerb.STRICT) && found.hasWarnings();
        RobustAssessment result = Robustness.assess(
                plan,
                refused ? found.strict() : found,
                asked.withThreads(options.model().threads()),
                words -> terminal.progress().stage(words));
        outputs.write(terminal, found.inputs(), new RobustPictures(plan, result));
        if (refused) {
            return ExitCode.INPUT;
        }
        return switch (result.state()) {
            case PASS, ACCEPTABLE -> ExitCode.OK;
            case FAIL -> ExitCode.LIMIT_BROKEN;
            case NOT_EVALUABLE, SKIPPED -> ExitCode.NOT_EVALUABLE;
        };
    }

    private static RobustOptions options(ParseResult parsed) {
        RobustOptions options = RobustOptions.defaults()
                .withScenarioSize(
                        within(parsed, SHIFT, 1, RobustOptions.MOST_RADIUS_MM), within(parsed, ROTATION, 1, 45));
        double radius = within(parsed, RADIUS, options.searchRadiusMm(), RobustOptions.MOST_RADIUS_MM);
        if (!(radius > 0)) {
            throw CliOptions.usage(RADIUS + " needs a length above 0");
        }
        options = options.withSearchRadiusMm(radius)
                .withMostBoxes(CliOptions.count(parsed, WORK).orElse(options.mostBoxes()));
        List<Double> required = new ArrayList<>();
        for (String text : CliOptions.texts(parsed, REQUIRE)) {
            if (!text.matches("[0-9]{1,2}(\\.[0-9]{1,3})? ?(mm)?") || !(number(text) > 0)) {
                throw CliOptions.usage(REQUIRE + " needs a length such as 1mm, not '" + text + "'");
            }
            if (number(text) > radius) {
                throw CliOptions.usage(REQUIRE + " " + text + " is more than " + RADIUS + "; look further");
            }
            required.add(number(text));
        }
        options = options.withRequiredMm(required);
        if (CliOptions.has(parsed, SCENARIOS)) {
            options = options.withScenarios(ScenarioFile.read(
                    CliOptions.path(CliOptions.text(parsed, SCENARIOS).orElseThrow())));
        }
        if (CliOptions.has(parsed, GRID)) {
            int steps = CliOptions.count(parsed, GRID).orElseThrow();
            if (steps < 2 || steps > ScenarioGrid.MOST_STEPS) {
                throw CliOptions.usage(GRID + " needs a number from 2 to " + ScenarioGrid.MOST_STEPS);
            }
            List<Scenario> all = new ArrayList<>(options.scenarios());
            all.addAll(ScenarioGrid.of(options.shiftMm(), options.rotationDegrees(), steps));
            options = options.withScenarios(all);
        }
        return setupErrors(parsed, options);
    }

    private static RobustOptions setupErrors(ParseResult parsed, RobustOptions options) {
        boolean sized = CliOptions.has(parsed, SYSTEMATIC)
                || CliOptions.has(parsed, RANDOM)
                || CliOptions.has(parsed, SYSTEMATIC_DEG)
                || CliOptions.has(parsed, RANDOM_DEG);
        if (!CliOptions.has(parsed, SAMPLES)) {
            if (sized) {
                throw CliOptions.usage("set-up errors need " + SAMPLES + " N, e.g. " + SAMPLES + " 1000");
            }
            if (CliOptions.has(parsed, PROBABILITY)) {
                throw CliOptions.usage(
                        PROBABILITY + " needs set-up errors, e.g. " + SAMPLES + " 1000 " + SYSTEMATIC + " 0.5");
            }
            return options;
        }
        if (!sized) {
            throw CliOptions.usage(
                    SAMPLES + " needs the size of the set-up errors, e.g. " + SYSTEMATIC + " 0.5 " + RANDOM + " 0.7");
        }
        RobustOptions with = options.withSetupErrors(new SetupErrors(
                CliOptions.count(parsed, SAMPLES).orElseThrow(),
                CliOptions.count(parsed, SEED).orElse(1),
                within(parsed, SYSTEMATIC, 0, 20),
                within(parsed, RANDOM, 0, 20),
                within(parsed, SYSTEMATIC_DEG, 0, 20),
                within(parsed, RANDOM_DEG, 0, 20)));
        OptionalDouble percent = CliOptions.number(parsed, PROBABILITY);
        if (percent.isEmpty()) {
            return with;
        }
        if (!(percent.getAsDouble() > 0 && percent.getAsDouble() < 100)) {
            throw CliOptions.usage(PROBABILITY + " needs a percentage between 0 and 100");
        }
        return with.withRequiredProbability(percent.getAsDouble() / 100);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("mm", "").strip());
    }

    private static double within(ParseResult parsed, String option, double otherwise, double most) {
        OptionalDouble v = CliOptions.number(parsed, option);
        if (v.isPresent() && !(v.getAsDouble() >= 0 && v.getAsDouble() <= most)) {
            throw CliOptions.usage(option + " needs a number from 0 to " + most);
        }
        return v.orElse(otherwise);
    }
}
