package org.cordonrt.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** Solids and doses for benchmarks: a spine target about the origin and a cord that passes 2 mm behind it. */
final class Anatomies {
    private static final double SLICE_MM = 1;

    /** Radius of the ball of 300 cc, mm; the dose of every structure is that of a plan for it. */
    private static final double BALL_MM = Math.cbrt(300_000 * 3 / (4 * Math.PI));

    private static final double CORD_MM = 4.4;
    private static final double GAP_MM = 2;
    private static final double PRESCRIPTION_GY = 16;
    private static final double SHOULDER_MM = 1.5;
    private static final double MARGIN_MM = 20;

    private Anatomies() {}

    /** CORD_n: a bent tube of n cc. TARGET_n and BODY_n: a ball of n cc. Both with contours that are slightly rough, as if drawn. */
    static SlabSolid solid(String name) {
        double mm3 = 1000 * Double.parseDouble(name.substring(name.indexOf('_') + 1));
        SplittableRandom random = new SplittableRandom(1);
        List<Contour> contours = new ArrayList<>();
        if (name.startsWith("CORD")) {
            double length = mm3 / (Math.PI * CORD_MM * CORD_MM);
            for (double z = -length / 2; z < length / 2; z += SLICE_MM) {
                double y = BALL_MM + GAP_MM + CORD_MM + 0.002 * z * z;
                contours.add(circle(0, y, z, CORD_MM, 80, random));
            }
        } else {
            double r = Math.cbrt(mm3 * 3 / (4 * Math.PI));
            for (double z = -r + SLICE_MM / 2; z < r; z += SLICE_MM) {
                double inPlane = Math.sqrt(r * r - z * z);
                contours.add(circle(0, 0, z, inPlane, (int) (40 + 6 * inPlane), random));
            }
        }
        return SlabSolid.of(Structure.of(1, name, contours), SolidOptions.defaults());
    }

    private static Contour circle(double x, double y, double z, double r, int points, SplittableRandom random) {
        double[] xyz = new double[3 * points];
        for (int i = 0; i < points; i++) {
            double a = 2 * Math.PI * i / points;
            double rough = r + random.nextDouble(-0.03, 0.03);
            xyz[3 * i] = x + rough * Math.cos(a);
            xyz[3 * i + 1] = y + rough * Math.sin(a);
            xyz[3 * i + 2] = z;
        }
        return Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
    }

    /**
     * A dose on a grid around a solid, in stored words of 0.1 mGy. FALLOFF: a plan for the ball, hot inside and falling
     * by 10 % a millimetre outside. RIPPLE: the same with waves of 1 % and about 8 mm, as many beams leave them. PLANE: a gradient of 0.2 Gy/mm. GAUSS: 60 mm wide.
     */
    static DoseGrid dose(String kind, SlabSolid solid, double gridMm) {
        double[] box = box(solid);
        int[] n = new int[3];
        for (int i = 0; i < 3; i++) {
            n[i] = (int) Math.ceil((box[i + 3] - box[i] + 2 * MARGIN_MM) / gridMm) + 1;
        }
        double[] offsets = new double[n[2]];
        for (int k = 0; k < n[2]; k++) {
            offsets[k] = k * gridMm;
        }
        GridGeometry g = new GridGeometry(
                n[0],
                n[1],
                new Point3(box[0] - MARGIN_MM + 0.13, box[1] - MARGIN_MM + 0.29, box[2] - MARGIN_MM + 0.31),
                new Point3(gridMm, 0, 0),
                new Point3(0, gridMm, 0),
                new Point3(0, 0, 1),
                offsets);
        int[] words = new int[g.sampleCount()];
        int at = 0;
        for (int k = 0; k < n[2]; k++) {
            for (int j = 0; j < n[1]; j++) {
                for (int i = 0; i < n[0]; i++) {
                    words[at++] = (int) Math.round(1e4 * doseGy(kind, g.centre(i, j, k)));
                }
            }
        }
        return DoseGrid.ofScaledWords(g, words, 1e-4);
    }

    private static double doseGy(String kind, Point3 p) {
        return switch (kind) {
            case "PLANE" -> 30 + 0.2 * (0.5 * p.x() + 0.7 * p.y() + 0.51 * p.z());
            case "GAUSS" -> {
                Point3 off = p.minus(new Point3(3, 5, -4));
                yield 24 * Math.exp(-off.dot(off) / (2 * 60 * 60));
            }
            default -> {
                double waves = Math.sin(p.x() * 0.9) * Math.cos(p.y() * 0.8) * Math.sin(p.z() * 0.7);
                double ripple = kind.equals("RIPPLE") ? 1 + 0.01 * waves : 1;
                double outside = p.norm() - BALL_MM - 0.5;
                double share = p.norm() / BALL_MM;
                // The shoulder is rounded over some millimetres, as a penumbra is.
                double fall = SHOULDER_MM * Math.log1p(Math.exp(outside / SHOULDER_MM));
                double dome = 1 + 0.35 * Math.max(0, 1 - share * share);
                yield PRESCRIPTION_GY * 1.06 * dome * Math.exp(-0.105 * fall) * ripple;
            }
        };
    }

    private static double[] box(SlabSolid solid) {
        double[] b = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, -1e9, -1e9, -1e9};
        for (Slab s : solid.slabs()) {
            PlaneRegion r = s.region();
            b[0] = Math.min(b[0], r.minX());
            b[1] = Math.min(b[1], r.minY());
            b[2] = Math.min(b[2], s.lowMm());
            b[3] = Math.max(b[3], r.maxX());
            b[4] = Math.max(b[4], r.maxY());
            b[5] = Math.max(b[5], s.highMm());
        }
        return b;
    }
}
