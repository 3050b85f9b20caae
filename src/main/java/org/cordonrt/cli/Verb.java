package org.cordonrt.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One thing that the command line can do. */
interface Verb {
    /** Its options and help. Built only when this verb was asked for: start-up is most of the time of a short check. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @throws org.cordonrt.issue.CordonException when it refuses
     */
    ExitCode run(ParseResult parsed, Terminal terminal);
}
