package org.cordonrt.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cordonrt.constraint.StructureAliases;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureNaming;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.Structure;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.PrintableText;
import org.cordonrt.report.TextStyle;
import org.cordonrt.report.TextTable;
import org.cordonrt.rt.Inventory;
import org.cordonrt.rt.Inventory.DoseFile;
import org.cordonrt.rt.Inventory.PlanFile;
import org.cordonrt.rt.Inventory.Roi;
import org.cordonrt.rt.Inventory.StructureSetFile;

/** An inventory as text. */
final class InventoryText {
    private final Inventory inventory;
    private final StructureAliases aliases;
    private final TextStyle style;
    private final StringBuilder out = new StringBuilder();
    /** File paths by SOP Instance UID, so that a reference reads as the file it leads to. */
    private final Map<String, String> paths = new HashMap<>();

    private InventoryText(Inventory inventory, StructureAliases aliases, TextStyle style) {
        this.inventory = inventory;
        this.aliases = aliases;
        this.style = style;
        Stream.of(inventory.structureSets(), inventory.doses(), inventory.plans())
                .flatMap(List::stream)
                .forEach(f -> paths.put(f.origin().sopInstanceUid(), f.origin().path()));
    }

    static String of(Inventory inventory, StructureAliases aliases, TextStyle style) {
        return new InventoryText(inventory, aliases, style).write();
    }

    /** What a check would take this structure for, by name and type. */
    static StructureMatch recognise(Roi roi, StructureAliases aliases) {
        return StructureNaming.recognise(
                new Structure(roi.number(), roi.name(), roi.interpretedType(), null, List.of()), aliases);
    }

    private String write() {
        inventory.structureSets().forEach(this::structureSet);
        inventory.doses().forEach(this::dose);
        inventory.plans().forEach(this::plan);
        if (out.length() == 0) {
            out.append("No RT Structure Set, RT Dose or RT Plan.\n");
        }
        if (inventory.otherFiles() > 0) {
            out.append(Phrases.count(inventory.otherFiles(), "other file")).append(" passed over\n");
        }
        for (Issue i : inventory.issues()) {
            lines("", i.severity() + " " + i.code() + ": " + i.message());
        }
        return out.toString();
    }

    private void structureSet(StructureSetFile s) {
        lines("", "RTSTRUCT  " + s.origin().path() + quoted(s.label()));
        TextTable t = new TextTable(2)
                .right("ROI")
                .left("name", 24)
                .left("type", 10)
                .left("contours", 22)
                .left("taken for", 20)
                .left("because", Integer.MAX_VALUE);
        for (Roi r : s.rois()) {
            StructureMatch match = recognise(r, aliases);
            t.row(
                    Integer.toString(r.number()),
                    safe(r.name()),
                    safe(r.interpretedType()),
                    contours(r),
                    match.kind().words(),
                    safe(match.rule()));
        }
        t.appendTo(out, style);
        out.append('\n');
    }

    private static String contours(Roi r) {
        if (r.contours().isEmpty()) {
            return "none";
        }
        List<String> parts = new ArrayList<>();
        r.contours().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> parts.add(e.getValue() + " "
                        + e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return String.join(", ", parts);
    }

    private void dose(DoseFile d) {
        lines("", "RTDOSE    " + d.origin().path());
        String grid = d.grid()
                .map(g -> g.columns() + " x " + g.rows() + " x " + g.frames() + " samples, "
                        + Decimals.shortest(g.columnSpacingMm(), 3) + " x " + Decimals.shortest(g.rowSpacingMm(), 3)
                        + " mm")
                .orElse("no dose grid");
        lines("  ", String.join(", ", d.summationType(), d.doseType(), d.units(), grid));
        if (d.storedDvhs() > 0) {
            lines("  ", "stored histograms: " + d.storedDvhs());
        }
        references("of plan", d.planUids());
        references("of structure set", d.structureSetUids());
        out.append('\n');
    }

    private void plan(PlanFile p) {
        lines("", "RTPLAN    " + p.origin().path() + quoted(p.label()));
        String fractions = p.fractions().isPresent()
                ? Phrases.fractions(p.fractions().getAsInt())
                : "number of fractions not said";
        lines("  ", p.approvalStatus().isEmpty() ? fractions : fractions + ", " + p.approvalStatus());
        references("of structure set", p.structureSetUids());
        references("names dose", p.doseUids());
        out.append('\n');
    }

    private void references(String what, List<String> uids) {
        for (String uid : uids) {
            String path = paths.get(uid);
            lines("  ", what + " " + (path == null ? uid + " (not here)" : path));
        }
    }

    private static String quoted(String label) {
        return label.isEmpty() ? "" : "  '" + label + "'";
    }

    private void lines(String indent, String text) {
        for (String line : TextTable.wrap(safe(text), style.width() - indent.length())) {
            out.append(indent).append(line).append('\n');
        }
    }

    private String safe(String text) {
        return PrintableText.of(text, style.ascii());
    }
}
