package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.metric.Metric;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.analytic.Truth.Basis;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/**
 * Straight cords of radius 5 mm and four lengths beside each other, in a dose that rises by 1 Gy/mm across them. How
 * long a cord is drawn moves its near-maximum.
 */
final class CordCases {
    private static final double RADIUS_MM = 5;
    private static final double[] LENGTHS_MM = {20, 30, 50, 100};
    private static final double AXES_APART_MM = 12;
    private static final double CENTRE_GY = 8;
    private static final double UNIT_GY = 1e-4;
    private static final double POINT_SPACING_MM = 0.1;

    private static final List<Metric> NEAR_MAXIMUM = Truths.metrics(
            "Max[Gy]", "Mean[Gy]", "D0.03cc[Gy]", "D0.035cc[Gy]", "D0.35cc[Gy]", "D1.2cc[Gy]", "V10Gy[cc]", "V10Gy[%]");

    private CordCases() {}

    static List<AnalyticCase> list() {
        String name = "cord-gradient";
        return List.of(new AnalyticCase(
                name,
                Family.CORD,
                "cylinders of radius 5 mm, 20, 30, 50 and 100 mm long, 1 Gy/mm towards the left",
                true,
                () -> make(name)));
    }

    private static AnalyticPhantom make(String name) {
        List<Structure> structures = new ArrayList<>();
        Truths truths = new Truths();
        LinearDose dose = new LinearDose(CENTRE_GY, new Point3(1, 0, 0));
        for (int i = 0; i < LENGTHS_MM.length; i++) {
            double length = LENGTHS_MM[i];
            String roi = "Cord" + (int) length;
            List<Section> sections = new ArrayList<>();
            // Slices of 1 mm, the first and last half a slice within the ends.
            for (int k = 0; k < length; k++) {
                sections.add(Section.of(
                        k + 0.5 - length / 2,
                        Outlines.circle(0, (i - 1.5) * AXES_APART_MM, RADIUS_MM, POINT_SPACING_MM)));
            }
            structures.add(Drawing.axial(i + 1, roi, sections));
            DoseDistribution ideal = IdealShapes.cord(RADIUS_MM, length, CENTRE_GY);
            DoseDistribution slabs = PrismStack.of(sections).under(dose);
            truths.slabs(roi, slabs, NEAR_MAXIMUM)
                    .volume(roi, Basis.IDEAL_SHAPE, ideal.volumeMm3())
                    .doses(roi, Basis.IDEAL_SHAPE, ideal, NEAR_MAXIMUM);
        }
        return new AnalyticPhantom(
                name,
                structures,
                DoseSampler.sample(
                        DoseSampler.axial(
                                new Point3(-7, -25, -52.5),
                                new Point3(7, 25, 52.5),
                                new Point3(1, 2, 2.5),
                                PatientPosition.HFS),
                        UNIT_GY,
                        dose::at),
                PatientPosition.HFS,
                CENTRE_GY,
                truths);
    }
}
