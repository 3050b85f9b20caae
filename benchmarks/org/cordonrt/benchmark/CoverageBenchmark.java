package org.cordonrt.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
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

/** The exact coverage of the cells of a 1 mm grid by one polygon of 500 points, one slab thick. One thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class CoverageBenchmark {
    private static final int POINTS = 500;

    @Param({"10", "100"})
    public double radiusMm;

    private double[] xyz = new double[0];
    private SlabSolid solid = Anatomies.solid("CORD_2");
    private DoseGrid grid = Anatomies.dose("PLANE", solid, 2);

    @Setup
    public void build() {
        xyz = new double[3 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            double a = 2 * Math.PI * i / POINTS;
            double r = radiusMm * (1 + 0.02 * Math.sin(7 * a));
            xyz[3 * i] = 0.3 + r * Math.cos(a);
            xyz[3 * i + 1] = 0.4 + r * Math.sin(a);
        }
        Contour ring = Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
        solid = SlabSolid.of(
                Structure.of(1, "ring", List.of(ring)), SolidOptions.defaults().withSinglePlaneThicknessMm(1));
        grid = Anatomies.dose("PLANE", solid, 1);
    }

    @Benchmark
    public Dvh coverage() {
        return Dvh.of(solid, grid, DvhOptions.defaults());
    }

    /** The bound of {@link #coverage}: the area from the edges alone, without cells. */
    @Benchmark
    public double coverageBound() {
        double sum = 0;
        int n = xyz.length;
        for (int i = 0, j = n - 3; i < n; j = i, i += 3) {
            sum += xyz[j] * xyz[i + 1] - xyz[i] * xyz[j + 1];
        }
        return sum / 2;
    }
}
