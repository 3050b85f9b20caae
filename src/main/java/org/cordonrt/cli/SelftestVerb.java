package org.cordonrt.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cordonrt.phantom.analytic.AnalyticCase;
import org.cordonrt.phantom.analytic.AnalyticCases;
import org.cordonrt.report.SelfTestHtml;
import org.cordonrt.report.SelfTestJson;
import org.cordonrt.report.SelfTestText;
import org.cordonrt.selftest.SelfTest;
import org.cordonrt.selftest.SelfTestResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon selftest}: whether this installation computes as it should. */
final class SelftestVerb implements Verb {
    /** Seconds since 1970 that a reproducible record is dated with: reproducible-builds.org. */
    private static final String EPOCH_VARIABLE = "SOURCE_DATE_EPOCH";

    private final SelfTest test;
    private final @Nullable String epoch;

    SelftestVerb() {
        this(SelfTest.standard(), System.getenv(EPOCH_VARIABLE));
    }

    /** @param epoch seconds since 1970; null for now */
    SelftestVerb(SelfTest test, @Nullable String epoch) {
        this.test = test;
        this.epoch = epoch;
    }

    private static Forms<SelfTestResult> forms() {
        return Forms.<SelfTestResult>of((r, style) -> SelfTestText.of(r, style), r -> SelfTestJson.of(r))
                .withText(OutputFormat.HTML, r -> SelfTestHtml.of(r));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "selftest",
                "Compute phantoms with a known answer, on this machine, and compare.",
                "Spheres, cylinders, cones, cords, rings, uneven planes, eight patient positions, oblique grids and"
                        + " more are written as DICOM files in a temporary folder, read and measured as a patient's"
                        + " plan is, and compared with closed forms. Exit 0 when every demand is met, 1 when any is"
                        + " not. --out html=FILE makes a record to print and to file.");
        spec.addOption(CliOptions.flag("--full", "All phantoms: fifty places of each small sphere instead of five."));
        spec.addOption(CliOptions.many(
                "--case", "NAME", "Only this phantom or family of phantoms (repeatable; see cordon phantom list)."));
        spec.addOption(CliOptions.one("--format", "text|json", "Format of standard output (default: text)."));
        spec.addOption(CliOptions.many(
                "--out",
                "FORMAT=FILE",
                "Also write the record to a file as text, json or html (repeatable); it appears whole or not at all."));
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon selftest",
                        "cordon selftest --out html=cordon-selftest.html --out json=cordon-selftest.json",
                        "cordon selftest --case cord --case ring -v"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<SelfTestResult> outputs = Outputs.of(parsed, forms());
        Instant when = date();
        boolean full = CliOptions.has(parsed, "--full");
        List<String> names = CliOptions.texts(parsed, "--case");
        List<AnalyticCase> cases = names.isEmpty() ? AnalyticCases.set(full) : AnalyticCases.named(names, full);
        terminal.progress().stage("computing phantoms", cases.size());
        SelfTestResult result = test.run(cases, when, terminal.progress()::step);
        outputs.write(terminal, List.of(), result);
        return result.passed() ? ExitCode.OK : ExitCode.LIMIT_BROKEN;
    }

    private Instant date() {
        if (epoch == null || epoch.isEmpty()) {
            return Instant.now().truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return Instant.ofEpochSecond(Long.parseLong(epoch));
        } catch (NumberFormatException | DateTimeException e) {
            throw CliOptions.usage(EPOCH_VARIABLE + " is '" + epoch + "', not a number of seconds since 1970");
        }
    }
}
