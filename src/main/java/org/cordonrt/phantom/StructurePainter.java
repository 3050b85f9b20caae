package org.cordonrt.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.cordonrt.plan.Structure;

/** Draws the structures of a case under their TG-263 names. */
final class StructurePainter {
    static final String EXTERNAL = "External";

    /** The body contour is long and gentle: its points lie this much further apart than others. */
    private static final double BODY_POINT_SPACING = 4;

    /** A ray search for the surface of the PRV ends so far beyond the cord's, in margins: enough for a slant of 50 degrees. */
    private static final double PRV_SEARCH_REACH = 3;

    private static final double PRV_TOLERANCE_MM = 1e-4;
    private static final int PRV_MAX_STEPS = 100;

    /** Organs that give a case its clinical size: place from the middle, semi-axes and half height, mm. */
    private record Organ(String name, double x, double y, double z, double a, double b, double halfHeight) {}

    private static final List<Organ> ORGANS = List.of(
            new Organ("Lung_L", 75, -70, 10, 55, 75, 100),
            new Organ("Lung_R", -80, -70, 10, 60, 75, 100),
            new Organ("Heart", 25, -105, -40, 50, 40, 50),
            new Organ("A_Aorta", 16, -42, 0, 12, 12, 115),
            new Organ("Trachea", 0, -70, 70, 9, 8, 40),
            new Organ("Liver", -60, -80, -90, 75, 65, 28),
            new Organ("Stomach", 50, -90, -90, 35, 30, 28),
            new Organ("Spleen", 95, -35, -95, 25, 30, 22),
            new Organ("Kidney_L", 60, -20, -105, 25, 28, 12),
            new Organ("Kidney_R", -60, -20, -105, 25, 28, 12),
            new Organ("Chestwall_L", 120, -70, 0, 22, 80, 110),
            new Organ("Chestwall_R", -125, -70, 0, 22, 80, 110),
            new Organ("Bone_Sternum", 0, -150, 30, 22, 9, 70),
            new Organ("Musc_Back_L", 35, 15, 0, 25, 18, 115),
            new Organ("Musc_Back_R", -35, 15, 0, 25, 18, 115),
            new Organ("Larynx", 0, -80, 112, 18, 16, 6),
            new Organ("zRing01", 0, -15, 0, 45, 45, 40),
            new Organ("zRing02", 0, -15, 0, 55, 55, 50),
            new Organ("zRing03", 0, -15, 0, 65, 65, 60),
            new Organ("zRing04", 0, -15, 0, 75, 75, 70));

    private final SpineOptions options;
    private final Anatomy anatomy;
    private final ContourPainter painter;
    private final List<Structure> structures = new ArrayList<>();

    private StructurePainter(SpineOptions options, Anatomy anatomy) {
        this.options = options;
        this.anatomy = anatomy;
        this.painter = new ContourPainter(options);
    }

    static List<Structure> draw(SpineOptions options, Anatomy anatomy) {
        StructurePainter p = new StructurePainter(options, anatomy);
        p.drawAll();
        return p.structures;
    }

    private void drawAll() {
        Tube cord = anatomy.cord();
        drawTube("SpinalCord", "ORGAN", 0xFFFF00, cord);
        drawPrv();
        drawTube("ThecalSac", "ORGAN", 0x00FFFF, cord.widened(anatomy.sacMarginMm()));
        drawTube("SpinalCanal", "ORGAN", 0x0080FF, anatomy.canal());
        drawTube("VB_T09", "ORGAN", 0xC0C0C0, anatomy.vertebra());
        drawTarget("GTV", "GTV", 0xFF0000, anatomy.gtv());
        drawTarget("CTV", "CTV", 0xFF8000, anatomy.ctv());
        drawTarget("PTV", "PTV", 0xFF00FF, anatomy.ptv());
        drawTube("Esophagus", "ORGAN", 0x80FF00, anatomy.esophagus());
        // The body reaches beyond the cord, and beyond a target above it.
        double low = Math.min(cord.zLow(), anatomy.ptv().zLow());
        double high = Math.max(cord.zHigh(), anatomy.ptv().zHigh());
        draw(
                EXTERNAL,
                "EXTERNAL",
                0x00FF00,
                low,
                high,
                z -> List.of(Curves.ellipse(anatomy.body(), BODY_POINT_SPACING * options.pointSpacingMm())));
        for (Organ o : ORGANS.subList(0, options.extraStructures())) {
            drawOrgan(o);
        }
    }

    private void drawOrgan(Organ o) {
        Ellipse e = new Ellipse(Anatomy.MIDDLE.x() + o.x(), Anatomy.MIDDLE.y() + o.y(), o.a(), o.b());
        double z = Anatomy.MIDDLE.z() + o.z();
        String type = o.name().startsWith("z") ? "AVOIDANCE" : "ORGAN";
        draw(o.name(), type, 0x808080, z - o.halfHeight(), z + o.halfHeight(), at -> List.of(ellipse(e)));
    }

    private double[] ellipse(Ellipse e) {
        return Curves.ellipse(e, options.pointSpacingMm());
    }

    private void drawTube(String name, String type, int color, Tube tube) {
        draw(name, type, color, tube.zLow(), tube.zHigh(), z -> List.of(ellipse(tube.section(z))));
    }

    private void drawTarget(String name, String type, int color, Target target) {
        draw(name, type, color, target.zLow(), target.zHigh(), z -> target.section(z, options.pointSpacingMm()));
    }

    /** The true expansion in three dimensions: slant, bends and the rounded ends beyond the cord's included. */
    private void drawPrv() {
        Tube cord = anatomy.cord();
        double margin = Anatomy.PRV_MARGIN_MM;
        draw(
                "SpinalCord_PRV02",
                "AVOIDANCE",
                0xFFC000,
                cord.zLow() - margin,
                cord.zHigh() + margin,
                z -> prvSection(cord, margin, z));
    }

    private List<double[]> prvSection(Tube cord, double margin, double z) {
        Ellipse middle = cord.section(Math.max(cord.zLow(), Math.min(cord.zHigh(), z)));
        if (cord.signedDistance(middle.cx(), middle.cy(), z) > margin - PRV_TOLERANCE_MM) {
            return List.of();
        }
        int points = Curves.count(2 * Math.PI * (Math.max(middle.a(), middle.b()) + margin), options.pointSpacingMm());
        return List.of(
                Curves.polar(middle.cx(), middle.cy(), points, angle -> prvRadius(cord, margin, z, middle, angle)));
    }

    /** The radius along a ray at which the distance to the cord is the margin. */
    private static double prvRadius(Tube cord, double margin, double z, Ellipse middle, double angle) {
        double ux = StrictMath.cos(angle);
        double uy = StrictMath.sin(angle);
        return new BrentSolver(PRV_TOLERANCE_MM)
                .solve(
                        PRV_MAX_STEPS,
                        r -> cord.signedDistance(middle.cx() + r * ux, middle.cy() + r * uy, z) - margin,
                        0,
                        middle.radius(ux, uy) + PRV_SEARCH_REACH * margin,
                        middle.radius(ux, uy) + margin);
    }

    private void draw(
            String name, String type, int color, double zLow, double zHigh, DoubleFunction<List<double[]>> section) {
        List<Double> planes = Anatomy.planes(zLow, zHigh, options.planeSpacingMm());
        structures.add(new Structure(structures.size() + 1, name, type, color, painter.draw(planes, section)));
    }
}
