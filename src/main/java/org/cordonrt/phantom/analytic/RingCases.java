package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** One ring, drawn in the three ways that DICOM knows for a hole: PS3.3 section C.8.8.6.3. */
final class RingCases {
    private static final double OUTER_MM = 12;
    private static final double INNER_MM = 7;
    private static final int OUTER_POINTS = 180;
    private static final int INNER_POINTS = 120;
    private static final double SLICE_MM = 2;
    private static final int PLANES = 11;
    private static final LinearDose DOSE = new LinearDose(25, new Point3(0.5, 0.75, 0.25));
    private static final double UNIT_GY = 1e-4;

    private RingCases() {}

    static List<AnalyticCase> list() {
        String name = "ring-three-ways";
        return List.of(new AnalyticCase(
                name,
                Family.RING,
                "ring of 12 and 7 mm as two contours, as CLOSEDPLANAR_XOR and as keyhole",
                true,
                () -> make(name)));
    }

    private static AnalyticPhantom make(String name) {
        List<Structure> structures = new ArrayList<>();
        Truths truths = new Truths();
        draw("EvenOdd", ContourGeometricType.CLOSED_PLANAR, List::of, structures, truths);
        draw("XOR", ContourGeometricType.CLOSEDPLANAR_XOR, List::of, structures, truths);
        draw(
                "Keyhole",
                ContourGeometricType.CLOSED_PLANAR,
                (outer, inner) -> List.of(Outlines.keyhole(outer, inner)),
                structures,
                truths);
        return new AnalyticPhantom(
                name,
                structures,
                DoseSampler.sample(
                        DoseSampler.axial(
                                new Point3(-14, -14, -14),
                                new Point3(14, 14, 14),
                                new Point3(2, 2, 2),
                                PatientPosition.HFS),
                        UNIT_GY,
                        DOSE::at),
                PatientPosition.HFS,
                DOSE.atOriginGy(),
                truths);
    }

    private static void draw(
            String roi,
            ContourGeometricType type,
            BiFunction<double[], double[], List<double[]>> style,
            List<Structure> structures,
            Truths truths) {
        double[] outer = Outlines.regular(0, 0, OUTER_MM, OUTER_POINTS);
        double[] inner = Outlines.regular(0.5, -0.5, INNER_MM, INNER_POINTS);
        List<Section> sections = new ArrayList<>();
        for (int k = 0; k < PLANES; k++) {
            sections.add(new Section(
                    SLICE_MM * (k - (PLANES - 1) / 2.0),
                    style.apply(outer, inner),
                    type,
                    List.of(new Ring(outer, 1), new Ring(inner, -1))));
        }
        structures.add(Drawing.axial(structures.size() + 1, roi, sections));
        truths.slabs(roi, sections, DOSE);
    }
}
