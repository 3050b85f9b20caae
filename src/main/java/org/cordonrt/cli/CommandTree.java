package org.cordonrt.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cordonrt.check.Tool;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All verbs as one command with commands below it, for what describes the whole program: completion, manual pages. Never
 * built for a check.
 */
final class CommandTree {
    static final String PROGRAM = "cordon";

    private CommandTree() {}

    /** Every verb's own specification, by its name as the user writes it: "check", "constraints list". */
    static Map<String, CommandSpec> verbs() {
        Map<String, CommandSpec> specs = new LinkedHashMap<>();
        VerbCall.names().forEach(name -> specs.put(name, VerbCall.verb(name).spec()));
        return specs;
    }

    /** The program; verbs of two words stand below a command of their first word. */
    static CommandLine program() {
        CommandSpec root =
                CommandSpec.create().name(PROGRAM).version(Tool.current().version());
        verbs().forEach((name, spec) -> {
            String[] words = name.split(" ");
            CommandSpec parent = root;
            if (words.length > 1) {
                if (!root.subcommands().containsKey(words[0])) {
                    root.addSubcommand(words[0], CommandSpec.create().name(words[0]));
                }
                parent =
                        Objects.requireNonNull(root.subcommands().get(words[0])).getCommandSpec();
            }
            String last = words[words.length - 1];
            parent.addSubcommand(last, spec.name(last));
        });
        return new CommandLine(root);
    }
}
