package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.cordonrt.plan.Point3;

/**
 * About how far the anatomy may be shifted, as an ellipsoid around rest: along each direction looked at, and the other
 * way, it ends before the found shift that breaks the limit. By points, between directions not certified: the certified
 * answer is {@link ShiftToBreak}. Immutable.
 *
 * @param axes three at right angles, the shortest first
 */
public record ToleranceEllipsoid(List<Axis> axes) {
    /**
     * Half of an axis.
     *
     * @param direction unit vector, patient axes; which of both ways is of no matter
     * @param halfLengthMm as far both ways
     */
    public record Axis(Point3 direction, double halfLengthMm) {
        public Axis {
            Objects.requireNonNull(direction, "direction");
            if (!(halfLengthMm > 0)) {
                throw new IllegalArgumentException("an axis of " + halfLengthMm + " mm");
            }
        }
    }

    public ToleranceEllipsoid {
        axes = List.copyOf(axes);
        if (axes.size() != 3) {
            throw new IllegalArgumentException(axes.size() + " axes");
        }
    }

    /**
     * How far it reaches along a direction, mm.
     *
     * @param unit patient axes
     */
    public double alongMm(Point3 unit) {
        double sum = 0;
        for (Axis a : axes) {
            double share = unit.dot(a.direction) / a.halfLengthMm;
            sum += share * share;
        }
        return 1 / Math.sqrt(sum);
    }

    /**
     * Fits the quadric of least squares to 1/r^2, then draws it in until it lies within every r.
     *
     * @param units directions
     * @param mm how far one may go along each, and the opposite way: above 0
     * @param weights of the directions, above 0
     */
    static ToleranceEllipsoid within(List<Point3> units, double[] mm, double[] weights) {
        RealMatrix a = new Array2DRowRealMatrix(units.size(), 6);
        double[] b = new double[units.size()];
        for (int i = 0; i < b.length; i++) {
            Point3 u = units.get(i);
            double w = Math.sqrt(weights[i]);
            double[] row = {
                u.x() * u.x(), u.y() * u.y(), u.z() * u.z(), 2 * u.x() * u.y(), 2 * u.x() * u.z(), 2 * u.y() * u.z()
            };
            for (int k = 0; k < 6; k++) {
                a.setEntry(i, k, w * row[k]);
            }
            b[i] = w / (mm[i] * mm[i]);
        }
        RealVector m = new QRDecomposition(a).getSolver().solve(new ArrayRealVector(b, false));
        EigenDecomposition e = new EigenDecomposition(new Array2DRowRealMatrix(new double[][] {
            {m.getEntry(0), m.getEntry(3), m.getEntry(4)},
            {m.getEntry(3), m.getEntry(1), m.getEntry(5)},
            {m.getEntry(4), m.getEntry(5), m.getEntry(2)}
        }));
        double farthest = 0;
        for (double r : mm) {
            farthest = Math.max(farthest, r);
        }
        List<Axis> axes = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            RealVector v = e.getEigenvector(k);
            // A fit may open to the sides, where nothing breaks: nobody looked farther than this.
            double half = 1 / Math.sqrt(Math.max(1 / (farthest * farthest), e.getRealEigenvalue(k)));
            Point3 unit = new Point3(v.getEntry(0), v.getEntry(1), v.getEntry(2));
            axes.add(new Axis(unit.times(1 / unit.norm()), half));
        }
        axes.sort(Comparator.comparingDouble(Axis::halfLengthMm));
        ToleranceEllipsoid fitted = new ToleranceEllipsoid(axes);
        double share = 1;
        for (int i = 0; i < mm.length; i++) {
            share = Math.min(share, mm[i] / fitted.alongMm(units.get(i)));
        }
        double drawnIn = share;
        return new ToleranceEllipsoid(axes.stream()
                .map(x -> new Axis(x.direction, x.halfLengthMm * drawnIn))
                .toList());
    }
}
