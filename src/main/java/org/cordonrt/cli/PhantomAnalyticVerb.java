package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.phantom.analytic.AnalyticCase;
import org.cordonrt.phantom.analytic.AnalyticCases;
import org.cordonrt.phantom.analytic.AnalyticPhantom;
import org.cordonrt.phantom.analytic.TruthTable;
import org.cordonrt.report.Phrases;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon phantom analytic}: the phantoms of the self-test as DICOM files, to test other systems with. */
final class PhantomAnalyticVerb implements Verb {
    private static final String TRUTH_FILE = "truth.csv";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "phantom analytic",
                "Write the phantoms of the self-test as DICOM files, with their truth.",
                "A folder for each phantom with rtstruct.dcm, rtdose.dcm and rtplan.dcm, and beside them truth.csv with"
                        + " every number that is known in closed form, so that a planning system can be tested. There"
                        + " is no image series. Nothing that is there is replaced. Not for clinical use.");
        spec.addPositional(CliOptions.argument("FOLDER", "Where to write; made if it is not there."));
        spec.addOption(CliOptions.flag("--full", "All phantoms, not only the default set."));
        spec.addOption(CliOptions.many(
                "--case", "NAME", "Only this phantom or family of phantoms (repeatable; see cordon phantom list)."));
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon phantom analytic phantoms/ --case cord --case position",
                        "cordon phantom analytic phantoms/ --case nelms2-3mm-si"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Path folder = CliOptions.path(CliOptions.argument(parsed));
        boolean full = CliOptions.has(parsed, "--full");
        List<String> names = CliOptions.texts(parsed, "--case");
        List<AnalyticCase> cases = names.isEmpty() ? AnalyticCases.set(full) : AnalyticCases.named(names, full);
        refuseToReplace(folder, cases);
        TruthTable truths = new TruthTable();
        boolean quiet = CliOptions.has(parsed, "--quiet");
        terminal.progress().stage("writing phantoms", cases.size());
        for (AnalyticCase c : cases) {
            AnalyticPhantom phantom = c.make();
            phantom.write(folder.resolve(c.name()));
            truths.add(phantom);
            terminal.progress().step();
        }
        OutputFiles.writeWhole(folder.resolve(TRUTH_FILE), truths.csv().getBytes(StandardCharsets.UTF_8));
        if (!quiet) {
            terminal.print("wrote " + folder + ": " + Phrases.count(cases.size(), "phantom") + " and " + TRUTH_FILE
                    + " with " + Phrases.count(truths.size(), "number") + "\n");
        }
        return ExitCode.OK;
    }

    /** Before anything is written. What is there may be a real plan. */
    private static void refuseToReplace(Path folder, List<AnalyticCase> cases) {
        refuseExisting(folder.resolve(TRUTH_FILE));
        cases.forEach(c -> refuseExisting(folder.resolve(c.name())));
    }

    private static void refuseExisting(Path path) {
        if (Files.exists(path)) {
            throw new CordonException(IssueCode.OUTPUT_UNWRITABLE, path + " is already there; choose another folder");
        }
    }
}
