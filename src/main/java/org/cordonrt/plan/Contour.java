package org.cordonrt.plan;

import java.util.Objects;

/**
 * One contour of a structure: its vertices in patient coordinates, in drawing order. A closed contour closes itself; a
 * repeated first vertex at the end is allowed and changes nothing. Immutable and thread-safe.
 */
public final class Contour {
    private final ContourGeometricType type;
    private final double[] xyz;

    private Contour(ContourGeometricType type, double[] xyz) {
        this.type = type;
        this.xyz = xyz;
    }

    /**
     * A contour from interleaved coordinates.
     *
     * @param type what the vertices form
     * @param xyz x, y, z of each vertex in mm, LPS; copied
     * @throws IllegalArgumentException if the length is not a multiple of 3 or a coordinate is not finite
     */
    public static Contour of(ContourGeometricType type, double[] xyz) {
        Objects.requireNonNull(type, "type");
        if (xyz.length % 3 != 0) {
            throw new IllegalArgumentException("a contour needs three coordinates a vertex, not " + xyz.length);
        }
        double[] copy = xyz.clone();
        for (double v : copy) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("a contour coordinate is not finite: " + v);
            }
        }
        return new Contour(type, copy);
    }

    /**
     * A closed planar contour.
     *
     * @param xyz x, y, z of each vertex in mm, LPS; copied
     * @throws IllegalArgumentException if the length is not a multiple of 3 or a coordinate is not finite
     */
    public static Contour closed(double... xyz) {
        return of(ContourGeometricType.CLOSED_PLANAR, xyz);
    }

    /** What the vertices form. */
    public ContourGeometricType type() {
        return type;
    }

    /** Number of vertices as given. */
    public int size() {
        return xyz.length / 3;
    }

    /** Coordinate of a vertex, mm. */
    public double x(int i) {
        return xyz[3 * i];
    }

    /** Coordinate of a vertex, mm. */
    public double y(int i) {
        return xyz[3 * i + 1];
    }

    /** Coordinate of a vertex, mm. */
    public double z(int i) {
        return xyz[3 * i + 2];
    }

    /** A vertex, mm. */
    public Point3 point(int i) {
        return new Point3(x(i), y(i), z(i));
    }

    /** A copy of the interleaved coordinates, mm. */
    public double[] toArray() {
        return xyz.clone();
    }
}
