package org.cordonrt.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordonrt.Internal;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Margin;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.Severity;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.InputFile;

/**
 * What came of one plan of many: one line of JSON, in the shape that {@code batch.schema.json} describes, and one row of
 * a table. The same plan and options give the same line, whatever else was checked beside it. Immutable.
 *
 * @param json the line, without its end
 * @param cells the plain members of the line by name, as text; what is null is absent
 * @param inputs path and SHA-256 of the files that the result rests on
 */
@Internal
public record BatchLine(String json, Map<String, String> cells, List<Input> inputs) {
    /** Name and version of the lines; a change that breaks a reader changes the last part. */
    public static final String SCHEMA = "cordon/batch/1";

    /** The verdict of a plan that was not checked. */
    public static final String ERROR = "ERROR";

    private static final Metric MAXIMUM = Metric.parse("Max[Gy]");
    private static final Metric NEAR_MAXIMUM = Metric.parse("D0.035cc[Gy]");
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Columns of the table: the plain members of a line that say something about the plan. */
    private static final List<String> COLUMNS = List.of(
            "plan",
            "verdict",
            "exitCode",
            "headline",
            "fractions",
            "prescriptionGy",
            "cord",
            "cordMaxGy",
            "cordD0035ccGy",
            "target",
            "distanceMm",
            "overlapCc",
            "passed",
            "acceptable",
            "failed",
            "notEvaluable",
            "warnings",
            "errorCode",
            "error");

    /**
     * One file of a plan.
     *
     * @param path as it was given or found
     * @param sha256 lower-case hexadecimal digest
     */
    public record Input(String path, String sha256) {}

    /**
     * What a line belongs to, so that a later run can tell whether it still holds.
     *
     * @param plan the folder
     * @param filesSha256 digest of the names and sizes of all files in it
     * @param checkedWithSha256 digest of the program's version, the options and the constraint sets
     */
    public record Stamp(String plan, String filesSha256, String checkedWithSha256) {}

    public BatchLine {
        cells = Map.copyOf(cells);
        inputs = List.copyOf(inputs);
    }

    /** A plan that was checked. */
    public static BatchLine of(Stamp stamp, Assessment a, int exitCode) {
        return made(json -> {
            head(json, stamp, a.verdict().state().name(), exitCode, Headline.of(a));
            json.integer("fractions", a.plan().fractions());
            json.number("prescriptionGy", a.plan().prescriptionGy());
            json.text("cord", a.cord().map(c -> c.name()).orElse(null));
            json.number("cordMaxGy", cord(a, MAXIMUM));
            json.number("cordD0035ccGy", cord(a, NEAR_MAXIMUM));
            Optional<Margin> nearest = nearest(a);
            json.text("target", nearest.map(m -> m.to().structure().name()).orElse(null));
            json.number("distanceMm", nearest.map(Margin::distanceMm).orElse(Double.NaN));
            json.number("overlapCc", nearest.map(Margin::overlapCc).orElse(Double.NaN));
            json.integer("passed", count(a, State.PASS));
            json.integer("acceptable", count(a, State.ACCEPTABLE));
            json.integer("failed", count(a, State.FAIL));
            json.integer("notEvaluable", count(a, State.NOT_EVALUABLE));
            List<String> warnings = a.issues().stream()
                    .filter(i -> i.severity() != Severity.INFO)
                    .map(i -> i.code().name())
                    .distinct()
                    .sorted()
                    .toList();
            json.text("warnings", String.join(" ", warnings));
            json.nothing("errorCode");
            json.nothing("error");
            json.array(
                    "constraints",
                    a.constraints().stream().filter(ConstraintResult::counts).toList(),
                    r -> result(json, r));
            json.array("inputs", a.inputs(), (InputFile f) -> {
                json.text("path", f.path());
                json.text("sha256", f.sha256());
                json.text("modality", f.modality());
            });
        });
    }

    /**
     * A plan that was not checked.
     *
     * @param code of the error
     * @param message one line
     */
    public static BatchLine refused(Stamp stamp, String code, String message, int exitCode) {
        return made(json -> {
            head(json, stamp, ERROR, exitCode, message);
            json.text("errorCode", code);
            json.text("error", message);
        });
    }

