package org.cordonrt.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Margin;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Source;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.InputFile;

/**
 * A check as GitHub-flavoured Markdown, for a comment on a pull request or a note: verdict, limits that were tested,
 * what was not evaluated, separations, findings, sources. No patient and no times: the same result gives the same bytes.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class MarkdownReport {
    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/[A-Za-z0-9./-]{1,100}");

    private MarkdownReport() {}

    /** The page. */
    public static String of(Assessment a) {
        StringBuilder out = new StringBuilder();
        out.append("## ")
                .append(sign(a.verdict().state()))
                .append(state(a.verdict().state()))
                .append(": ")
                .append(safe(Headline.of(a)))
                .append("\n\n")
                .append(safe("Plan " + Phrases.plan(a.plan())))
                .append(". ")
                .append(safe("Limits: "
                        + (a.sets().isEmpty()
                                ? "none chosen"
                                : a.sets().stream().map(DerivedText::set).collect(Collectors.joining(", ")))))
                .append(". ")
                .append(safe(a.tool().name() + " " + a.tool().version() + ", " + Phrases.model(a.model())))
                .append(".\n");
        limits(out, a);
        notEvaluated(out, a);
        margins(out, a.margins());
        findings(out, a.issues());
        sources(out, a);
        inputs(out, a.inputs());
        out.append("\n<sub>").append(Sentences.CAUTION).append("</sub>\n");
        return out.toString();
    }

    /** A sign beside the word, for those who skim; the word always stands too. */
    private static String sign(State s) {
        return switch (s) {
            case PASS -> "\u2705 ";
            case FAIL -> "\u274C ";
            case ACCEPTABLE, NOT_EVALUABLE -> "\u26A0\uFE0F ";
            case SKIPPED -> "";
        };
    }

    private static String state(State s) {
        return s.name().replace("_", "\\_");
    }

    private static String safe(String text) {
        return MarkdownText.of(text);
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static void limits(StringBuilder out, Assessment a) {
        List<ConstraintResult> tested = a.constraints().stream()
                .filter(r -> r.value() != null && r.value().isEvaluable() && !DerivedText.isInformation(r))
                .toList();
        out.append("\n### Limits")
                .append(
                        a.plan().fractions().isPresent()
                                ? " for "
                                        + Phrases.fractions(a.plan().fractions().getAsInt())
                                : "")
                .append("\n\n");
        if (tested.isEmpty()) {
            out.append("None could be tested.\n");
            return;
        }
        row(out, List.of("state", "structure", "limit", "value", "left", "source"));
        out.append("|---|---|---|--:|--:|---|\n");
        for (ConstraintResult r : tested) {
            Constraint c = r.constraint();
            row(
                    out,
                    List.of(
                            sign(r.state()) + state(r.state()),
                            safe(Outcomes.structure(r)),
                            safe(c.text()),
                            Decimals.beside(Objects.requireNonNull(r.value()).value(), c.limit(), 2) + " " + c.unit(),
                            Decimals.beside(r.headroom().orElse(0), 0, 2) + " " + c.unit(),
                            safe(r.setId() + " " + c.id() + DerivedText.remark(r))
                                    + (r.counts() ? "" : " (information only)")));
        }
    }

    private static void notEvaluated(StringBuilder out, Assessment a) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (ConstraintResult r : a.constraints()) {
            if (r.state() == State.NOT_EVALUABLE) {
                byReason.computeIfAbsent(String.valueOf(r.reason()), k -> new ArrayList<>())
                        .add(Outcomes.limit(r) + " (" + r.setId() + " "
                                + r.constraint().id() + ")");
            }
        }
        if (!byReason.isEmpty()) {
            out.append("\n### Not evaluated (never a pass)\n\n");
            byReason.forEach((reason, limits) -> out.append("- ")
                    .append(safe(reason))
                    .append(": ")
                    .append(safe(String.join("; ", limits)))
                    .append('\n'));
        }
        long skipped = a.constraints().stream()
                .filter(r -> r.state() == State.SKIPPED && !DerivedText.isInformation(r))
                .count();
        if (skipped > 0) {
            out.append('\n')
                    .append(Phrases.count((int) skipped, "limit"))
                    .append(skipped == 1 ? " does" : " do")
                    .append(" not apply to this plan.\n");
        }
    }

    private static void margins(StringBuilder out, List<Margin> margins) {
        if (margins.isEmpty()) {
            return;
        }
        out.append("\n### Separation in mm\n\n");
        row(out, List.of("from", "to", "distance", "slabs", "contours", "overlap cc"));
        out.append("|---|---|--:|--:|--:|--:|\n");
        for (Margin m : margins) {
            row(
                    out,
                    List.of(
                            safe(m.from().structure().name()),
                            safe(m.to().structure().name()),
                            Phrases.millimetres(m.distanceMm()),
                            Phrases.millimetres(m.slabMm()),
                            Phrases.millimetres(m.planesMm()),
                            m.overlapCc() == 0 ? "-" : Decimals.beside(m.overlapCc(), 0, 3)));
        }
    }

    private static void findings(StringBuilder out, List<Issue> issues) {
        List<Issue> shown =
                issues.stream().filter(i -> i.severity() != Severity.INFO).toList();
        if (shown.isEmpty()) {
            return;
        }
        out.append("\n### Findings\n\n");
        for (Issue i : shown) {
            out.append("- **")
                    .append(i.severity())
                    .append("** `")
                    .append(i.code())
                    .append("`: ")
                    .append(safe(i.message()))
                    .append('\n');
        }
    }

    /** Each source once, with the limits that were taken from it. */
    private static void sources(StringBuilder out, Assessment a) {
        Map<Source, List<String>> bySource = new LinkedHashMap<>();
        for (ConstraintResult r : a.constraints()) {
            if (r.state() != State.SKIPPED) {
                bySource.computeIfAbsent(r.constraint().source(), k -> new ArrayList<>())
                        .add(r.setId() + " " + r.constraint().id());
            }
        }
        if (bySource.isEmpty()) {
            return;
        }
        out.append("\n<details><summary>Sources</summary>\n\n");
        bySource.forEach((source, limits) -> out.append("- ")
                .append(safe(limits.stream().distinct().collect(Collectors.joining(", "))))
                .append(": ")
                .append(safe(source.citation() + " (" + source.where() + ")"))
                .append(source.doi() == null ? "" : ", " + doi(source.doi()))
                .append('\n'));
        out.append("\n</details>\n");
    }

    /** A link where it can be nothing else: the sets of users may hold anything. */
    private static String doi(String doi) {
        return DOI.matcher(doi).matches() ? "[doi:" + doi + "](" + Outcomes.link(doi) + ")" : safe("doi " + doi);
    }

    private static void inputs(StringBuilder out, List<InputFile> inputs) {
        if (inputs.isEmpty()) {
            return;
        }
        out.append("\n<details><summary>Files</summary>\n\n");
        row(out, List.of("file", "kind", "SHA-256"));
        out.append("|---|---|---|\n");
        for (InputFile f : inputs) {
            row(out, List.of(safe(f.path()), safe(f.modality()), safe(f.sha256())));
        }
        out.append("\n</details>\n");
    }
}
