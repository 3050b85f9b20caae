package org.cordonrt.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon constraints import}. */
final class ConstraintsImportVerb implements Verb {
    @Override
    public CommandSpec spec() {
        return CliOptions.command("constraints import", "x", "x");
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        return ExitCode.OK;
    }
}
