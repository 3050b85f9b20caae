package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cordonrt.metric.Metric;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.analytic.Truth.Basis;
import org.cordonrt.plan.Point3;

/**
 * Spheres of 3 to 20 mm at random places within a voxel, 20 Gy on their surface, as in Stanley et al., Med. Phys. 48
 * (2021), doi 10.1002/mp.14645. The dose falls off as Suh's profile says, with its slopes taken per cm.
 */
final class StanleyCases {
    private static final double[] DIAMETERS_MM = {3, 5, 7, 10, 15, 20};
    private static final double[] SLICES_MM = {0.5, 1};
    private static final int PLACES = 50;

    /** Places in the default set; spread over all fifty. */
    private static final int USUAL_PLACES = 5;

    private static final double DOSE_STEP_MM = 1;
    private static final double POINT_SPACING_MM = 0.2;
    private static final double SURFACE_GY = 20;
    private static final double UNIT_GY = 1e-8;
    private static final double ROOM_MM = 2;
    private static final long SEED = 14645;

    private static final double S1 = 0.249;
    private static final double S2_PER_MM = 0.7019;
    private static final double S3 = 0.029;
    private static final double S4_PER_MM = 0.1927;

    private static final Metric COVERAGE = Metric.parse("V20Gy[%]");

    private StanleyCases() {}

    static List<AnalyticCase> list() {
        List<AnalyticCase> cases = new ArrayList<>();
        for (double slice : SLICES_MM) {
            for (double diameter : DIAMETERS_MM) {
                Random random = new Random(SEED + Math.round(10 * diameter + slice));
                for (int i = 0; i < PLACES; i++) {
                    // Heights are spread evenly, so that a few places already show what many do.
                    int stratum = i * 7 % PLACES;
                    Point3 centre = new Point3(
                            random.nextDouble() * DOSE_STEP_MM,
                            random.nextDouble() * DOSE_STEP_MM,
                            (stratum + random.nextDouble()) / PLACES * slice);
                    boolean usual = stratum % (PLACES / USUAL_PLACES) == PLACES / USUAL_PLACES / 2;
                    String name = "stanley-" + (int) diameter + "mm-slice" + (slice == 1 ? "1" : "0.5") + "-" + (i + 1);
                    cases.add(new AnalyticCase(
                            name,
                            Family.STANLEY,
                            "sphere of " + (int) diameter + " mm, slices of " + slice + " mm",
                            usual,
                            () -> make(name, diameter, slice, centre)));
                }
            }
        }
        return cases;
    }

    private static AnalyticPhantom make(String name, double diameter, double slice, Point3 centre) {
        double r = diameter / 2;
        List<Section> sections = Spheres.sections(centre, r, slice, 0, POINT_SPACING_MM);
        double reach = Math.ceil(r + ROOM_MM);
        String roi = "Sphere";
        double ideal = 4 * Math.PI / 3 * r * r * r;
        return new AnalyticPhantom(
                name,
                List.of(Drawing.axial(1, roi, sections)),
                DoseSampler.sample(
                        DoseSampler.axial(
                                new Point3(-reach, -reach, -reach),
                                new Point3(reach + 1, reach + 1, reach + 1),
                                new Point3(DOSE_STEP_MM, DOSE_STEP_MM, slice),
                                PatientPosition.HFS),
                        UNIT_GY,
                        p -> profileGy(p.distanceTo(centre), r)),
                PatientPosition.HFS,
                SURFACE_GY,
                new Truths()
                        .volume(
                                roi,
                                Basis.CONTOUR_SLABS,
                                PrismStack.of(sections).volumeMm3())
                        .volume(roi, Basis.IDEAL_SHAPE, ideal)
                        .value(roi, Basis.IDEAL_SHAPE, COVERAGE, 100));
    }

    private static double profileGy(double distance, double r) {
        double relative = distance <= r
                ? 1 - S1 * StrictMath.exp(-S2_PER_MM * (r - distance))
                : S3 + (1 - S1 - S3) * StrictMath.exp(-S4_PER_MM * (distance - r));
        return SURFACE_GY * relative / (1 - S1);
    }
}
