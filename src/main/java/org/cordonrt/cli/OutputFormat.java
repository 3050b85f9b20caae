package org.cordonrt.cli;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A form of output. */
enum OutputFormat {
    TEXT,
    JSON,
    CSV;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param known the formats that the verb at hand writes */
    static OutputFormat named(String word, String option, Set<OutputFormat> known) {
        return known.stream()
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseThrow(() -> CliOptions.usage(option + ": there is no format '" + word + "'; there are: "
                        + known.stream().map(OutputFormat::word).collect(Collectors.joining(", "))));
    }
}