    private static void head(JsonDocument json, Stamp stamp, String verdict, int exitCode, String headline) {
        json.text("schema", SCHEMA);
        json.text("plan", stamp.plan);
        json.text("verdict", verdict);
        json.integer("exitCode", exitCode);
        json.text("headline", headline);
        json.text("filesSha256", stamp.filesSha256);
        json.text("checkedWithSha256", stamp.checkedWithSha256);
    }

    private static void result(JsonDocument json, ConstraintResult r) {
        json.text("id", r.constraint().id());
        json.text("set", r.setId());
        json.text(
                "structure",
                r.structure() == null ? null : r.structure().structure().name());
        json.text("metric", r.constraint().metric().expression());
        json.text("comparator", r.constraint().comparison().symbol());
        json.number("limit", r.constraint().limit());
        json.text("unit", r.constraint().unit());
        json.number("value", r.value() == null ? Double.NaN : r.value().value());
        json.numberDown("lower", r.value() == null ? Double.NaN : r.value().lower());
        json.numberUp("upper", r.value() == null ? Double.NaN : r.value().upper());
        json.text("state", r.state().name());
    }

    private static double cord(Assessment a, Metric metric) {
        return a.cord().stream()
                .flatMap(c -> c.metrics().stream())
                .filter(v -> v.metric().equals(metric))
                .findFirst()
                .map(v -> v.value())
                .orElse(Double.NaN);
    }

    private static Optional<Margin> nearest(Assessment a) {
        return a.margins().stream().min((m, n) -> Double.compare(m.distanceMm(), n.distanceMm()));
    }

    private static int count(Assessment a, State state) {
        return (int) a.constraints().stream()
                .filter(r -> r.counts() && r.state() == state)
                .count();
    }

    private static BatchLine made(Consumer<JsonDocument> content) {
        String json = JsonDocument.line(content);
        return parse(json).orElseThrow(() -> new IllegalStateException("not a line of a batch: " + json));
    }

    /** A line that was written before; empty when this is none, or only the beginning of one. */
    public static Optional<BatchLine> parse(String json) {
        Map<String, String> cells = new HashMap<>();
        List<Input> inputs = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    cells.put(name, parser.getText());
                } else if (token == JsonToken.START_ARRAY && name.equals("inputs")) {
                    inputs(parser, inputs);
                } else {
                    parser.skipChildren();
                }
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole && SCHEMA.equals(cells.get("schema")) && cells.containsKey("plan")
                    ? Optional.of(new BatchLine(json, cells, inputs))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            // A line that was broken off, or none of ours.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inputs(JsonParser parser, List<Input> inputs) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> members = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, parser.getText());
            }
            inputs.add(new Input(members.getOrDefault("path", ""), members.getOrDefault("sha256", "")));
        }
    }

    public String plan() {
        return cell("plan");
    }

    /** PASS, ACCEPTABLE, FAIL, NOT_EVALUABLE or ERROR. */
    public String verdict() {
        return cell("verdict");
    }

    /** The limit that matters most, or what went wrong. */
    public String headline() {
        return cell("headline");
    }

    /** What {@code cordon check} would end with. */
    public int exitCode() {
        return Integer.parseInt(cells.getOrDefault("exitCode", "70"));
    }

    /** Whether the line is of this plan in this state, checked in this way. */
    public boolean holdsFor(Stamp stamp) {
        return plan().equals(stamp.plan)
                && cell("filesSha256").equals(stamp.filesSha256)
                && cell("checkedWithSha256").equals(stamp.checkedWithSha256);
    }

    private String cell(String name) {
        return cells.getOrDefault(name, "");
    }

    /** The title line of the table, without its end. */
    public static String csvTitles() {
        return String.join(",", COLUMNS);
    }

    /** The row of the table, without its end. */
    public String csv() {
        return String.join(
                ",", COLUMNS.stream().map(c -> CsvLines.text(cell(c))).toList());
    }
}
