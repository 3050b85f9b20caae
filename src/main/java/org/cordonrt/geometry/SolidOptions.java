package org.cordonrt.geometry;

import java.util.List;
import java.util.Objects;
import org.cordonrt.plan.Point3;

/**
 * How contours become a solid.
 *
 * @param endCap beyond the outermost planes
 * @param singlePlaneThicknessMm thickness of a structure drawn on one plane only, an assumption that is reported
 * @param preferredNormals directions (such as the axes of a dose grid) that are taken for the contours' normal where
 *     the contours are planar to within rounding, so that export noise does not tilt the planes
 * @param model what is assumed between the planes
 */
public record SolidOptions(
        EndCap endCap, double singlePlaneThicknessMm, List<Point3> preferredNormals, SolidModel model) {
    /** A common slice spacing, used where nothing better is known. */
    public static final double DEFAULT_SINGLE_PLANE_THICKNESS_MM = 2;

    public SolidOptions {
        Objects.requireNonNull(endCap, "endCap");
        if (!(singlePlaneThicknessMm > 0) || Double.isInfinite(singlePlaneThicknessMm)) {
            throw new IllegalArgumentException("a thickness of " + singlePlaneThicknessMm + " mm");
        }
        preferredNormals = List.copyOf(preferredNormals);
        Objects.requireNonNull(model, "model");
    }

    /** Slabs with half-slice end caps. */
    public static SolidOptions defaults() {
        return new SolidOptions(EndCap.HALF, DEFAULT_SINGLE_PLANE_THICKNESS_MM, List.of(), SolidModel.SLAB);
    }

    /** The same with another end cap. */
    public SolidOptions withEndCap(EndCap cap) {
        return new SolidOptions(cap, singlePlaneThicknessMm, preferredNormals, model);
    }

    /** The same with other directions to take a plane normal from where contours leave it open. */
    public SolidOptions withPreferredNormals(List<Point3> normals) {
        return new SolidOptions(endCap, singlePlaneThicknessMm, normals, model);
    }

    /** The same with a thickness, mm, for a structure drawn on one plane. */
    public SolidOptions withSinglePlaneThicknessMm(double mm) {
        return new SolidOptions(endCap, mm, preferredNormals, model);
    }

    /** The same with another model of what lies between planes. */
    public SolidOptions withModel(SolidModel newModel) {
        return new SolidOptions(endCap, singlePlaneThicknessMm, preferredNormals, newModel);
    }
}
