package org.cordonrt.robust;

import java.util.Arrays;
import org.cordonrt.dvh.SolidPieces;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * A solid as points with volumes, to be moved through a dose: each {@linkplain SolidPieces piece} receives the dose at its
 * centre of mass, and points on the surface take part in maximum and minimum. The volumes are exact. A dose metric is off
 * by less than the largest change of dose over a piece ({@link SolidPieces#radiusMm} times the gradient), in practice by
 * hundredths of it, because errors to both sides of the centre cancel. Immutable and thread-safe; the doses are the
 * caller's.
 */
final class MovingStructure {
    /** Points of the surface for the extremes lie no further apart, in pitches. */
    private static final double SURFACE = 1;

    /** Volumes first, then surface points without volume. */
    private final double[] x;

    private final double[] y;
    private final double[] z;
    private final double[] mm3;
    private final int volumes;
    private final double totalMm3;
    private final double radiusMm;
    private final Point3[] box;

    private MovingStructure(
            double[] x, double[] y, double[] z, double[] mm3, int volumes, double totalMm3, double radiusMm) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.mm3 = mm3;
        this.volumes = volumes;
        this.totalMm3 = totalMm3;
        this.radiusMm = radiusMm;
        this.box = corners();
    }

    static MovingStructure of(SlabSolid solid, double pitchMm) {
        SolidPieces pieces = SolidPieces.of(solid, pitchMm);
        double[] surface = surface(solid, pieces.radiusMm() * SURFACE);
        int n = pieces.count();
        int all = n + surface.length / 3;
        double[] x = new double[all];
        double[] y = new double[all];
        double[] z = new double[all];
        double[] mm3 = new double[n];
        for (int i = 0; i < all; i++) {
            boolean inside = i < n;
            x[i] = inside ? pieces.x(i) : surface[3 * (i - n)];
            y[i] = inside ? pieces.y(i) : surface[3 * (i - n) + 1];
            z[i] = inside ? pieces.z(i) : surface[3 * (i - n) + 2];
            if (inside) {
                mm3[i] = pieces.mm3(i);
            }
        }
        return new MovingStructure(x, y, z, mm3, n, solid.volumeCc() * 1000, pieces.radiusMm());
    }

    private static double[] surface(SlabSolid solid, double apartMm) {
        PlaneFrame frame = solid.frame();
        double[] out = new double[3 * 1024];
        int n = 0;
        for (Slab slab : solid.slabs()) {
            int levels = (int) Math.max(1, Math.ceil(slab.thicknessMm() / apartMm));
            double[] edges = slab.region().toEdges();
            for (int e = 0; e < edges.length; e += 4) {
                double length = Math.hypot(edges[e + 2] - edges[e], edges[e + 3] - edges[e + 1]);
                int parts = (int) Math.max(1, Math.ceil(length / apartMm));
                for (int i = 0; i < parts; i++) {
                    double t = (double) i / parts;
                    double a = edges[e] + t * (edges[e + 2] - edges[e]);
                    double b = edges[e + 1] + t * (edges[e + 3] - edges[e + 1]);
                    for (int k = 0; k <= levels; k++) {
                        Point3 p = frame.point(a, b, slab.lowMm() + slab.thicknessMm() * k / levels);
                        if (3 * n == out.length) {
                            out = Arrays.copyOf(out, 2 * out.length);
                        }
                        out[3 * n] = p.x();
                        out[3 * n + 1] = p.y();
                        out[3 * n + 2] = p.z();
                        n++;
                    }
                }
            }
        }
        return Arrays.copyOf(out, 3 * n);
    }

    int points() {
        return x.length;
    }

    double totalMm3() {
        return totalMm3;
    }

    /** Largest distance of a point of a piece from its centre, mm. */
    double radiusMm() {
        return radiusMm;
    }

    /** Two corners of a patient-space box around all points. */
    Point3[] box() {
        return box.clone();
    }

    private Point3[] corners() {
        double[] a = extent(new Point3(1, 0, 0));
        double[] b = extent(new Point3(0, 1, 0));
        double[] c = extent(new Point3(0, 0, 1));
        return new Point3[] {new Point3(a[0], b[0], c[0]), new Point3(a[1], b[1], c[1])};
    }

    /** Centre of mass, patient coordinates, mm. */
    Point3 centre() {
        Point3 sum = new Point3(0, 0, 0);
        double volume = 0;
        for (int i = 0; i < volumes; i++) {
            sum = sum.plus(new Point3(x[i], y[i], z[i]).times(mm3[i]));
            volume += mm3[i];
        }
        return sum.times(1 / volume);
    }

    /** Least and greatest coordinate along a unit vector, mm. */
    double[] extent(Point3 unit) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double at = unit.x() * x[i] + unit.y() * y[i] + unit.z() * z[i];
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        return new double[] {least, most};
    }

    /** The farthest point from a centre, mm. */
    double reachMm(Point3 centre) {
        double most = 0;
        for (int i = 0; i < x.length; i++) {
            most = Math.max(most, new Point3(x[i], y[i], z[i]).distanceTo(centre));
        }
        return most;
    }

    /**
     * Only what can matter to a near-maximum: points that may receive {@code floorGy} when they move by up to
     * {@code aroundMm}.
     */
    MovingStructure hotterThan(double floorGy, double aroundMm, DoseBlock dose) {
        HotCells hot = HotCells.of(dose, floorGy, aroundMm);
        double[] place = dose.placing(Displacement.NONE.affine(new Point3(0, 0, 0)));
        int[] kept = new int[x.length];
        int n = 0;
        int keptVolumes = 0;
        for (int i = 0; i < x.length; i++) {
            if (hot.near(place, x[i], y[i], z[i])) {
                kept[n++] = i;
                keptVolumes += i < volumes ? 1 : 0;
            }
        }
        double[] kx = new double[n];
        double[] ky = new double[n];
        double[] kz = new double[n];
        double[] kv = new double[keptVolumes];
        for (int i = 0; i < n; i++) {
            kx[i] = x[kept[i]];
            ky[i] = y[kept[i]];
            kz[i] = z[kept[i]];
            if (i < keptVolumes) {
                kv[i] = mm3[kept[i]];
            }
        }
        return new MovingStructure(kx, ky, kz, kv, keptVolumes, totalMm3, radiusMm);
    }

    /**
     * Adds {@code share} of the dose at every point, moved, to {@code gy}.
     *
     * @param gy one for each point
     * @return whether the dose is known at all of them
     */
    boolean addDoses(DoseBlock dose, double[] move, double share, double[] gy) {
        double[] p = dose.placing(move);
        boolean known = true;
        for (int i = 0; i < x.length; i++) {
            double d = doseAt(dose, p, i);
            known &= !Double.isNaN(d);
            gy[i] += share * d;
        }
        return known;
    }

    /** Whether the dose is known at all points, moved. */
    boolean isKnown(DoseBlock dose, double[] move) {
        double[] p = dose.placing(move);
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(doseAt(dose, p, i))) {
                return false;
            }
        }
        return true;
    }

    private double doseAt(DoseBlock dose, double[] p, int i) {
        return dose.at(
                p[0] * x[i] + p[1] * y[i] + p[2] * z[i] + p[3],
                p[4] * x[i] + p[5] * y[i] + p[6] * z[i] + p[7],
                p[8] * x[i] + p[9] * y[i] + p[10] * z[i] + p[11]);
    }

    /** The largest dose in hot cells that points receive, moved, Gy; NaN where one is not known. */
    double maxGy(DoseBlock dose, HotCells hot, double[] move) {
        double[] p = dose.placing(move);
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (hot.near(p, x[i], y[i], z[i])) {
                double d = doseAt(dose, p, i);
                if (Double.isNaN(d)) {
                    return d;
                }
                max = Math.max(max, d);
            }
        }
        return max;
    }

    /**
     * Volume that receives at least a dose, moved, mm3; NaN where a dose is not known.
     *
     * @param hot the cells that reach the dose
     */
    double mm3Above(DoseBlock dose, HotCells hot, double[] move, double doseGy) {
        double[] p = dose.placing(move);
        double volume = 0;
        for (int i = 0; i < volumes; i++) {
            if (hot.near(p, x[i], y[i], z[i])) {
                double d = doseAt(dose, p, i);
                if (Double.isNaN(d)) {
                    return d;
                }
                volume += d >= doseGy ? mm3[i] : 0;
            }
        }
        return volume;
    }

    /** Mean dose, moved, Gy; NaN where a dose is not known. */
    double meanGy(DoseBlock dose, double[] move) {
        double[] p = dose.placing(move);
        double sum = 0;
        double volume = 0;
        for (int i = 0; i < volumes; i++) {
            sum += mm3[i] * doseAt(dose, p, i);
            volume += mm3[i];
        }
        return sum / volume;
    }

    /** Whether the dose is known all over the box around the points, moved, and so at all of them. */
    boolean isWithin(DoseBlock dose, double[] move) {
        double[] p = dose.placing(move);
        for (int corner = 0; corner < 8; corner++) {
            double cx = box[corner & 1].x();
            double cy = box[corner >> 1 & 1].y();
            double cz = box[corner >> 2].z();
            double a = p[0] * cx + p[1] * cy + p[2] * cz + p[3];
            double b = p[4] * cx + p[5] * cy + p[6] * cz + p[7];
            double c = p[8] * cx + p[9] * cy + p[10] * cz + p[11];
            if (Double.isNaN(dose.at(a, b, c))) {
                return false;
            }
        }
        return true;
    }

    double maxGy(double[] gy) {
        double max = Double.NEGATIVE_INFINITY;
        for (double d : gy) {
            max = Math.max(max, d);
        }
        return max;
    }

    double minGy(double[] gy) {
        double min = Double.POSITIVE_INFINITY;
        for (double d : gy) {
            min = Math.min(min, d);
        }
        return min;
    }

    double meanGy(double[] gy) {
        double sum = 0;
        double volume = 0;
        for (int i = 0; i < volumes; i++) {
            sum += mm3[i] * gy[i];
            volume += mm3[i];
        }
        return sum / volume;
    }

    /** Volume that receives at least a dose, mm3. */
    double mm3Above(double[] gy, double doseGy) {
        double volume = 0;
        for (int i = 0; i < volumes; i++) {
            volume += gy[i] >= doseGy ? mm3[i] : 0;
        }
        return volume;
    }

    /** Adds each volume to the bin of its dose; doses beyond the last bin count in it. */
    void fill(double[] gy, double binGy, double[] bins) {
        double perGy = 1 / binGy;
        int last = bins.length - 1;
        for (int i = 0; i < volumes; i++) {
            bins[Math.max(0, Math.min(last, (int) (gy[i] * perGy)))] += mm3[i];
        }
    }

    /** D_v from bins: the volumes of a bin count as spread evenly over it. */
    static double doseAt(double[] bins, double binGy, double volumeMm3) {
        double above = 0;
        for (int b = bins.length - 1; b >= 0; b--) {
            if (above + bins[b] >= volumeMm3) {
                return (b + 1 - (volumeMm3 - above) / bins[b]) * binGy;
            }
            above += bins[b];
        }
        return 0;
    }
}
