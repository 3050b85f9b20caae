package org.cordonrt.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.InputFile;

/**
 * A check in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for dashboards: a rule for every limit that
 * was not met, with its source, and for every kind of finding; a result for each. What was met is not listed. No times
 * and no patient: the same result gives the same bytes.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class SarifReport {
    static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String VERDICT = "VERDICT";

    private SarifReport() {}

    /**
     * What was found to be wrong or in doubt.
     *
     * @param id as results name it
     * @param title short
     * @param description longer
     * @param help what it means and where it comes from
     * @param link to the source; empty when there is none
     * @param level when nothing else is said
     */
    private record Rule(
            String id, String title, String description, String help, Optional<String> link, String level) {}

    /**
     * One thing that was found.
     *
     * @param rule what it is
     * @param level error, warning or note
     * @param message one sentence
     * @param structure what it is about; empty when it is the plan
     * @param file where; empty when the case came from no files
     */
    private record Result(
            Rule rule, String level, String message, Optional<String> structure, Optional<InputFile> file) {}

    /** The document, UTF-8. */
    public static byte[] of(Assessment a) {
        List<Result> results = results(a);
        Map<String, Rule> rules = new LinkedHashMap<>();
        results.forEach(r -> rules.putIfAbsent(r.rule.id, r.rule));
        List<String> order = List.copyOf(rules.keySet());
        return JsonDocument.bytes(json -> {
            json.text("$schema", SCHEMA);
            json.text("version", "2.1.0");
            json.array("runs", List.of(a), run -> {
                json.object(
                        "tool",
                        () -> json.object("driver", () -> {
                            json.text("name", run.tool().name());
                            json.text("version", run.tool().version());
                            json.array("rules", List.copyOf(rules.values()), r -> rule(json, r));
                        }));
                json.array("artifacts", run.inputs(), f -> artifact(json, f));
                json.array("results", results, r -> result(json, r, order.indexOf(r.rule.id)));
                json.text("columnKind", "unicodeCodePoints");
                json.object("properties", () -> {
                    json.text("verdict", run.verdict().state().name());
                    json.text("verdictReason", safe(Headline.of(run)));
                    json.text("model", Phrases.model(run.model()));
                    json.texts(
                            "constraintSets",
                            run.sets().stream().map(DerivedText::set).toList());
                });
            });
        });
    }

    private static List<Result> results(Assessment a) {
        Optional<InputFile> structures = input(a, "RTSTRUCT");
        List<Result> results = new ArrayList<>();
        // A verdict that no limit decided would otherwise show in no result.
        if (Outcomes.weight(a.verdict().state()) == Outcomes.Weight.ERROR
                && a.verdict().decidedBy() == null) {
            results.add(new Result(verdict(), "error", Headline.of(a), Optional.empty(), structures));
        }
        for (ConstraintResult r : Outcomes.raised(a)) {
            results.add(new Result(
                    limit(r),
                    Outcomes.weight(r) == Outcomes.Weight.ERROR ? "error" : "warning",
                    r.state().name() + ": " + Outcomes.limit(r) + ": " + Outcomes.finding(r),
                    Optional.of(Outcomes.structure(r)),
                    structures));
        }
        for (Issue i : a.issues()) {
            results.add(new Result(finding(i.code()), level(i.severity()), i.message(), Optional.empty(), structures));
        }
        return results;
    }

    private static Rule verdict() {
        return new Rule(
                VERDICT,
                "The plan could not be shown to keep its limits",
                "The check came to no answer that a single limit explains.",
                "What could not be evaluated is never a pass.",
                Optional.empty(),
                "error");
    }

    private static Rule limit(ConstraintResult r) {
        Constraint c = r.constraint();
        return new Rule(
                r.setId() + "/" + c.id(),
                c.structureKind().words() + ", " + Phrases.fractions(c.fractions()) + ": " + c.text(),
                "Published for: " + c.structureInSource() + ". Endpoint: " + c.endpoint() + ".",
                "Source: " + Outcomes.source(c) + ". Number "
                        + c.source().status().words() + "."
                        + (c.risk() == null ? "" : " Risk at the limit: " + c.risk() + "."),
                Optional.ofNullable(c.source().doi()).map(Outcomes::link).filter(SarifReport::isUri),
                "error");
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false; // a set of the user may hold anything as its DOI
        }
    }

    private static Rule finding(IssueCode code) {
        return new Rule(
                code.name(),
                code.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                code.meaning(),
                code.meaning() + " " + code.remedy(),
                Optional.empty(),
                level(code.severity()));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static Optional<InputFile> input(Assessment a, String modality) {
        return a.inputs().stream().filter(f -> f.modality().equals(modality)).findFirst();
    }

    private static void rule(JsonDocument json, Rule r) {
        json.text("id", safe(r.id));
        message(json, "shortDescription", r.title);
        message(json, "fullDescription", r.description);
        message(json, "help", r.help);
        r.link.ifPresent(l -> json.text("helpUri", l));
        json.object("defaultConfiguration", () -> json.text("level", r.level));
    }

    private static void result(JsonDocument json, Result r, int index) {
        json.text("ruleId", safe(r.rule.id));
        json.integer("ruleIndex", index);
        json.text("level", r.level);
        message(json, "message", r.message);
        json.array("locations", r.file.stream().toList(), f -> {
            json.object(
                    "physicalLocation", () -> json.object("artifactLocation", () -> json.text("uri", uri(f.path()))));
            r.structure.ifPresent(s -> json.array("logicalLocations", List.of(safe(s)), name -> {
                json.text("name", name);
                json.text("kind", "structure");
            }));
        });
        // The same finding of the next run is the same finding.
        json.object(
                "partialFingerprints",
                () -> json.text(
                        "cordonFinding/v1",
                        safe(r.rule.id + "/" + r.structure.orElse("") + (r.structure.isPresent() ? "" : r.message))));
    }

    private static void artifact(JsonDocument json, InputFile f) {
        json.object("location", () -> json.text("uri", uri(f.path())));
        json.text("mimeType", "application/dicom");
        if (!f.sha256().isEmpty()) {
            json.object("hashes", () -> json.text("sha-256", f.sha256()));
        }
    }

    /** Relative paths stay relative: the file says the same on every machine. */
    static String uri(String file) {
        String path = file.replace('\\', '/');
        try {
            // A path without a leading slash may begin with what looks like a scheme: C:/plan, a:b.
            return path.startsWith("/") || path.matches("[A-Za-z]:/.*")
                    ? new URI("file", "", path.startsWith("/") ? path : "/" + path, null).toASCIIString()
                    : new URI(null, null, (path.contains(":") ? "./" : "") + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static void message(JsonDocument json, String name, String text) {
        json.object(name, () -> json.text("text", safe(text)));
    }

    private static String safe(String text) {
        return PrintableText.of(text, false);
    }
}
