package org.cordonrt.cli;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.PrintableText;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.ParseResult;

/** Reads the case that a command line names. */
final class CaseInput {
    private CaseInput() {}

    static TreatmentCase read(ParseResult parsed, DoseNeed need, Terminal terminal) {
        return read(parsed, CliOptions.caseRequest(parsed, need), terminal);
    }

    static TreatmentCase read(ParseResult parsed, CaseRequest request, Terminal terminal) {
        terminal.progress().stage("reading the files");
        TreatmentCase plan = CaseReader.read(request);
        terminal.progress().stage("computing");
        List<String> settings = CliOptions.texts(parsed, CliOptions.SET_IN_FILE);
        return told(plan, settings);
    }

    /** What a file says is easily forgotten, so every result says it too. */
    static TreatmentCase told(TreatmentCase plan, List<String> settings) {
        if (settings.isEmpty()) {
            return plan;
        }
        List<Issue> issues = new ArrayList<>(plan.issues());
        settings.forEach(s -> issues.add(
                Issue.of(IssueCode.OPTION_FROM_FILE, PrintableText.of(s, false) + ": not said on the command line")));
        return new TreatmentCase(plan.inputs(), plan.structures(), plan.dose(), plan.plan(), plan.storedDvhs(), issues);
    }
}
