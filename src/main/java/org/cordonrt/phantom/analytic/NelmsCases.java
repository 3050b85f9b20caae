package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.cordonrt.metric.Metric;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.analytic.Truth.Basis;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/**
 * Sphere, cylinder and cone, the last two also with their axis within the slices, under a dose of 16 Gy at the centre
 * that rises by 1 Gy/mm towards the back or the head: the data sets of Nelms et al., Med. Phys. 42 (2015), doi
 * 10.1118/1.4923175, built anew from their description. Points lie at most 0.2 mm apart; a section that is only a point
 * or a line carries a mark 0.02 mm wide.
 */
final class NelmsCases {
    private static final double R = IdealShapes.RADIUS_MM;
    private static final double POINT_SPACING_MM = 0.2;

    /** Room between the outermost slab and the outermost dose sample, mm. */
    private static final double ROOM_MM = 0.1;

    /** Doses are multiples of this, and stored as they are. */
    private static final double UNIT_GY = 1e-4;

    private static final Point3[] TEST_1_GRIDS_MM = {
        new Point3(0.4, 0.2, 0.4), new Point3(1, 1, 1), new Point3(2, 2, 2), new Point3(3, 3, 3)
    };
    private static final double TEST_1_SPACING_MM = 0.2;
    private static final double[] TEST_2_SPACINGS_MM = {1, 2, 3};

    /** The metrics that the publication counts, beside the volume. */
    private static final List<Metric> COUNTED = Truths.metrics(
            "Mean[Gy]", "Max[Gy]", "Min[Gy]", "D99%[Gy]", "D95%[Gy]", "D5%[Gy]", "D1%[Gy]", "D0.03cc[Gy]");

    private enum Gradient {
        AP("back", new Point3(0, 1, 0)),
        SI("head", new Point3(0, 0, 1));

        private final String towards;
        private final Point3 direction;

        Gradient(String towards, Point3 direction) {
            this.towards = towards;
            this.direction = direction;
        }

        LinearDose dose() {
            return new LinearDose(IdealShapes.CENTRE_GY, direction);
        }
    }

    /** What is drawn on a plane at a height, and the ideal dose for each gradient and half slice. */
    private enum Shape {
        SPHERE("Sphere") {
            @Override
            double[] section(double z) {
                return Outlines.circle(0, 0, across(z), POINT_SPACING_MM);
            }

            @Override
            DoseDistribution ideal(Gradient g, double capMm) {
                return IdealShapes.sphere();
            }
        },
        CYLINDER("Cylinder") {
            @Override
            double[] section(double z) {
                return Outlines.circle(0, 0, R, POINT_SPACING_MM);
            }

            @Override
            DoseDistribution ideal(Gradient g, double capMm) {
                return g == Gradient.SI ? IdealShapes.cylinderAlong(capMm) : IdealShapes.cylinderAcross(capMm);
            }
        },
        CONE("Cone") {
            @Override
            double[] section(double z) {
                return Outlines.circle(0, 0, R * (z + R) / (2 * R), POINT_SPACING_MM);
            }

            @Override
            DoseDistribution ideal(Gradient g, double capMm) {
                return g == Gradient.SI ? IdealShapes.coneAlong(capMm) : IdealShapes.coneAcross(capMm);
            }
        },
        ROTATED_CYLINDER("RtCylinder") {
            @Override
            double[] section(double z) {
                return Outlines.denseRectangle(across(z), R, POINT_SPACING_MM);
            }

            @Override
            DoseDistribution ideal(Gradient g, double capMm) {
                return g == Gradient.AP ? IdealShapes.cylinderAlong(0) : IdealShapes.cylinderAcross(0);
            }
        },
        ROTATED_CONE("RtCone") {
            @Override
            double[] section(double z) {
                return rotatedCone(z);
            }

            @Override
            DoseDistribution ideal(Gradient g, double capMm) {
                return g == Gradient.AP ? IdealShapes.coneAlong(0) : IdealShapes.coneAcross(0);
            }
        };

        private final String roi;

        Shape(String roi) {
            this.roi = roi;
        }

        abstract double[] section(double z);

        abstract DoseDistribution ideal(Gradient g, double capMm);

        /** Half width of a circle of radius 12 mm at a distance from its centre. */
        static double across(double z) {
            return Math.sqrt(Math.max(0, R * R - z * z));
        }
    }

    private NelmsCases() {}

    static List<AnalyticCase> list() {
        List<AnalyticCase> cases = new ArrayList<>();
        Contoured fine = new Contoured(TEST_1_SPACING_MM);
        for (Point3 grid : TEST_1_GRIDS_MM) {
            String name = grid.x() == grid.y() ? mm(grid.x()) + "mm" : "0.4x0.2x0.4mm";
            for (Gradient g : Gradient.values()) {
                cases.add(oneCase(Family.NELMS1, name, fine, grid, g));
            }
        }
        for (double h : TEST_2_SPACINGS_MM) {
            Contoured contoured = new Contoured(h);
            for (Gradient g : Gradient.values()) {
                cases.add(oneCase(Family.NELMS2, mm(h) + "mm", contoured, new Point3(h, h, h), g));
            }
        }
        return cases;
    }

