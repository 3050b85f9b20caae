package org.cordonrt.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordonrt.check.Tool;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A manual page in roff with the macros of man(7). */
final class ManPage {
    private static final String EXAMPLES = "Examples:";
    private static final String EXIT_CODES = "Exit codes:";

    private final StringBuilder out = new StringBuilder();

    private ManPage(String title) {
        out.append(".TH ")
                .append(quoted(title.toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" ")
                .append(quoted(CommandTree.PROGRAM + " " + Tool.current().version()))
                .append('\n');
        // No hyphenation of options and file names, left-aligned: what is copied runs.
        out.append(".nh\n.ad l\n");
    }

    /** The page's name: cordon, cordon-check, cordon-constraints-list. */
    static String title(String verb) {
        return verb.isEmpty() ? CommandTree.PROGRAM : CommandTree.PROGRAM + "-" + verb.replace(' ', '-');
    }

    static String ofProgram(Map<String, CommandSpec> verbs) {
        ManPage page = new ManPage(title(""));
        page.section("NAME");
        page.text("cordon - checks spine radiosurgery plans against spinal cord dose limits");
        page.section("SYNOPSIS");
        page.line(".B cordon");
        page.text("VERB [OPTIONS] PATH...");
        page.section("DESCRIPTION");
        page.text(
                "Reads the DICOM files that a planning system exports (RTSTRUCT, RTDOSE, RTPLAN), measures the dose to"
                        + " the spinal cord with an interval around every number and the distance to the tumour, and compares both"
                        + " with published limits. What could not be evaluated is never a pass. For research and quality"
                        + " assurance; not a medical device.");
        page.section("VERBS");
        verbs.forEach((name, spec) -> page.item("\\fB" + escaped(name) + "\\fR", firstLine(spec)));
        page.section("EXIT STATUS");
        for (ExitCode c : ExitCode.values()) {
            page.item(Integer.toString(c.number()), c.meaning());
        }
        page.section("ENVIRONMENT");
        page.item("JAVA_HOME", "Java to use, 17 or newer; otherwise the one on the PATH.");
        page.item("CORDON_JAVA_OPTS", "Options for the Java virtual machine, e.g. -Xmx4g.");
        page.item("NO_COLOR, CLICOLOR_FORCE, CLICOLOR", "Whether results are coloured.");
        page.item("COLUMNS", "Width of the terminal.");
        page.section("FILES");
        page.item(
                ".cordon.yaml",
                "Options for a project, in the working folder or one above it, up to the root of the repository.");
        page.item(
                "$XDG_CONFIG_HOME/cordon/config.yaml, ~/.config/cordon/config.yaml, %APPDATA%\\cordon\\config.yaml",
                "Options of a user.");
        page.section("SEE ALSO");
        page.text(String.join(
                ", ", verbs.keySet().stream().map(n -> title(n) + "(1)").toList()));
        return page.out.toString();
    }

    static String ofVerb(String verb, CommandSpec spec) {
        ManPage page = new ManPage(title(verb));
        page.section("NAME");
        page.text(title(verb) + " - " + lowerFirst(firstLine(spec)));
        page.section("SYNOPSIS");
        page.line(".B " + escaped(CommandTree.PROGRAM + " " + verb));
        List<String> words = new ArrayList<>(List.of("[OPTIONS]"));
        spec.positionalParameters().forEach(p -> words.add(argument(p)));
        page.text(String.join(" ", words));
        page.section("DESCRIPTION");
        for (String paragraph : spec.usageMessage().description()) {
            page.text(paragraph);
        }
        if (!spec.positionalParameters().isEmpty()) {
            page.section("ARGUMENTS");
            spec.positionalParameters()
                    .forEach(p ->
                            page.item("\\fI" + escaped(p.paramLabel()) + "\\fR", String.join(" ", p.description())));
        }
        page.section("OPTIONS");
        spec.options().stream().filter(o -> !o.hidden()).forEach(page::option);
        List<String> footer = Arrays.asList(spec.usageMessage().footer());
        int codes = footer.indexOf(EXIT_CODES);
        if (footer.contains(EXAMPLES)) {
            page.section("EXAMPLES");
            page.examples(footer.subList(footer.indexOf(EXAMPLES) + 1, codes < 0 ? footer.size() : codes));
        }
        page.section("EXIT STATUS");
        for (ExitCode c : ExitCode.values()) {
            page.item(Integer.toString(c.number()), c.meaning());
        }
        page.section("SEE ALSO");
        page.text(CommandTree.PROGRAM + "(1)");
        return page.out.toString();
    }

    private static String argument(PositionalParamSpec p) {
        String label = p.paramLabel() + (p.arity().max() > 1 ? "..." : "");
        return p.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private void option(OptionSpec o) {
        StringBuilder title = new StringBuilder();
        for (String name : o.names()) {
            title.append(title.length() == 0 ? "" : ", ")
                    .append("\\fB")
                    .append(escaped(name))
                    .append("\\fR");
        }
        if (o.arity().max() > 0) {
            title.append(" \\fI").append(escaped(o.paramLabel())).append("\\fR");
        }
        item(title.toString(), String.join(" ", o.description()));
    }

    private void examples(List<String> lines) {
        line(".nf");
        lines.stream().filter(l -> !l.isBlank()).forEach(l -> line(guarded(escaped(l.strip()))));
        line(".fi");
    }

    private void section(String name) {
        line(".SH " + quoted(name));
    }

    /** @param title already escaped */
    private void item(String title, String text) {
        line(".TP");
        line(guarded(title));
        text(text);
    }

    private void text(String text) {
        line(guarded(escaped(text)));
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private static String firstLine(CommandSpec spec) {
        String[] header = spec.usageMessage().header();
        return header.length == 0 ? "" : header[0];
    }

    private static String lowerFirst(String sentence) {
        String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** A backslash is roff's escape; a plain minus sign would come out as a hyphen that no shell understands. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%");
    }

    /** A point or an apostrophe at the beginning would make a request of the line. */
    private static String guarded(String line) {
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }

    private static String quoted(String text) {
        return "\"" + escaped(text).replace("\"", "\\(dq") + "\"";
    }
}
