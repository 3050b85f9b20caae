package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.Tool;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.issue.CordonException;
import org.cordonrt.report.BatchLine;
import org.cordonrt.report.PrintableText;
import org.cordonrt.rt.CaseRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon batch}: many plans against published limits. */
final class BatchVerb implements Verb {
    private static final String JOBS = "--jobs";
    private static final String NDJSON = "--ndjson";
    private static final String CSV = "--csv";
    private static final String RESUME = "--resume";
    private static final String STANDARD_OUTPUT = "-";
    private static final String CSV_END = "\r\n";
    private static final int VERDICT_WIDTH = "NOT_EVALUABLE".length();
    private static final int WIDEST_NAME = 40;

    /** Options that change no result. */
    private static final Set<String> NO_MATTER = Set.of(JOBS, NDJSON, CSV, RESUME, "-v", "-q", CliOptions.NO_CONFIG);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "batch",
                "Check many plans against published spinal cord limits.",
                "Checks every plan as cordon check does, several at a time, and gives a line for each in the order of the"
                        + " folders. A plan that cannot be checked has a line that says so and stops nothing. Results do"
                        + " not depend on " + JOBS + ".");
        spec.addPositional(CliOptions.arguments(
                "DIR",
                "Folders with plans. A folder that holds DICOM files itself is one plan; of any other folder each"
                        + " folder in it is one plan, in any layout."));
        spec.addOption(CliOptions.one(JOBS, "N", "Plans checked at a time (default: one for each processor)."));
        spec.addOption(CliOptions.one(
                NDJSON, "FILE", "Write one line of JSON a plan, each as soon as it is known; - is standard output."));
        spec.addOption(CliOptions.one(CSV, "FILE", "Write a table with one row a plan; - is standard output."));
        spec.addOption(CliOptions.flag(
                RESUME,
                "Go on with the file of " + NDJSON + ": a plan whose files and options are the same as in its line is"
                        + " not checked again, one with an error is."));
        spec.addOption(CliOptions.one("--reference-dose", "GY", "Dose that a RELATIVE dose value of 1 stands for."));
        spec.addOption(CliOptions.one(
                "--fractions", "N", "Number of fractions of every course, where its plan does not say it."));
        CheckChoices.addTo(spec);
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon batch plans/",
                        "cordon batch plans/ --ndjson results.ndjson --csv results.csv",
                        "cordon batch plans/ --ndjson results.ndjson --resume --jobs 4",
                        "cordon batch plans/* --ndjson - | jq -r 'select(.verdict != \"PASS\") | .plan'"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        List<Path> folders =
                CliOptions.arguments(parsed).stream().map(CliOptions::path).toList();
        int jobs = CliOptions.count(parsed, JOBS).orElse(Runtime.getRuntime().availableProcessors());
        Optional<String> ndjson = CliOptions.text(parsed, NDJSON);
        Optional<String> csv = CliOptions.text(parsed, CSV);
        Optional<Path> logFile = file(ndjson);
        if (CliOptions.has(parsed, RESUME) && logFile.isEmpty()) {
            throw CliOptions.usage(RESUME + " needs the file to go on with: " + NDJSON + " FILE");
        }
        if (ndjson.isPresent() && ndjson.equals(csv)) {
            throw CliOptions.usage(NDJSON + " and " + CSV + " need two places");
        }
        csv.filter(f -> !f.equals(STANDARD_OUTPUT))
                .ifPresent(f -> OutputFiles.parse(
                        List.of("csv=" + f), Set.of(OutputFormat.CSV), CliOptions.namedFiles(parsed, Set.of(CSV))));
        BatchJob job = job(parsed);
        List<PlanFolder> plans = PlanFolder.in(folders);
        Optional<BatchLog> log = logFile.map(f -> BatchLog.open(f, CliOptions.has(parsed, RESUME)));

        Map<PlanFolder, BatchLine> lines = new LinkedHashMap<>();
        log.ifPresent(l -> l.begin(kept(l, plans, job, lines)));
        int kept = lines.size();
        List<PlanFolder> open =
                plans.stream().filter(p -> !lines.containsKey(p)).toList();
        boolean quiet = CliOptions.has(parsed, "--quiet");
        // A batch says how far it is in its own words.
        terminal.progress().close();
        BatchPace pace = new BatchPace(terminal, quiet, open.size());
        boolean listed = !ndjson.equals(Optional.of(STANDARD_OUTPUT)) && !csv.equals(Optional.of(STANDARD_OUTPUT));
        // What is kept is printed with the rest, so that standard output does not depend on what was there before.
        int width = plans.stream().mapToInt(p -> p.shown().length()).max().orElse(0);
        Printer printer = new Printer(plans, lines, line -> {
            if (listed) {
                pace.wipe();
                terminal.print(listed(line, Math.min(width, WIDEST_NAME), terminal.ascii()));
            } else {
                terminal.print(ndjson.equals(Optional.of(STANDARD_OUTPUT)) ? line.json() + "\n" : line.csv() + CSV_END);
            }
        });
        if (csv.equals(Optional.of(STANDARD_OUTPUT))) {
            terminal.print(BatchLine.csvTitles() + CSV_END);
        }
        printer.flush();
        BatchRun.inOrder(open, jobs, p -> Map.entry(p, job.check(p)), done -> {
            lines.put(done.getKey(), done.getValue());
            log.ifPresent(l -> l.add(done.getValue()));
            pace.step();
            printer.flush();
        });
        pace.wipe();
        List<BatchLine> all = plans.stream().map(lines::get).toList();
        log.ifPresent(l -> l.end(all));
        csv.filter(f -> !f.equals(STANDARD_OUTPUT))
                .ifPresent(f -> OutputFiles.writeWhole(CliOptions.path(f), table(all)));
        if (!quiet) {
            terminal.complain(summary(all, kept, pace.seconds()));
        }
        return worst(all);
    }

    private static Optional<Path> file(Optional<String> option) {
        return option.filter(f -> !f.equals(STANDARD_OUTPUT)).map(CliOptions::path);
    }

    /** Lines from a run before that still hold, in the order of the plans. */
    private static List<BatchLine> kept(
            BatchLog log, List<PlanFolder> plans, BatchJob job, Map<PlanFolder, BatchLine> lines) {
        List<BatchLine> kept = new ArrayList<>();
        for (PlanFolder p : plans) {
            try {
                log.kept(job.stamp(p)).ifPresent(l -> {
                    kept.add(l);
                    lines.put(p, l);
                });
            } catch (CordonException e) {
                // It will be tried, and its line will say what is wrong.
            }
        }
        return kept;
    }

    private static BatchJob job(ParseResult parsed) {
        List<ConstraintSet> sets = CheckChoices.sets(parsed);
        CheckOptions options = CheckChoices.options(parsed, sets);
        CaseRequest base = CaseRequest.of(Path.of("."));
        OptionalDouble reference = CliOptions.positiveNumber(parsed, "--reference-dose");
        if (reference.isPresent()) {
            base = base.withReferenceDoseGy(reference.getAsDouble());
        }
        OptionalInt fractions = CliOptions.count(parsed, "--fractions");
        if (fractions.isPresent()) {
            base = base.withFractions(fractions.getAsInt());
        }
        return new BatchJob(
                // Plans keep the processors busy; the threads of one would wait for each other.
                options.withModel(options.model().withThreads(1)),
                CliOptions.has(parsed, CheckVerb.STRICT),
                base,
                CliOptions.texts(parsed, CliOptions.SET_IN_FILE),
                fingerprint(parsed, sets));
    }

    /** Of everything but the plan that a result depends on. */
    private static String fingerprint(ParseResult parsed, List<ConstraintSet> sets) {
        StringBuilder said = new StringBuilder(Tool.current().version()).append('\n');
        sets.forEach(s -> said.append(s.id())
                .append(' ')
                .append(s.version())
                .append(' ')
                .append(s.sha256())
                .append('\n'));
        parsed.matchedOptions().stream()
                .filter(o -> !NO_MATTER.contains(o.names()[0]))
                .map(o -> o.names()[0] + " " + o.stringValues())
                .sorted()
                .forEach(o -> said.append(o).append('\n'));
        LimitOptions.aliasesFile(parsed).ifPresent(f -> said.append(PlanFolder.sha256(f)));
        return PlanFolder.sha256(said.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Prints lines in the order of the plans, as soon as all before them are known. */
    private static final class Printer {
        private final List<PlanFolder> plans;
        private final Map<PlanFolder, BatchLine> lines;
        private final Consumer<BatchLine> print;
        private int next;

        Printer(List<PlanFolder> plans, Map<PlanFolder, BatchLine> lines, Consumer<BatchLine> print) {
            this.plans = plans;
            this.lines = lines;
            this.print = print;
        }

        void flush() {
            while (next < plans.size()) {
                BatchLine line = lines.get(plans.get(next));
                if (line == null) {
                    return;
                }
                print.accept(line);
                next++;
            }
        }
    }

    private static String listed(BatchLine line, int width, boolean ascii) {
        String name = line.plan() + " ".repeat(Math.max(0, width - line.plan().length()));
        String verdict = line.verdict()
                + " ".repeat(Math.max(0, VERDICT_WIDTH - line.verdict().length()));
        return PrintableText.of(verdict + "  " + name + "  " + line.headline(), ascii) + "\n";
    }

    private static byte[] table(List<BatchLine> lines) {
        StringBuilder table = new StringBuilder(BatchLine.csvTitles()).append(CSV_END);
        lines.forEach(l -> table.append(l.csv()).append(CSV_END));
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** "50 plans in 61 s (0.8 a second): 40 PASS, 9 FAIL, 1 ERROR". */
    private static String summary(List<BatchLine> lines, int kept, double seconds) {
        Map<String, Integer> counts = new HashMap<>();
        lines.forEach(l -> counts.merge(l.verdict(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        for (String verdict : List.of("PASS", "ACCEPTABLE", "FAIL", "NOT_EVALUABLE", "SKIPPED", BatchLine.ERROR)) {
            if (counts.containsKey(verdict)) {
                parts.add(counts.get(verdict) + " " + verdict);
            }
        }
        int checked = lines.size() - kept;
        return "cordon: " + checked + (checked == 1 ? " plan in " : " plans in ") + BatchPace.duration(seconds) + " ("
                + BatchPace.rate(checked / Math.max(seconds, 1e-3)) + ")"
                + (kept > 0 ? ", " + kept + " from before" : "") + ": " + String.join(", ", parts);
    }

    /** An error inside Cordon, a broken limit, a plan that cannot be read, one that cannot be evaluated: in this order. */
    private static ExitCode worst(List<BatchLine> lines) {
        for (ExitCode code : List.of(
                ExitCode.INTERNAL, ExitCode.LIMIT_BROKEN, ExitCode.INPUT, ExitCode.USAGE, ExitCode.NOT_EVALUABLE)) {
            if (lines.stream().anyMatch(l -> l.exitCode() == code.number())) {
                return code;
            }
        }
        return ExitCode.OK;
    }
}
