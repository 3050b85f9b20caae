package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.metric.Metric;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.analytic.Truth.Basis;
import org.cordonrt.plan.Point3;

/**
 * Spheres of radius R under an isotropic Gaussian of 10 Gy and standard deviation R, so that their surface is the
 * isodose of 6.065 Gy and ideal conformity is 1, as in Walker and Byrne, Med. Dosim. (2025), doi
 * 10.1016/j.meddos.2024.06.002. A box around the sphere holds the isodoses that conformity and fall-off are made of.
 */
public final class WalkerCases {
    /** The sphere. */
    public static final String TARGET = "Target";

    /** What holds the half of the prescribed dose. */
    public static final String BOX = "Box";

    /** Volume at the dose on the surface. */
    public static final Metric AT_PRESCRIPTION = Metric.parse("V6.0653Gy[cc]");

    /** Volume at half of it. */
    public static final Metric AT_HALF = Metric.parse("V3.03265Gy[cc]");

    private static final double PRESCRIPTION_GY = 6.0653;
    private static final double PEAK_GY = 10;
    private static final double UNIT_GY = 1e-8;
    private static final double SLICE_MM = 1;
    private static final double POINT_SPACING_MM = 0.2;
    private static final int SMALLEST_MM = 2;
    private static final int LARGEST_MM = 9;

    /** The isodose of half the prescription has 1.545 times the radius of the sphere. */
    private static final double BOX_FACTOR = 1.6;

    private WalkerCases() {}

    static List<AnalyticCase> list() {
        List<AnalyticCase> cases = new ArrayList<>();
        for (int r = SMALLEST_MM; r <= LARGEST_MM; r++) {
            cases.add(oneCase(r, "on-slice", 0));
            cases.add(oneCase(r, "mid-slice", SLICE_MM / 2));
        }
        return cases;
    }

    private static AnalyticCase oneCase(int r, String where, double phaseMm) {
        String name = "walker-r" + r + "-" + where;
        return new AnalyticCase(
                name,
                Family.WALKER,
                "sphere of radius " + r + " mm, centre " + where.replace('-', ' ') + ", slices and grid of 1 mm",
                true,
                () -> make(name, r, phaseMm));
    }

    private static AnalyticPhantom make(String name, double r, double phaseMm) {
        Point3 centre = new Point3(0, 0, 0);
        List<Section> target = Spheres.sections(centre, r, SLICE_MM, phaseMm, POINT_SPACING_MM);
        int half = (int) Math.ceil(BOX_FACTOR * r + 1);
        List<Section> box = new ArrayList<>();
        for (int k = -half; k <= half; k++) {
            box.add(Section.of(phaseMm + k * SLICE_MM, Outlines.rectangle(-half, -half, half, half)));
        }
        double reach = half + 1;
        Point3 shift = new Point3(0, 0, phaseMm);
        Truths truths = new Truths()
                .volume(TARGET, Basis.CONTOUR_SLABS, PrismStack.of(target).volumeMm3())
                .volume(BOX, Basis.CONTOUR_SLABS, PrismStack.of(box).volumeMm3())
                .volume(TARGET, Basis.IDEAL_SHAPE, ballMm3(r));
        double atPrescription = isodoseRadius(PRESCRIPTION_GY, r);
        double atHalf = isodoseRadius(PRESCRIPTION_GY / 2, r);
        truths.value(TARGET, Basis.IDEAL_SHAPE, AT_PRESCRIPTION, ballMm3(Math.min(r, atPrescription)) / 1000)
                .value(BOX, Basis.IDEAL_SHAPE, AT_PRESCRIPTION, ballMm3(atPrescription) / 1000)
                .value(BOX, Basis.IDEAL_SHAPE, AT_HALF, ballMm3(atHalf) / 1000);
        return new AnalyticPhantom(
                name,
                List.of(Drawing.axial(1, TARGET, target), Drawing.axial(2, BOX, box)),
                DoseSampler.sample(
                        DoseSampler.axial(
                                new Point3(-reach, -reach, -reach).plus(shift),
                                new Point3(reach, reach, reach).plus(shift),
                                new Point3(1, 1, SLICE_MM),
                                PatientPosition.HFS),
                        UNIT_GY,
                        p -> PEAK_GY * StrictMath.exp(-p.dot(p) / (2 * r * r))),
                PatientPosition.HFS,
                PRESCRIPTION_GY,
                truths);
    }

    private static double isodoseRadius(double gy, double sigmaMm) {
        return sigmaMm * Math.sqrt(2 * Math.log(PEAK_GY / gy));
    }

    private static double ballMm3(double r) {
        return 4 * Math.PI / 3 * r * r * r;
    }
}
