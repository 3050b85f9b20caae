package org.cordonrt.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.margin.Separation;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The separation of a cord and a target of the same number of planes and points, built from their contours beforehand:
 * search trees are part of the measured time. One thread.
 *
 * <p>Run: {@code mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt}, then
 * {@code java -cp target/classes:target/test-classes:$(cat target/classpath.txt) org.openjdk.jmh.Main Separation}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class SeparationBenchmark {
    /** Planes x points a contour. */
    @Param({"60x120", "200x500"})
    public String size = "";

    /**
     * C: a target wrapped half-way around the cord, 2.5 mm off where it is nearest. RING: all the way around and 2 mm off
     * everywhere, the worst case, in which little can be ruled out. OVERLAP: the C reaches 1 mm into the cord.
     */
    @Param({"C", "RING", "OVERLAP"})
    public String target = "";

    /** Whether the surfaces between the planes are made anew each time or kept from the time before. */
    @Param({"FRESH", "KEPT"})
    public String surfaces = "";

    private int calls;
    private SlabSolid cord = solid("cord", 1, 3, 0, 5, 2 * Math.PI, 0);
    private SlabSolid other = cord;

    @Setup
    public void build() {
        int planes = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int points = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        cord = solid("cord", planes, points, 0, 5, 2 * Math.PI, 0);
        other = switch (target) {
            case "C" -> solid("target", planes, points, 7.5, 20, Math.PI, 3);
            case "RING" -> solid("target", planes, points, 7, 20, 2 * Math.PI, 0);
            default -> solid("target", planes, points, 4, 20, Math.PI, 3);
        };
    }

    @Benchmark
    public Separation between() {
        if (surfaces.equals("KEPT")) {
            return Separation.between(cord, other);
        }
        // Another limit of the end caps, never reached: the same solids, but nothing that was made for them before.
        EndCap cap = new EndCap(1000 + calls++ % 1000);
        return Separation.between(cord.under(SolidModel.SLAB, cap), other.under(SolidModel.SLAB, cap));
    }

    /** The bound of {@link #between}: every edge of both, looked at once with next to no arithmetic. */
    @Benchmark
    public double betweenBound() {
        double least2 = Double.POSITIVE_INFINITY;
        for (SlabSolid solid : List.of(cord, other)) {
            for (Slab slab : solid.slabs()) {
                for (double[] ring : slab.region().outlines()) {
                    least2 = Math.min(least2, nearestMiddle2(ring));
                }
            }
        }
        return least2;
    }

    private static double nearestMiddle2(double[] ring) {
        double least2 = Double.POSITIVE_INFINITY;
        double fromX = ring[ring.length - 2];
        double fromY = ring[ring.length - 1];
        for (int i = 0; i < ring.length; i += 2) {
            double x = fromX + ring[i];
            double y = fromY + ring[i + 1];
            double d2 = x * x + y * y;
            if (d2 < least2) {
                least2 = d2;
            }
            fromX = ring[i];
            fromY = ring[i + 1];
        }
        return least2;
    }

    /** A bent, slightly rough tube around the cord's axis: between two radii, over an angle, drifting off to one side. */
    private static SlabSolid solid(
            String name, int planes, int points, double inner, double outer, double angle, double drift) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        List<Contour> contours = new ArrayList<>();
        for (int k = 0; k < planes; k++) {
            double z = k - planes / 2.0;
            double centre = 12 * Math.sin(z / 60) + drift * Math.abs(Math.sin(z / 25));
            boolean ring = inner > 0 && angle > 6;
            int arc = inner > 0 ? points / 2 : points;
            double[] outside = arc(arc, centre, outer, angle, z, random);
            if (inner == 0) {
                contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, outside));
                continue;
            }
            double[] inside = arc(points - arc, centre, inner, angle, z, random);
            if (ring) {
                contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, outside));
                contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, inside));
            } else {
                double[] both = new double[outside.length + inside.length];
                System.arraycopy(outside, 0, both, 0, outside.length);
                for (int i = 0; i < inside.length; i += 3) {
                    System.arraycopy(inside, inside.length - 3 - i, both, outside.length + i, 3);
                }
                contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, both));
            }
        }
        return SlabSolid.of(Structure.of(1, name, contours), SolidOptions.defaults());
    }

    private static double[] arc(
            int points, double centre, double radius, double angle, double z, SplittableRandom random) {
        double[] xyz = new double[3 * points];
        for (int i = 0; i < points; i++) {
            double a = angle * i / points;
            double r = radius + random.nextDouble(0.05);
            xyz[3 * i] = r * Math.cos(a);
            xyz[3 * i + 1] = centre + r * Math.sin(a);
            xyz[3 * i + 2] = z;
        }
        return xyz;
    }
}
