package org.cordonrt.cli;

import org.cordonrt.plan.TreatmentCase;
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
        return plan;
    }
}
