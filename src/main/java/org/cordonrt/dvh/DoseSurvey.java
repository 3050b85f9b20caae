package org.cordonrt.dvh;

import java.util.List;
import org.cordonrt.plan.DoseGrid;

/**
 * One walk over a solid's cells that learns, for every dose, which volume surely and which volume possibly receives it,
 * and the exact integral of the dose. The doses are counted in classes; a second walk need look only at the cells that
 * straddle what is asked.
 */
final class DoseSurvey implements CellSink {
    private static final int CLASSES = 4096;

    private final double fromGy;
    private final double toGy;
    private final double classesPerGy;

    /** Volume by the class of its cell's smallest, and largest, corner dose. */
    private final double[] byMin = new double[CLASSES];

    private final double[] byMax = new double[CLASSES];
    private double mm3;
    private double doseMm3;

    DoseSurvey(double fromGy, double toGy) {
        this.fromGy = fromGy;
        this.toGy = toGy;
        this.classesPerGy = toGy > fromGy ? CLASSES / (toGy - fromGy) : 0;
    }

    /** Surveys a solid, between the smallest and the largest corner dose of its cells. */
    static DoseSurvey of(SolidCells cells, DoseGrid dose) {
        CornerRange range = CornerRange.of(cells, dose);
        DoseSurvey survey = new DoseSurvey(range.minGy(), range.maxGy());
        cells.walk(dose, survey);
        return survey;
    }

    private int classOf(double gy) {
        return Math.min(CLASSES - 1, Math.max(0, (int) ((gy - fromGy) * classesPerGy)));
    }

    private void count(Cell cell, double volume) {
        byMin[classOf(cell.minCornerGy())] += volume;
        byMax[classOf(cell.maxCornerGy())] += volume;
        mm3 += volume;
    }

    @Override
    public void box(Cell cell) {
        count(cell, cell.mm3);
        double sum = 0;
        for (double d : cell.corner) {
            sum += d;
        }
        doseMm3 += sum / 8 * cell.mm3;
    }

    @Override
    public void prism(Cell cell, List<double[]> rings, int slab) {
        double[] m = Moments.of(rings);
        count(cell, m[0] * cell.mm3);
        double[] k = cell.corner;
        // The height averages out; in the plane the dose is bilinear.
        double d00 = (k[0] + k[4]) / 2;
        double d10 = (k[1] + k[5]) / 2;
        double d01 = (k[2] + k[6]) / 2;
        double d11 = (k[3] + k[7]) / 2;
        doseMm3 += (d00 * m[0] + (d10 - d00) * m[1] + (d01 - d00) * m[2] + (d11 - d10 - d01 + d00) * m[3]) * cell.mm3;
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        double[] sums = new double[2];
        body.forEachTetrahedron((t, volume) -> {
            sums[0] += volume;
            sums[1] += volume * Tetrahedra.meanOfTrilinear(t, cell.corner);
        });
        count(cell, sums[0] * cell.mm3);
        doseMm3 += sums[1] * cell.mm3;
    }

    double smallestCornerGy() {
        return fromGy;
    }

    double largestCornerGy() {
        return toGy;
    }

    double meanGy() {
        return doseMm3 / mm3;
    }

    /** Doses between which V(d) = volume lies for sure: {low, high}. */
    double[] bracket(double volumeMm3) {
        int sure = CLASSES - 1;
        double sum = byMin[sure];
        while (sure > 0 && sum < volumeMm3) {
            sum += byMin[--sure];
        }
        int possible = CLASSES - 1;
        sum = byMax[possible];
        while (possible > 0 && sum < volumeMm3) {
            sum += byMax[--possible];
        }
        // One class more on either side covers the rounding of sums and classes.
        return new double[] {doseOf(sure - 1), doseOf(possible + 2)};
    }

    private double doseOf(int dosesClass) {
        return classesPerGy == 0 ? fromGy : fromGy + dosesClass / classesPerGy;
    }
}
