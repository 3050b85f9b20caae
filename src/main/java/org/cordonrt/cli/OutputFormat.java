package org.cordonrt.cli;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A form of output. */
enum OutputFormat {
    TEXT,
    JSON,
    /** A table for spreadsheets. */
    CSV,
    /** A page to print and to file. */
    HTML;

    /** What every verb can write. */
    static final Set<OutputFormat> USUAL = Collections.unmodifiableSet(EnumSet.of(TEXT, JSON));

    /** What a verb with a record to file can write. */
    static final Set<OutputFormat> WITH_PAGE = Collections.unmodifiableSet(EnumSet.of(TEXT, JSON, HTML));

    /** What a verb whose result is a table can write. */
    static final Set<OutputFormat> WITH_TABLE = Collections.unmodifiableSet(EnumSet.of(TEXT, JSON, CSV));

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param offered what the verb can write there */
    static OutputFormat named(String word, String option, Set<OutputFormat> offered) {
        return offered.stream()
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseThrow(() -> CliOptions.usage(option + ": there is no format '" + word + "'; there are: "
                        + offered.stream().map(OutputFormat::word).collect(Collectors.joining(", "))));
    }
}
