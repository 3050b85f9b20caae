package org.cordonrt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.SelectionOptions;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.JsonDocument;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.PrintableText;
import org.cordonrt.report.TextStyle;
import org.cordonrt.report.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code --dry-run}: which files are used and what each structure is taken for, and for a check which limits would be
 * tested on what. The files are read and linked as always, nothing is computed, and no output file is written.
 *
 * @param plan the case
 * @param selection what each structure is taken for
 * @param tests what a check would test; empty for other verbs
 */
record DryRun(TreatmentCase plan, StructureSelection selection, Optional<List<DryRun.Test>> tests) {
    static final String OPTION = "--dry-run";

    /**
     * A limit of the plan's number of fractions.
     *
     * @param set its constraint set
     * @param limit the limit
     * @param on names of the structures that it would be tested on
     * @param absence why there is none; empty when there is
     */
    record Test(String set, Constraint limit, List<String> on, String absence) {}

    static void addTo(CommandSpec spec) {
        spec.addOption(CliOptions.flag(
                OPTION, "Say what would be read and tested, without computing or writing anything (default: no)."));
    }

    static boolean isAsked(ParseResult parsed) {
        return CliOptions.has(parsed, OPTION);
    }

    /** Of a verb that tests no limits. */
    static ExitCode show(TreatmentCase plan, ParseResult parsed, Terminal terminal) {
        StructureSelection selection = StructureSelection.of(plan.structures(), Optional.empty(), List.of());
        return new DryRun(plan, selection, Optional.empty()).print(parsed, terminal);
    }

    /** Of a check. */
    static ExitCode show(TreatmentCase plan, CheckOptions options, ParseResult parsed, Terminal terminal) {
        StructureSelection selection = StructureSelection.of(
                plan.structures(),
                new SelectionOptions(
                        options.cord(),
                        options.targets(),
                        options.rules().substitutions(),
                        options.rules().aliases()));
        List<Test> tests = new ArrayList<>();
        for (ConstraintSet set : options.sets()) {
            plan.plan()
                    .fractions()
                    .ifPresent(n -> set.forFractions(n).forEach(c -> tests.add(test(set.id(), c, selection))));
        }
        return new DryRun(plan, selection, Optional.of(tests)).print(parsed, terminal);
    }

    private static Test test(String set, Constraint limit, StructureSelection selection) {
        StructureKind kind = limit.structureKind();
        List<String> on = new ArrayList<>(
                selection.drawn(kind).stream().map(m -> m.structure().name()).toList());
        if (on.isEmpty()
                && kind == StructureKind.PARTIAL_CORD
                && selection.cord().isPresent()
                && !selection.targets().isEmpty()) {
            on.add("part of " + selection.cord().get().structure().name());
        }
        return new Test(set, limit, on, on.isEmpty() ? selection.absence(kind) : "");
    }

    private ExitCode print(ParseResult parsed, Terminal terminal) {
        String format = CliOptions.text(parsed, Outputs.FORMAT).orElse("text");
        if (format.equals("json")) {
            terminal.print(json());
        } else if (format.equals("text")) {
            terminal.print(text(terminal.style(CliOptions.detail(parsed))));
        } else {
            throw CliOptions.usage(OPTION + " is written as text or json, not as " + format);
        }
        return ExitCode.OK;
    }

    private byte[] json() {
        return JsonDocument.bytes(json -> {
            json.text("schema", "cordon/dry-run/1");
            json.array("inputs", plan.inputs(), f -> {
                json.text("path", f.path());
                json.text("sha256", f.sha256());
                json.text("sopInstanceUid", f.sopInstanceUid());
                json.text("modality", f.modality());
            });
            json.integer("fractions", plan.plan().fractions());
            json.array("structures", selection.matches(), m -> {
                json.integer("roiNumber", m.structure().roiNumber());
                json.text("name", m.structure().name());
                json.text("kind", m.kind().name());
                json.text("matchedBy", m.matchedBy().name());
            });
            tests.ifPresent(t -> json.array("limits", t, x -> {
                json.text("set", x.set);
                json.text("id", x.limit.id());
                json.text("limit", x.limit.text());
                json.texts("structures", x.on);
                json.text("reason", x.absence.isEmpty() ? null : x.absence);
            }));
        });
    }

    private String text(TextStyle style) {
        StringBuilder out =
                new StringBuilder("Nothing was computed (").append(OPTION).append(").\n\n");
        TextTable used = new TextTable(0).left("", 10).left("", Integer.MAX_VALUE);
        used.row("Plan", safe(Phrases.plan(plan.plan()), style));
        for (InputFile f : plan.inputs()) {
            used.row(f.modality(), safe(f.path(), style));
        }
        used.appendTo(out, style);
        out.append("\nStructures\n");
        TextTable structures =
                new TextTable(2).left("name", 24).left("taken for", 22).left("because", Integer.MAX_VALUE);
        for (StructureMatch m : selection.matches()) {
            structures.row(safe(m.structure().name(), style), m.kind().words(), safe(m.rule(), style));
        }
        structures.appendTo(out, style);
        tests.ifPresent(t -> limits(out, t, style));
        return out.toString();
    }

    private void limits(StringBuilder out, List<Test> all, TextStyle style) {
        if (plan.plan().fractions().isEmpty()) {
            out.append(
                    "\nThe number of fractions is not known: no limit would be tested (state it with --fractions N)\n");
            return;
        }
        out.append("\nLimits for ")
                .append(Phrases.fractions(plan.plan().fractions().getAsInt()))
                .append('\n');
        TextTable tested =
                new TextTable(2).left("structure", 34).left("limit", 30).left("source", Integer.MAX_VALUE);
        TextTable absent = new TextTable(2).left("limit", 34).left("because", Integer.MAX_VALUE);
        for (Test t : all) {
            String source = t.set + " " + t.limit.id();
            t.on.forEach(name -> tested.row(safe(name, style), t.limit.text(), safe(source, style)));
            if (t.on.isEmpty()) {
                absent.row(safe(source, style), safe(t.absence, style));
            }
        }
        tested.appendTo(out, style);
        if (!absent.isEmpty()) {
            out.append("\nNot to be tested\n");
            absent.appendTo(out, style);
        }
    }

    private static String safe(String text, TextStyle style) {
        return PrintableText.of(text, style.ascii());
    }
}
