package org.cordonrt.cli;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A form of output. Which of them a verb can write is said by its {@link Forms}. */
enum OutputFormat {
    TEXT(true),
    JSON(true),
    /** A table for spreadsheets. */
    CSV(true),
    /** Markdown, for pull requests and notes. */
    MD(true),
    /** JUnit XML, for continuous integration. */
    JUNIT(true),
    /** Static Analysis Results Interchange Format 2.1.0, for code-scanning dashboards. */
    SARIF(true),
    /** Workflow commands that GitHub shows as annotations. */
    GITHUB(true),
    /** A page to print and to file. */
    HTML(false),
    PDF(false),
    /** Figures as vector graphics. */
    SVG(false),
    /** Figures as pixels. */
    PNG(false);

    private final boolean printable;

    OutputFormat(boolean printable) {
        this.printable = printable;
    }

    /** Whether it may go to standard output; the others only go to files. */
    boolean isPrintable() {
        return printable;
    }

    /** Whether {@code --out} may name a folder for it, that it fills with files. */
    boolean mayFillFolder() {
        return this == SVG || this == PNG;
    }

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
