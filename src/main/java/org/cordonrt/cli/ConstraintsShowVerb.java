package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.constraint.Level;
import org.cordonrt.report.JsonDocument;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.PrintableText;
import org.cordonrt.report.TextStyle;
import org.cordonrt.report.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon constraints show}: one set, limit by limit, with its sources. */
final class ConstraintsShowVerb implements Verb {

    private static Forms<ConstraintSet> forms() {
        return Forms.of(
                (set, style) -> new Sheet(style).of(set), set -> JsonDocument.bytes(json -> document(json, set)));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "constraints show",
                "The limits of a set, each with its source.",
                "Shows a built-in set or a constraint file: structure as the source defines it, fractions, limit,"
                        + " endpoint, citation, and how far the number was verified.");
        spec.addPositional(CliOptions.argument("SET-OR-FILE", "A built-in set or a YAML file."));
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage().footer(CliOptions.footer("cordon constraints show TG101"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<ConstraintSet> outputs = Outputs.of(parsed, forms());
        ConstraintSet set = ConstraintSets.load(CliOptions.argument(parsed));
        outputs.write(terminal, List.of(), set);
        return ExitCode.OK;
    }

    private static void document(JsonDocument json, ConstraintSet set) {
        json.text("schema", "cordon/constraint-set/1");
        json.text("id", set.id());
        json.text("name", set.name());
        json.text("version", set.version());
        json.text("description", set.description());
        json.text("citation", set.citation());
        json.number("alphaBetaGy", set.alphaBetaGy());
        json.text("extends", set.base().map(ConstraintSet.Base::id).orElse(null));
        json.text("sha256", set.sha256());
        json.array("constraints", set.constraints(), c -> {
            json.text("id", c.id());
            json.text("structureKind", c.structureKind().name());
            json.text("structureInSource", c.structureInSource());
            json.integer("fractions", c.fractions());
            json.text("metric", c.metric().expression());
            c.to().ifPresent(kind -> json.text("to", kind.name()));
            json.text("comparator", c.comparison().symbol());
            json.number("rangeFrom", c.rangeFrom());
            json.number("limit", c.limit());
            json.text("unit", c.unit());
            json.text("level", c.level().name());
            json.text("requirement", c.requirement().name());
            json.integer("priority", c.priority());
            json.text("condition", c.condition());
            json.text("endpoint", c.endpoint());
            json.text("risk", c.risk());
            json.text("events", c.events());
            json.text("note", c.note());
            c.robustness().ifPresent(x -> json.object("robust", () -> json.number("shiftMm", x.shiftMm())));
            json.object("source", () -> {
                json.text("citation", c.source().citation());
                json.text("doi", c.source().doi());
                json.text("where", c.source().where());
                json.text("status", c.source().status().name());
                json.texts("readAt", c.source().readAt());
            });
        });
    }

    /** The set as text. */
    private record Sheet(TextStyle style) {
        String of(ConstraintSet set) {
            StringBuilder out = new StringBuilder();
            lines(out, "", set.id() + ": " + set.name() + " (version " + set.version() + ")");
            lines(out, "", set.description());
            lines(out, "", "Source: " + set.citation());
            set.base().ifPresent(b -> lines(out, "", "Extends " + b.id() + " (version " + b.version() + ")"));
            for (Constraint c : set.constraints()) {
                out.append('\n');
                lines(
                        out,
                        "",
                        c.id() + "  " + c.structureKind().words() + ", " + Phrases.fractions(c.fractions()) + ": "
                                + c.text());
                lines(
                        out,
                        "    ",
                        c.level().word() + "; "
                                + (c.level() == Level.INFORMATION
                                        ? "never judged"
                                        : "counts " + c.requirement().word())
                                + (c.priority().isPresent()
                                        ? "; priority " + c.priority().getAsInt()
                                        : "")
                                + "; "
                                + c.source().status().words());
                lines(out, "    ", "for: " + c.structureInSource() + "; against: " + c.endpoint());
                c.robustness().ifPresent(x -> lines(out, "    ", "robust: " + x.text()));
                if (c.condition() != null) {
                    lines(out, "    ", "when: " + c.condition());
                }
                if (c.risk() != null) {
                    lines(out, "    ", "risk: " + c.risk() + (c.events() == null ? "" : " (" + c.events() + ")"));
                }
                String doi =
                        c.source().doi() == null ? "" : " doi:" + c.source().doi();
                lines(
                        out,
                        "    ",
                        c.source().citation() + doi + " (" + c.source().where() + ")");
                if (c.note() != null) {
                    lines(out, "    ", "note: " + c.note());
                }
            }
            return out.toString();
        }

        private void lines(StringBuilder out, String indent, String text) {
            // Files write long text over several lines; here it is wrapped anew.
            String line = PrintableText.of(text.strip().replaceAll("\\s+", " "), style.ascii());
            for (String part : TextTable.wrap(line, style.width() - indent.length())) {
                out.append(indent).append(part).append('\n');
            }
        }
    }
}
