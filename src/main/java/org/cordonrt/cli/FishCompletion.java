package org.cordonrt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish, which has no use for that of bash. */
final class FishCompletion {
    private static final String COMMAND = "complete -c " + CommandTree.PROGRAM;

    private FishCompletion() {}

    static String script(Map<String, CommandSpec> verbs) {
        StringBuilder out = new StringBuilder("# Completion of cordon for fish.\n");
        for (Map.Entry<String, CommandSpec> verb : verbs.entrySet()) {
            String[] words = verb.getKey().split(" ");
            String[] header = verb.getValue().usageMessage().header();
            String description = header.length == 0 ? "" : header[0];
            if (words.length == 1) {
                line(out, "__fish_use_subcommand", "-f -a " + quoted(words[0]) + " -d " + quoted(description));
            } else {
                String first = "__fish_use_subcommand";
                String more = "-f -a " + quoted(words[0]);
                if (out.indexOf(more + "\n") < 0) {
                    line(out, first, more);
                }
                line(
                        out,
                        seen(words[0]) + "; and not __fish_seen_subcommand_from " + seconds(verbs, words[0]),
                        "-f -a " + quoted(words[1]) + " -d " + quoted(description));
            }
            String where = seen(words[0]) + (words.length > 1 ? "; and " + seen(words[1]) : "");
            verb.getValue().options().stream().filter(o -> !o.hidden()).forEach(o -> line(out, where, option(o)));
        }
        return out.toString();
    }

    private static String seconds(Map<String, CommandSpec> verbs, String first) {
        List<String> seconds = new ArrayList<>();
        for (String name : verbs.keySet()) {
            if (name.startsWith(first + " ")) {
                seconds.add(name.substring(first.length() + 1));
            }
        }
        return String.join(" ", seconds);
    }

    private static String seen(String word) {
        return "__fish_seen_subcommand_from " + word;
    }

    private static String option(OptionSpec o) {
        StringBuilder words = new StringBuilder();
        for (String name : o.names()) {
            if (words.length() > 0) {
                words.append(' ');
            }
            words.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
        }
        List<String> candidates = new ArrayList<>();
        if (o.completionCandidates() != null) {
            o.completionCandidates().forEach(candidates::add);
        }
        if (o.arity().max() > 0) {
            // -x: nothing but these; -r: a value, which may be a file.
            words.append(candidates.isEmpty() ? " -r" : " -x -a " + quoted(String.join(" ", candidates)));
        }
        String[] description = o.description();
        return words + (description.length == 0 ? "" : " -d " + quoted(description[0].replace("%%", "%")));
    }

    private static void line(StringBuilder out, String condition, String rest) {
        out.append(COMMAND)
                .append(" -n ")
                .append(quoted(condition))
                .append(' ')
                .append(rest)
                .append('\n');
    }

    /** Within fish's single quotes only the backslash and the quote are special. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
