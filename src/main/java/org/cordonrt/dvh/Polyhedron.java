package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convex body by its faces, each a planar polygon x0, y0, z0, x1, ... that runs counter-clockwise seen from outside.
 * Neighbouring faces share their vertices to the last bit, so that sums over the surface close. Immutable.
 */
final class Polyhedron {
    private final double[][] faces;
    private final double[] min = new double[3];
    private final double[] max = new double[3];

    private Polyhedron(double[][] faces) {
        this.faces = faces;
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (double[] f : faces) {
            for (int i = 0; i < f.length; i++) {
                min[i % 3] = Math.min(min[i % 3], f[i]);
                max[i % 3] = Math.max(max[i % 3], f[i]);
            }
        }
    }

    /** A prism between two quadrilaterals with corresponding vertices. */
    static Polyhedron prism(double[][] low, double[][] high) {
        double[][] faces = new double[6][];
        faces[0] = polygon(low[3], low[2], low[1], low[0]);
        faces[1] = polygon(high[0], high[1], high[2], high[3]);
        for (int i = 0; i < 4; i++) {
            int j = (i + 1) % 4;
            faces[2 + i] = polygon(low[i], low[j], high[j], high[i]);
        }
        Polyhedron p = new Polyhedron(faces);
        return p.volume() >= 0 ? p : p.insideOut();
    }

    private static double[] polygon(double[]... vertices) {
        double[] p = new double[3 * vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            System.arraycopy(vertices[i], 0, p, 3 * i, 3);
        }
        return p;
    }

    private Polyhedron insideOut() {
        double[][] turned = new double[faces.length][];
        for (int k = 0; k < faces.length; k++) {
            double[] f = faces[k];
            turned[k] = new double[f.length];
            for (int i = 0; i < f.length; i += 3) {
                System.arraycopy(f, i, turned[k], f.length - 3 - i, 3);
            }
        }
        return new Polyhedron(turned);
    }

    double[][] faces() {
        return faces;
    }

    double min(int axis) {
        return min[axis];
    }

    double max(int axis) {
        return max[axis];
    }

    double volume() {
        double[] sum = new double[1];
        forEachTetrahedron((t, volume) -> sum[0] += volume);
        return sum[0];
    }

    /** Receives a tetrahedron as twelve numbers, with its signed volume. */
    interface TetrahedronSink {
        void accept(double[] tetrahedron, double volume);
    }

    /** The body as tetrahedra from its first vertex to every triangle of its surface. */
    void forEachTetrahedron(TetrahedronSink sink) {
        double[] o = faces[0];
        double[] t = new double[12];
        System.arraycopy(o, 0, t, 0, 3);
        for (double[] f : faces) {
            for (int i = 3; i + 5 < f.length; i += 3) {
                System.arraycopy(f, 0, t, 3, 3);
                System.arraycopy(f, i, t, 6, 6);
                double volume = Tetrahedra.signedVolume(t);
                if (volume != 0) {
                    sink.accept(t, volume);
                }
            }
        }
    }

    /** The body in other units: (coordinate - from) / width. */
    Polyhedron inUnits(double[] from, double[] width) {
        double[][] scaled = new double[faces.length][];
        for (int k = 0; k < faces.length; k++) {
            scaled[k] = new double[faces[k].length];
            for (int i = 0; i < scaled[k].length; i++) {
                scaled[k][i] = Math.min(1, Math.max(0, (faces[k][i] - from[i % 3]) / width[i % 3]));
            }
        }
        return new Polyhedron(scaled);
    }

    /** The part on one side of the plane where a coordinate has a value; null when nothing is left. */
    @Nullable
    Polyhedron keep(int axis, double value, boolean above) {
        if (above ? min[axis] >= value : max[axis] <= value) {
            return this;
        }
        if (above ? max[axis] <= value : min[axis] >= value) {
            return null;
        }
        List<double[]> kept = new ArrayList<>(faces.length + 1);
        List<double[]> onPlane = new ArrayList<>();
        for (double[] f : faces) {
            double[] cut = clip(f, axis, value, above, onPlane);
            if (cut.length >= 9) {
                kept.add(cut);
            }
        }
        double[] cap = cap(onPlane, axis, above);
        if (cap.length >= 9) {
            kept.add(cap);
        }
        return new Polyhedron(kept.toArray(new double[0][]));
    }

    private static double[] clip(double[] f, int axis, double value, boolean above, List<double[]> onPlane) {
        double sign = above ? 1 : -1;
        double[] out = new double[2 * f.length];
        int n = 0;
        int p = f.length - 3;
        for (int q = 0; q < f.length; q += 3) {
            double sp = sign * (f[p + axis] - value);
            double sq = sign * (f[q + axis] - value);
            if (sp < 0 && sq > 0 || sp > 0 && sq < 0) {
                double[] c = crossing(f, p, q, axis, value);
                System.arraycopy(c, 0, out, n, 3);
                n += 3;
                addOnce(onPlane, c);
            }
            if (sq >= 0) {
                System.arraycopy(f, q, out, n, 3);
                n += 3;
                if (sq == 0) {
                    addOnce(onPlane, new double[] {f[q], f[q + 1], f[q + 2]});
                }
            }
            p = q;
        }
        return Arrays.copyOf(out, n);
    }

    /** Always from the lower end, so that both faces of an edge find the same point. */
    private static double[] crossing(double[] f, int p, int q, int axis, double value) {
        int low = f[p + axis] < f[q + axis] ? p : q;
        int high = low == p ? q : p;
        double t = (value - f[low + axis]) / (f[high + axis] - f[low + axis]);
        double[] c = new double[3];
        for (int k = 0; k < 3; k++) {
            c[k] = f[low + k] + t * (f[high + k] - f[low + k]);
        }
        c[axis] = value;
        return c;
    }

    private static void addOnce(List<double[]> points, double[] p) {
        for (double[] q : points) {
            if (Arrays.equals(p, q)) {
                return;
            }
        }
        points.add(p);
    }

    /** The cut face: its corners in order around their middle, outward to the side that was cut off. */
    private static double[] cap(List<double[]> points, int axis, boolean above) {
        if (points.size() < 3) {
            return new double[0];
        }
        int u = (axis + 1) % 3;
        int v = (axis + 2) % 3;
        double mu = 0;
        double mv = 0;
        for (double[] p : points) {
            mu += p[u] / points.size();
            mv += p[v] / points.size();
        }
        double cu = mu;
        double cv = mv;
        // Seen from the positive end of the axis, (u, v) turns counter-clockwise.
        double turn = above ? -1 : 1;
        points.sort((a, b) ->
                Double.compare(turn * Math.atan2(a[v] - cv, a[u] - cu), turn * Math.atan2(b[v] - cv, b[u] - cu)));
        return polygon(points.toArray(new double[0][]));
    }
}
