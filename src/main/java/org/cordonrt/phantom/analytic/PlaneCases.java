package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** A tapering column whose planes are not evenly spaced: what the half-way convention makes of it. */
final class PlaneCases {
    private static final double[] EVEN = {-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10};
    private static final double[] GAP = {-10, -8, -6, -4, 4, 6, 8, 10};
    private static final double[] UNEVEN = {-10, -9, -7, -4, -3.5, -1, 0, 2.5, 4.5, 8, 10};
    private static final double[] NEAR = {-10, -8, -6, -4, -2, 0, 0.01, 2, 4, 6, 8, 10};
    private static final LinearDose DOSE = new LinearDose(25, new Point3(0.5, -0.75, 0.5));
    private static final double UNIT_GY = 1e-4;
    private static final double RADIUS_MM = 8;
    private static final int POINTS = 90;

    /** Growth of the radius per mm of height, so that it matters which plane a slab is taken from. */
    private static final double TAPER = 0.1;

    private PlaneCases() {}

    static List<AnalyticCase> list() {
        String name = "planes-uneven";
        return List.of(new AnalyticCase(
                name,
                Family.PLANES,
                "tapering column with a gap, a plane drawn twice, planes 0.01 mm apart, uneven planes",
                true,
                () -> make(name)));
    }

    private static AnalyticPhantom make(String name) {
        List<Structure> structures = new ArrayList<>();
        Truths truths = new Truths();
        draw("Even", EVEN, -1, structures, truths);
        draw("Gap", GAP, -1, structures, truths);
        draw("DrawnTwice", EVEN, 4, structures, truths);
        draw("NearDuplicate", NEAR, -1, structures, truths);
        draw("Uneven", UNEVEN, -1, structures, truths);
        return new AnalyticPhantom(
                name,
                structures,
                DoseSampler.sample(
                        DoseSampler.axial(
                                new Point3(-12, -12, -12),
                                new Point3(12, 12, 12),
                                new Point3(2, 3, 1.5),
                                PatientPosition.HFS),
                        UNIT_GY,
                        DOSE::at),
                PatientPosition.HFS,
                DOSE.atOriginGy(),
                truths);
    }

    /** @param twice index of a plane whose contour is in the file twice; -1 for none */
    private static void draw(String roi, double[] heights, int twice, List<Structure> structures, Truths truths) {
        List<Section> sections = new ArrayList<>();
        for (int k = 0; k < heights.length; k++) {
            double[] xy = Outlines.regular(0, 0, RADIUS_MM + TAPER * heights[k], POINTS);
            sections.add(new Section(
                    heights[k],
                    k == twice ? List.of(xy, xy) : List.of(xy),
                    ContourGeometricType.CLOSED_PLANAR,
                    List.of(new Ring(xy, 1))));
        }
        structures.add(Drawing.axial(structures.size() + 1, roi, sections));
        truths.slabs(roi, sections, DOSE);
    }
}
