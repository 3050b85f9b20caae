package org.cordonrt.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon phantom spine}: a synthetic case as DICOM files. */
final class PhantomSpineVerb implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command("phantom spine", "Write a synthetic spine case as DICOM files.");
        CliOptions.addGeneral(spec);
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        throw CliOptions.usage("not yet");
    }
}
