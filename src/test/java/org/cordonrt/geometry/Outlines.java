package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;

/** Rings and planes of rings for the tests of this package. */
final class Outlines {
    private Outlines() {}

    /** Counter-clockwise from its lower left corner. */
    static double[] box(double x0, double y0, double x1, double y1) {
        return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
    }

    /** The same points, beginning with another one. */
    static double[] from(double[] ring, int point) {
        double[] out = new double[ring.length];
        for (int i = 0; i < ring.length; i++) {
            out[i] = ring[(i + 2 * point) % ring.length];
        }
        return out;
    }

    /** Each point stretched about the origin, then shifted. */
    static double[] placed(double[] ring, double stretchX, double stretchY, double x, double y) {
        double[] out = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            out[i] = ring[i] * stretchX + x;
            out[i + 1] = ring[i + 1] * stretchY + y;
        }
        return out;
    }

    static ShapePlane plane(double heightMm, double[]... rings) {
        return ShapePlane.of(heightMm, PlaneRegion.evenOdd(List.of(rings)));
    }

    /** A structure drawn on planes of these heights, with the rings of each. */
    static Structure structure(double[] heightsMm, double[][]... ringsOfEach) {
        List<Contour> contours = new ArrayList<>();
        for (int k = 0; k < heightsMm.length; k++) {
            for (double[] ring : ringsOfEach[k]) {
                double[] xyz = new double[ring.length / 2 * 3];
                for (int i = 0; i < ring.length / 2; i++) {
                    xyz[3 * i] = ring[2 * i];
                    xyz[3 * i + 1] = ring[2 * i + 1];
                    xyz[3 * i + 2] = heightsMm[k];
                }
                contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
            }
        }
        return Structure.of(1, "Test", contours);
    }
}
