package org.cordonrt.cli;

import java.util.Arrays;
import java.util.Locale;
import org.cordonrt.check.Tool;
import org.cordonrt.constraint.StructureAliases;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.report.JsonDocument;
import org.cordonrt.rt.Inventory;
import org.cordonrt.rt.Inventory.DoseFile;
import org.cordonrt.rt.Inventory.Origin;
import org.cordonrt.rt.Inventory.PlanFile;
import org.cordonrt.rt.Inventory.Roi;
import org.cordonrt.rt.Inventory.StructureSetFile;

/** An inventory as JSON: schema {@code cordon/list/1}. */
final class InventoryJson {
    private static final String SCHEMA = "cordon/list/1";

    private InventoryJson() {}

    static byte[] of(Inventory inventory, StructureAliases aliases) {
        Tool tool = Tool.current();
        return JsonDocument.bytes(json -> {
            json.text("schema", SCHEMA);
            json.object("tool", () -> {
                json.text("name", tool.name());
                json.text("version", tool.version());
            });
            json.array("structureSets", inventory.structureSets(), s -> structureSet(json, s, aliases));
            json.array("doses", inventory.doses(), d -> dose(json, d));
            json.array("plans", inventory.plans(), p -> plan(json, p));
            json.integer("otherFiles", inventory.otherFiles());
            json.array("issues", inventory.issues(), i -> {
                json.text("code", i.code().name());
                json.text("severity", i.severity().name());
                json.text("message", i.message());
            });
        });
    }

    private static void origin(JsonDocument json, Origin origin) {
        json.text("path", origin.path());
        json.text("sopInstanceUid", origin.sopInstanceUid());
        json.text("modality", origin.modality());
    }

    private static void structureSet(JsonDocument json, StructureSetFile s, StructureAliases aliases) {
        origin(json, s.origin());
        json.text("label", s.label());
        json.texts("frameOfReferenceUids", s.frameOfReferenceUids());
        json.array("structures", s.rois(), r -> roi(json, r, aliases));
    }

    private static void roi(JsonDocument json, Roi r, StructureAliases aliases) {
        StructureMatch match = InventoryText.recognise(r, aliases);
        json.integer("roiNumber", r.number());
        json.text("name", r.name());
        json.text("interpretedType", r.interpretedType());
        json.text("kind", match.kind().name());
        json.text("matchedBy", match.matchedBy().name());
        json.text("rule", match.rule());
        json.object(
                "contours",
                () -> Arrays.stream(ContourGeometricType.values())
                        .filter(r.contours()::containsKey)
                        .forEach(t -> json.integer(
                                t.name().toLowerCase(Locale.ROOT), r.contours().getOrDefault(t, 0))));
    }

    private static void dose(JsonDocument json, DoseFile d) {
        origin(json, d.origin());
        json.text("summationType", d.summationType());
        json.text("doseType", d.doseType());
        json.text("units", d.units());
        d.grid()
                .ifPresentOrElse(
                        g -> json.object("grid", () -> {
                            json.integer("columns", g.columns());
                            json.integer("rows", g.rows());
                            json.integer("frames", g.frames());
                            json.number("columnSpacingMm", g.columnSpacingMm());
                            json.number("rowSpacingMm", g.rowSpacingMm());
                        }),
                        () -> json.nothing("grid"));
        json.text("frameOfReferenceUid", d.frameOfReferenceUid());
        json.texts("planUids", d.planUids());
        json.texts("structureSetUids", d.structureSetUids());
        json.integer("storedDvhs", d.storedDvhs());
    }

    private static void plan(JsonDocument json, PlanFile p) {
        origin(json, p.origin());
        json.text("label", p.label());
        json.integer("fractions", p.fractions());
        json.text("approvalStatus", p.approvalStatus());
        json.text("frameOfReferenceUid", p.frameOfReferenceUid());
        json.texts("structureSetUids", p.structureSetUids());
        json.texts("doseUids", p.doseUids());
    }
}
