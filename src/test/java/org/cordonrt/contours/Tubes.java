package org.cordonrt.contours;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;

/** Contours of upright tubes, and what may be wrong with them. */
final class Tubes {
    private final List<Contour> contours = new ArrayList<>();

    /** Discs of a radius around (0, 0) on planes 2 mm apart, from 0 up. */
    static Tubes cord(int planes) {
        Tubes t = new Tubes();
        for (int i = 0; i < planes; i++) {
            t.disc(0, 0, 5, 2 * i);
        }
        return t;
    }

    Tubes disc(double x, double y, double radius, double z) {
        double[] xyz = new double[3 * 32];
        for (int i = 0; i < 32; i++) {
            xyz[3 * i] = x + radius * Math.cos(2 * Math.PI * i / 32);
            xyz[3 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / 32);
            xyz[3 * i + 2] = z;
        }
        contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
        return this;
    }

    /** A polygon from x, y pairs. */
    Tubes polygon(double z, double... xy) {
        double[] xyz = new double[xy.length / 2 * 3];
        for (int i = 0; i < xy.length / 2; i++) {
            xyz[3 * i] = xy[2 * i];
            xyz[3 * i + 1] = xy[2 * i + 1];
            xyz[3 * i + 2] = z;
        }
        contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
        return this;
    }

    Tubes without(double z) {
        contours.removeIf(c -> c.z(0) == z);
        return this;
    }

    Structure structure(String name) {
        return Structure.of(1, name, contours);
    }

    Drawn as(Drawn.Part part) {
        Structure s = structure(part.name().toLowerCase(java.util.Locale.ROOT));
        return new Drawn(s, SlabSolid.of(s, SolidOptions.defaults()), part);
    }
}