    private static String mm(double h) {
        return String.valueOf((int) h);
    }

    private static AnalyticCase oneCase(
            Family family, String gridName, Contoured contoured, Point3 gridMm, Gradient gradient) {
        String name = family.word() + "-" + gridName + "-" + gradient.name().toLowerCase(Locale.ROOT);
        String spacing = contoured.spacingMm < 1 ? String.valueOf(contoured.spacingMm) : mm(contoured.spacingMm);
        return new AnalyticCase(
                name,
                family,
                "five shapes; contours every " + spacing + " mm, dose grid " + gridName.replace("mm", " mm")
                        + ", rising to the " + gradient.towards,
                true,
                () -> make(name, contoured, gridMm, gradient));
    }

    private static AnalyticPhantom make(String name, Contoured contoured, Point3 gridMm, Gradient gradient) {
        double capMm = contoured.spacingMm / 2;
        Point3 corner = new Point3(-reach(R, gridMm.x()), -reach(R, gridMm.y()), -reach(R + capMm, gridMm.z()));
        LinearDose dose = gradient.dose();
        return new AnalyticPhantom(
                name,
                contoured.drawing().structures,
                DoseSampler.sample(
                        DoseSampler.axial(corner, corner.times(-1), gridMm, PatientPosition.HFS), UNIT_GY, dose::at),
                PatientPosition.HFS,
                IdealShapes.CENTRE_GY,
                contoured.truths(gradient));
    }

    /** Samples lie on the centre, so that a grid ends at a multiple of its step. */
    private static double reach(double extentMm, double stepMm) {
        return Outlines.round(Math.ceil((extentMm + ROOM_MM) / stepMm) * stepMm);
    }

    /** All shapes with one plane spacing; drawn when first asked for and shared by all dose grids. Thread-safe. */
    private static final class Contoured {
        private final double spacingMm;
        private final Lazy<Drawn> drawn = new Lazy<>(this::draw);
        private final Lazy<Truths> ap = new Lazy<>(() -> work(Gradient.AP));
        private final Lazy<Truths> si = new Lazy<>(() -> work(Gradient.SI));

        private record Drawn(List<Structure> structures, List<List<Section>> sections) {}

        Contoured(double spacingMm) {
            this.spacingMm = spacingMm;
        }

        Drawn drawing() {
            return drawn.get();
        }

        Truths truths(Gradient g) {
            return g == Gradient.AP ? ap.get() : si.get();
        }

        private Drawn draw() {
            List<Structure> structures = new ArrayList<>();
            List<List<Section>> sections = new ArrayList<>();
            for (Shape shape : Shape.values()) {
                List<Section> planes = planes(shape::section);
                sections.add(planes);
                structures.add(Drawing.axial(structures.size() + 1, shape.roi, planes));
            }
            return new Drawn(structures, sections);
        }

        private List<Section> planes(DoubleFunction<double[]> section) {
            int last = (int) Math.round(2 * R / spacingMm);
            List<Section> planes = new ArrayList<>();
            for (int k = 0; k <= last; k++) {
                double z = Outlines.round(k * spacingMm - R);
                planes.add(Section.of(z, section.apply(z)));
            }
            return planes;
        }

        private Truths work(Gradient g) {
            Truths truths = new Truths();
            for (Shape shape : Shape.values()) {
                truths.slabs(shape.roi, drawing().sections.get(shape.ordinal()), g.dose());
                DoseDistribution ideal = shape.ideal(g, spacingMm / 2);
                if (g == Gradient.AP) {
                    // One volume for both gradients.
                    truths.volume(shape.roi, Basis.IDEAL_SHAPE, ideal.volumeMm3());
                }
                truths.doses(shape.roi, Basis.IDEAL_SHAPE, ideal, COUNTED);
            }
            return truths;
        }
    }

    /** A cone with its apex in front and its base behind, cut along its axis at a distance: a hyperbola and a line. */
    private static double[] rotatedCone(double z) {
        double half = Shape.across(z);
        if (half == 0) {
            return Outlines.point(0, R);
        }
        // The curve is at most twice as steep as wide.
        int steps = (int) Math.ceil(2 * half * Math.sqrt(5) / POINT_SPACING_MM);
        int base = (int) Math.ceil(2 * half / POINT_SPACING_MM);
        double[] xy = new double[2 * (steps + base)];
        for (int i = 0; i <= steps; i++) {
            double x = half * (2.0 * i / steps - 1);
            xy[2 * i] = x;
            // The radius grows from 0 at -R to R at R.
            xy[2 * i + 1] = Math.min(R, 2 * Math.sqrt(z * z + x * x) - R);
        }
        for (int i = 1; i < base; i++) {
            xy[2 * (steps + i)] = half * (1 - 2.0 * i / base);
            xy[2 * (steps + i) + 1] = R;
        }
        return Outlines.rounded(xy);
    }
}
