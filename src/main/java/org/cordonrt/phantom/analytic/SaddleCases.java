package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/**
 * Triangular columns in the dose 30 Gy + 0.1 Gy/mm2 x y, which trilinear interpolation gives back exactly: the largest
 * dose of one and the smallest of the other lie in the middle of an edge, away from every vertex and every sample plane.
 */
final class SaddleCases {
    private static final double BASE_GY = 30;
    private static final double CURVATURE = 0.1;
    private static final double LEG_MM = 15;
    private static final double SLICE_MM = 2;
    private static final int PLANES = 10;
    private static final double UNIT_GY = 1e-4;

    private SaddleCases() {}

    static List<AnalyticCase> list() {
        String name = "saddle-edge";
        return List.of(new AnalyticCase(
                name,
                Family.SADDLE,
                "triangular columns whose largest or smallest dose lies inside an edge",
                true,
                () -> make(name)));
    }

    private static AnalyticPhantom make(String name) {
        List<Structure> structures = new ArrayList<>();
        Truths truths = new Truths();
        draw("MaxInEdge", 1, structures, truths);
        draw("MinInEdge", -1, structures, truths);
        return new AnalyticPhantom(
                name,
                structures,
                DoseSampler.sample(
                        DoseSampler.axial(
                                new Point3(-2, -16, -12),
                                new Point3(16, 16, 12),
                                new Point3(2, 2, 2),
                                PatientPosition.HFS),
                        UNIT_GY,
                        p -> BASE_GY + CURVATURE * p.x() * p.y()),
                PatientPosition.HFS,
                BASE_GY,
                truths);
    }

    /** @param side of the x axis on which the triangle lies */
    private static void draw(String roi, int side, List<Structure> structures, Truths truths) {
        double[] triangle = {0, 0, LEG_MM, 0, 0, side * LEG_MM};
        List<Section> sections = new ArrayList<>();
        for (int k = 0; k < PLANES; k++) {
            sections.add(Section.of(SLICE_MM * (k - (PLANES - 1) / 2.0), triangle));
        }
        structures.add(Drawing.axial(structures.size() + 1, roi, sections));
        DoseDistribution doses = side > 0 ? above() : below();
        truths.slabs(roi, doses, Truths.USUAL);
    }

    private static double volumeMm3() {
        return LEG_MM * LEG_MM / 2 * PLANES * SLICE_MM;
    }

    /** Mean of x y over the triangle: a twelfth of the square of its leg. */
    private static double meanGy() {
        return CURVATURE * LEG_MM * LEG_MM / 12;
    }

    private static double peakGy() {
        return CURVATURE * LEG_MM * LEG_MM / 4;
    }

    private static DoseDistribution above() {
        return new DoseDistribution(
                volumeMm3(),
                gy -> PLANES * SLICE_MM * hyperbolicMm2((gy - BASE_GY) / CURVATURE),
                BASE_GY,
                BASE_GY + peakGy(),
                BASE_GY + meanGy());
    }

    private static DoseDistribution below() {
        return new DoseDistribution(
                volumeMm3(),
                gy -> volumeMm3() - PLANES * SLICE_MM * hyperbolicMm2((BASE_GY - gy) / CURVATURE),
                BASE_GY - peakGy(),
                BASE_GY,
                BASE_GY - meanGy());
    }

    /** Area of the triangle's part where x y is at least {@code least}. */
    private static double hyperbolicMm2(double least) {
        if (least <= 0) {
            return LEG_MM * LEG_MM / 2;
        }
        double root = LEG_MM * LEG_MM - 4 * least;
        if (root <= 0) {
            return 0;
        }
        double x1 = (LEG_MM - Math.sqrt(root)) / 2;
        double x2 = (LEG_MM + Math.sqrt(root)) / 2;
        return LEG_MM * (x2 - x1) - (x2 * x2 - x1 * x1) / 2 - least * Math.log(x2 / x1);
    }
}
