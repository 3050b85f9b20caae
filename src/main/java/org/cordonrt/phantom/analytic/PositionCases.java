package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * One lopsided body in a lopsided gradient, with its dose grid stored as for each of the eight patient positions, with a
 * grid that is oblique to the contours, and with grid and contours oblique together. All coordinates and cosines are
 * short decimals, so that nothing is rounded.
 */
final class PositionCases {
    private static final Point3 CENTRE = new Point3(10, -20, 30);
    private static final LinearDose DOSE = new LinearDose(30, new Point3(0.5, 0.75, 0.25));
    private static final double UNIT_GY = 1e-6;
    private static final double SLICE_MM = 2.5;
    private static final int PLANES = 9;

    /** An L that no turn or mirror maps onto itself. */
    private static final double[] OUTLINE = {-8, -6, 9, -6, 9, -1, -2, 1, -2, 7, -8, 7};

    /** Orthonormal and exact in decimals. */
    private static final Drawing.Frame OBLIQUE = new Drawing.Frame(
            CENTRE, new Point3(0.6, 0.8, 0), new Point3(-0.48, 0.36, 0.8), new Point3(0.64, -0.48, 0.6));

    private static final Drawing.Frame STRAIGHT =
            new Drawing.Frame(CENTRE, new Point3(1, 0, 0), new Point3(0, 1, 0), new Point3(0, 0, 1));

    private PositionCases() {}

    static List<AnalyticCase> list() {
        List<AnalyticCase> cases = new ArrayList<>();
        for (PatientPosition p : PatientPosition.values()) {
            String name = "position-" + p.name().toLowerCase(Locale.ROOT);
            cases.add(new AnalyticCase(
                    name,
                    Family.POSITION,
                    "dose grid stored as for patient position " + p.name(),
                    true,
                    () -> make(name, STRAIGHT, axialGrid(p), p)));
        }
        cases.add(new AnalyticCase(
                "position-oblique-grid",
                Family.POSITION,
                "axial contours, oblique dose grid",
                true,
                () -> make("position-oblique-grid", STRAIGHT, obliqueGrid(), PatientPosition.HFS)));
        cases.add(new AnalyticCase(
                "position-oblique-contours",
                Family.POSITION,
                "contours on the oblique planes of their dose grid",
                true,
                () -> make("position-oblique-contours", OBLIQUE, obliqueGrid(), PatientPosition.HFS)));
        return cases;
    }

    private static AnalyticPhantom make(String name, Drawing.Frame frame, GridGeometry grid, PatientPosition position) {
        List<Section> sections = new ArrayList<>();
        for (int k = 0; k < PLANES; k++) {
            double[] xy = new double[OUTLINE.length];
            for (int i = 0; i < xy.length; i++) {
                // Hundredths of a millimetre, whose products with the cosines a file still holds exactly.
                xy[i] = Math.rint(100 * OUTLINE[i] * (1 - 0.05 * k)) / 100;
            }
            sections.add(Section.of(SLICE_MM * (k - (PLANES - 1) / 2.0), xy));
        }
        String roi = "Body";
        return new AnalyticPhantom(
                name,
                List.of(Drawing.draw(1, roi, sections, frame)),
                DoseSampler.sample(grid, UNIT_GY, DOSE::at),
                position,
                DOSE.atOriginGy(),
                new Truths().slabs(roi, sections, DOSE.inFrame(frame.origin(), frame.u(), frame.v(), frame.w())));
    }

    private static GridGeometry axialGrid(PatientPosition p) {
        return DoseSampler.axial(
                CENTRE.plus(new Point3(-11, -9, -13)), CENTRE.plus(new Point3(11, 9, 13)), new Point3(2, 1.5, 2), p);
    }

    private static GridGeometry obliqueGrid() {
        double step = 2.5;
        int half = 8;
        Point3 corner = OBLIQUE.place(-half * step, -half * step, -half * step);
        return new GridGeometry(
                2 * half + 1,
                2 * half + 1,
                corner,
                OBLIQUE.u().times(step),
                OBLIQUE.v().times(step),
                OBLIQUE.w(),
                DoseSampler.offsets(2 * half + 1, step));
    }
}
