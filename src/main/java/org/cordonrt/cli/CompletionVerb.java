package org.cordonrt.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon completion}: what a shell needs to complete verbs, options and their values. */
final class CompletionVerb implements Verb {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "completion",
                "Completion of verbs and options for a shell.",
                "Prints a script for bash, zsh or fish. Add it to what the shell reads when it starts.");
        spec.addPositional(CliOptions.argument("bash|zsh|fish", "The shell."));
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "source <(cordon completion bash)",
                        "cordon completion zsh > ~/.cordon-completion.zsh",
                        "cordon completion fish > ~/.config/fish/completions/cordon.fish"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        String shell = CliOptions.argument(parsed);
        terminal.print(
                switch (shell) {
                    // The script serves both: under zsh it loads zsh's emulation of bash completion.
                    case "bash", "zsh" -> AutoComplete.bash(CommandTree.PROGRAM, CommandTree.program());
                    case "fish" -> FishCompletion.script(CommandTree.verbs());
                    default -> throw CliOptions.usage("completion is for bash, zsh or fish, not for '" + shell + "'");
                });
        return ExitCode.OK;
    }
}
