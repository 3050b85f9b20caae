package org.cordonrt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cordonrt.report.PrintableText;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --print-effective-config}: the options of a run and where each comes from, as a configuration file. */
final class EffectiveConfig {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");
    /** What unquoted would be something else than text to some reader of YAML. */
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private EffectiveConfig() {}

    /**
     * @param verb which was asked for
     * @param said what stands on the command line alone
     * @param effective the same with the settings of the files
     * @param settings of the files
     */
    static String text(String verb, ParseResult said, ParseResult effective, Map<String, ConfigFile.Setting> settings) {
        StringBuilder out = new StringBuilder("# Options of cordon " + verb + " in effect\n");
        List<String> open = new ArrayList<>();
        for (OptionSpec option : effective.commandSpec().options()) {
            String name = option.longestName().substring(2);
            if (option.hidden() || option.usageHelp() || option.versionHelp() || isAboutFiles(option)) {
                continue;
            }
            if (!effective.hasMatchedOption(option.longestName())) {
                open.add(name);
                continue;
            }
            ConfigFile.Setting setting = settings.get(name);
            String origin =
                    said.hasMatchedOption(option.longestName()) || setting == null ? "command line" : setting.origin();
            out.append(name)
                    .append(": ")
                    .append(value(option, effective))
                    .append("  # ")
                    .append(PrintableText.of(origin, false))
                    .append('\n');
        }
        return out.append("# Not set: ")
                .append(open.isEmpty() ? "nothing" : String.join(", ", open))
                .append("\n")
                .toString();
    }

    private static boolean isAboutFiles(OptionSpec option) {
        return Set.of(CliOptions.NO_CONFIG, CliOptions.PRINT_CONFIG).contains(option.longestName());
    }

    private static String value(OptionSpec option, ParseResult effective) {
        if (option.arity().max() == 0) {
            return "true";
        }
        if (!option.isMultiValue()) {
            return quoted(CliOptions.text(effective, option.longestName()).orElse(""));
        }
        List<String> values = CliOptions.texts(effective, option.longestName());
        return "["
                + String.join(", ", values.stream().map(EffectiveConfig::quoted).toList()) + "]";
    }

    private static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        // What PrintableText escapes reads the same in a double-quoted YAML scalar.
        return "\"" + PrintableText.of(text.replace("\\", "\\\\").replace("\"", "\\\""), false) + "\"";
    }
}
