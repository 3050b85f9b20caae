package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.metric.Metric;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.StoredDose;
import org.cordonrt.phantom.analytic.Truth.Basis;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/**
 * A straight cord in front of which the dose falls off by about a tenth per millimetre, on dose grids of three spacings.
 * The slab truth is that of the dose between the stored samples; the ideal one that of the exponential itself, and how
 * far they are apart is what a grid spacing costs.
 */
final class FalloffCases {
    private static final double RADIUS_MM = 5;
    private static final double[] LENGTHS_MM = {20, 50};
    private static final double AXES_APART_MM = 12;
    private static final double DECAY_MM = 10;
    private static final double EDGE_GY = 14;
    private static final double UNIT_GY = 1e-8;
    private static final double POINT_SPACING_MM = 0.1;

    /** Grids lie off the cord's axis, as grids do. */
    private static final double PHASE_MM = 0.3;

    private static final List<Metric> METRICS =
            Truths.metrics("Max[Gy]", "Min[Gy]", "Mean[Gy]", "D0.03cc[Gy]", "D0.035cc[Gy]", "D0.35cc[Gy]", "D10%[Gy]");

    private FalloffCases() {}

    static List<AnalyticCase> list() {
        List<AnalyticCase> cases = new ArrayList<>();
        for (int h = 1; h <= 3; h++) {
            int spacing = h;
            String name = "falloff-" + h + "mm";
            cases.add(new AnalyticCase(
                    name,
                    Family.FALLOFF,
                    "cords of 20 and 50 mm, 14 Gy in front falling by 10 %/mm, dose grid " + h + " mm",
                    true,
                    () -> make(name, spacing)));
        }
        return cases;
    }

    private static AnalyticPhantom make(String name, double spacingMm) {
        StoredDose dose = DoseSampler.sample(
                DoseSampler.axial(
                        new Point3(-12, Outlines.round(-6 - spacingMm + PHASE_MM), -27),
                        new Point3(12, 6, 27),
                        new Point3(4, spacingMm, 3),
                        PatientPosition.HFS),
                UNIT_GY,
                p -> doseGy(-p.y()));
        ProfileDose stored = profile(dose);
        List<Structure> structures = new ArrayList<>();
        Truths truths = new Truths();
        for (int i = 0; i < LENGTHS_MM.length; i++) {
            double length = LENGTHS_MM[i];
            String roi = "Cord" + (int) length;
            List<Section> sections = new ArrayList<>();
            for (int k = 0; k < length; k++) {
                sections.add(Section.of(
                        k + 0.5 - length / 2,
                        Outlines.circle((i - 0.5) * AXES_APART_MM, 0, RADIUS_MM, POINT_SPACING_MM)));
            }
            structures.add(Drawing.axial(i + 1, roi, sections));
            DoseDistribution slabs = PrismStack.of(sections).under(stored);
            DoseDistribution ideal = ideal(length);
            truths.slabs(roi, slabs, METRICS)
                    .volume(roi, Basis.IDEAL_SHAPE, ideal.volumeMm3())
                    .doses(roi, Basis.IDEAL_SHAPE, ideal, METRICS);
        }
        return new AnalyticPhantom(name, structures, dose, PatientPosition.HFS, EDGE_GY, truths);
    }

    /** @param forwards distance in front of the cord's axis, mm */
    private static double doseGy(double forwards) {
        return EDGE_GY * StrictMath.exp((forwards - RADIUS_MM) / DECAY_MM);
    }

    /** The dose along a column of samples, from the back to the front. */
    private static ProfileDose profile(StoredDose dose) {
        GridGeometry g = dose.geometry();
        int n = g.rows();
        double[] position = new double[n];
        double[] gy = new double[n];
        for (int j = 0; j < n; j++) {
            position[n - 1 - j] = -g.centre(0, j, 0).y();
            gy[n - 1 - j] = dose.grid().doseGy(0, j, 0);
        }
        return new ProfileDose(0, -1, position, gy);
    }

    private static DoseDistribution ideal(double lengthMm) {
        return new DoseDistribution(
                Math.PI * RADIUS_MM * RADIUS_MM * lengthMm,
                gy -> lengthMm * IdealShapes.segmentMm2(RADIUS_MM + DECAY_MM * Math.log(gy / EDGE_GY), RADIUS_MM),
                doseGy(-RADIUS_MM),
                EDGE_GY,
                doseGy(0) * discMean(RADIUS_MM / DECAY_MM));
    }

    /** Mean of exp(x) over a disc of radius r: 2 I1(r) / r, by its series. */
    static double discMean(double r) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 30; k++) {
            term *= r * r / 4 / (k * (k + 1));
            sum += term;
        }
        return sum;
    }
}
