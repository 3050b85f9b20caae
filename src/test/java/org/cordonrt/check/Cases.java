package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.cordonrt.plan.TreatmentCase;

/** Small plans for tests, and what may be wrong with them. */
final class Cases {
    private Cases() {}

    /** One fraction, all limits met: as coarse as a phantom can be, to be quick. */
    static TreatmentCase small() {
        return phantom(SpineOptions.defaults().toBuilder());
    }

    static TreatmentCase phantom(SpineOptions.Builder options) {
        return SpinePhantom.of(options.cordLengthMm(30)
                        .targetHeightMm(10)
                        .planeSpacingMm(3)
                        .pointSpacingMm(2)
                        .doseSpacingMm(3)
                        .build())
                .treatmentCase();
    }

    static TreatmentCase withStructures(TreatmentCase c, List<Structure> structures) {
        StructureSet set =
                new StructureSet(c.structures().label(), c.structures().frameOfReferenceUid(), structures);
        return new TreatmentCase(c.inputs(), set, c.dose(), c.plan(), c.storedDvhs(), c.issues());
    }

    static TreatmentCase withDose(TreatmentCase c, Optional<DoseGrid> dose) {
        return new TreatmentCase(c.inputs(), c.structures(), dose, c.plan(), c.storedDvhs(), c.issues());
    }

    static TreatmentCase withPlan(TreatmentCase c, PlanSummary plan) {
        return new TreatmentCase(c.inputs(), c.structures(), c.dose(), plan, c.storedDvhs(), c.issues());
    }

    static TreatmentCase without(TreatmentCase c, String name) {
        return withStructures(
                c,
                c.structures().structures().stream()
                        .filter(s -> !s.name().equals(name))
                        .toList());
    }

    static TreatmentCase replacing(TreatmentCase c, String name, Structure other) {
        List<Structure> structures = new ArrayList<>();
        for (Structure s : c.structures().structures()) {
            structures.add(
                    s.name().equals(name)
                            ? new Structure(s.roiNumber(), other.name(), s.interpretedType(), null, other.contours())
                            : s);
        }
        return withStructures(c, structures);
    }

    static Structure named(TreatmentCase c, String name) {
        return c.structures().structures().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static DoseGrid scaled(DoseGrid dose, double factor) {
        return sampled(dose.geometry(), (i, j, k) -> factor * dose.doseGy(i, j, k));
    }

    /** 10 Gy and a little more along each axis. */
    static DoseGrid linear(GridGeometry g) {
        return sampled(g, (i, j, k) -> 10 + 0.1 * i + 0.05 * j + 0.02 * (k + 1));
    }

    interface Sample {
        double at(int column, int row, int frame);
    }

    static DoseGrid sampled(GridGeometry g, Sample sample) {
        double[] gy = new double[g.sampleCount()];
        int next = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    gy[next++] = sample.at(i, j, k);
                }
            }
        }
        return DoseGrid.of(g, gy);
    }

    /** A square with the given centre, in an axial plane. */
    static Contour square(Point3 centre, double half) {
        double x = centre.x();
        double y = centre.y();
        double z = centre.z();
        return Contour.of(ContourGeometricType.CLOSED_PLANAR, new double[] {
            x - half, y - half, z, x + half, y - half, z, x + half, y + half, z, x - half, y + half, z
        });
    }
}
