package org.cordonrt.plan;

import java.util.Objects;
import java.util.function.Supplier;
import org.cordonrt.Internal;
import org.jspecify.annotations.Nullable;

/**
 * One contour of a structure: its vertices in patient coordinates, in drawing order. A closed contour closes itself; a
 * repeated first vertex at the end is allowed and changes nothing. Immutable and thread-safe.
 *
 * <p>A contour that was read from a file is decoded when its vertices are first asked for, since most structures of a
 * plan never are; what is wrong with its text is then thrown by the method that asks, as a
 * {@link org.cordonrt.issue.CordonException} that names the file.
 */
public final class Contour {
    private final ContourGeometricType type;
    private final int size;

    /** Where the vertices come from; null when they were given. */
    private final @Nullable Supplier<double[]> text;

    /** Null until first asked for. */
    private volatile double @Nullable [] decoded;

    private Contour(ContourGeometricType type, double[] xyz) {
        this.type = type;
        this.size = xyz.length / 3;
        this.text = null;
        this.decoded = xyz;
    }

    private Contour(ContourGeometricType type, int size, Supplier<double[]> text) {
        this.type = type;
        this.size = size;
        this.text = text;
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
        return new Contour(type, finite(xyz.clone()));
    }

    /**
     * A contour that is decoded when first asked for its vertices.
     *
     * @param size number of vertices
     * @param text gives x, y, z of each vertex in mm, LPS, the same whenever asked, in an array that is the contour's own;
     *     called by any thread, and perhaps by several
     */
    @Internal
    public static Contour deferred(ContourGeometricType type, int size, Supplier<double[]> text) {
        Objects.requireNonNull(type, "type");
        return new Contour(type, size, Objects.requireNonNull(text, "text"));
    }

    /** Decodes the vertices now, so that what is wrong with them is thrown here; does nothing when they are known. */
    @Internal
    public void decode() {
        xyz();
    }

    private static double[] finite(double[] xyz) {
        for (double v : xyz) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("a contour coordinate is not finite: " + v);
            }
        }
        return xyz;
    }

    private double[] xyz() {
        double[] known = decoded;
        if (known == null) {
            known = finite(Objects.requireNonNull(text).get());
            if (known.length != 3 * size) {
                throw new IllegalStateException(known.length + " coordinates for " + size + " vertices");
            }
            decoded = known;
        }
        return known;
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
        return size;
    }

    /** Coordinate of a vertex, mm. */
    public double x(int i) {
        return xyz()[3 * i];
    }

    /** Coordinate of a vertex, mm. */
    public double y(int i) {
        return xyz()[3 * i + 1];
    }

    /** Coordinate of a vertex, mm. */
    public double z(int i) {
        return xyz()[3 * i + 2];
    }

    /** A vertex, mm. */
    public Point3 point(int i) {
        return new Point3(x(i), y(i), z(i));
    }

    /** A copy of the interleaved coordinates, mm. */
    public double[] toArray() {
        return xyz().clone();
    }
}
