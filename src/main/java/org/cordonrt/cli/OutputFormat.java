package org.cordonrt.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A form of output. */
enum OutputFormat {
    TEXT,
    JSON;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutputFormat named(String word, String option) {
        return Arrays.stream(values())
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseThrow(() -> CliOptions.usage(option + ": there is no format '" + word + "'; there are: "
                        + Arrays.stream(values()).map(OutputFormat::word).collect(Collectors.joining(", "))));
    }
}
