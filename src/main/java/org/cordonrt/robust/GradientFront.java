package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.cordonrt.plan.Point3;

/**
 * How fast the dose can rise, along a straight way inside a box of shifts, in the places whose dose lies just below a
 * level. For a ladder of doses h below the level it holds the gradients at the corners of all cells whose dose range meets
 * [level - h, level], in the frame of the boxes and without their signs: a box of half widths q allows a rise of at most
 * the largest sum of gradient times q. Only gradients that no other exceeds in every component are kept. Immutable and
 * thread-safe.
 */
final class GradientFront {
    /** Rungs of the ladder: from a thousandth of a gray, each a third more. */
    private static final double FIRST_GY = 0.001;

    private static final double FACTOR = 1.35;

    /** Doses are interpolated to about 1e-15 of the largest. */
    private static final double ROUNDING = 1e-9;

    private final double[] ladderGy;

    /** For each rung the gradients as three numbers each, Gy per mm. */
    private final double[][] fronts;

    private GradientFront(double[] ladderGy, double[][] fronts) {
        this.ladderGy = ladderGy;
        this.fronts = fronts;
    }

    /** Which cells can be reached. */
    @FunctionalInterface
    interface Reach {
        /** Whether a cell with this box, in patient coordinates, can hold a moved point of the structure. */
        boolean holds(Point3 low, Point3 high);
    }

    /**
     * @param levelGy the limit
     * @param every whether all doses matter, not only those below the level (mean doses)
     * @param frame three orthogonal unit vectors along which boxes lie
     */
    static GradientFront of(DoseBlock dose, double levelGy, boolean every, Point3[] frame, Reach reach) {
        double largest = Math.max(dose.maxGy(), levelGy) + 1;
        List<Double> ladder = new ArrayList<>();
        for (double h = FIRST_GY; ; h *= FACTOR) {
            ladder.add(h);
            if (h > largest) {
                break;
            }
        }
        int rungs = ladder.size();
        List<List<double[]>> byRung = new ArrayList<>();
        for (int i = 0; i < rungs; i++) {
            byRung.add(new ArrayList<>());
        }
        double[] corners = new double[8];
        for (int k = 0; k + 1 < dose.nc; k++) {
            for (int j = 0; j + 1 < dose.nb; j++) {
                for (int i = 0; i + 1 < dose.na; i++) {
                    double least = Double.POSITIVE_INFINITY;
                    double most = Double.NEGATIVE_INFINITY;
                    for (int n = 0; n < 8; n++) {
                        double d = dose.gy[((k + (n >> 2)) * dose.nb + j + (n >> 1 & 1)) * dose.na + i + (n & 1)];
                        corners[n] = d;
                        least = Math.min(least, d);
                        most = Math.max(most, d);
                    }
                    if (!every && (least > levelGy + ROUNDING * largest)) {
                        continue;
                    }
                    int rung = every ? 0 : rungOf(ladder, levelGy - most - ROUNDING * largest);
                    Point3 p = dose.centre(i, j, k);
                    Point3 q = dose.centre(i + 1, j + 1, k + 1);
                    Point3 low = new Point3(Math.min(p.x(), q.x()), Math.min(p.y(), q.y()), Math.min(p.z(), q.z()));
                    Point3 high = new Point3(Math.max(p.x(), q.x()), Math.max(p.y(), q.y()), Math.max(p.z(), q.z()));
                    if (reach.holds(low, high)) {
                        add(byRung.get(rung), corners, dose, k, frame);
                    }
                }
            }
        }
        double[][] fronts = new double[rungs][];
        List<double[]> front = new ArrayList<>();
        for (int r = 0; r < rungs; r++) {
            List<double[]> more = byRung.get(r);
            // The longest first: most of the others are then seen to be exceeded at once.
            more.sort(Comparator.comparingDouble(g -> -(g[0] + g[1] + g[2])));
            for (double[] g : more) {
                insert(front, g);
            }
            fronts[r] = front.stream().flatMapToDouble(Arrays::stream).toArray();
        }
        return new GradientFront(
                ladder.stream().mapToDouble(Double::doubleValue).toArray(), fronts);
    }

    /** The first rung whose band reaches down to a dose this far below the level. */
    private static int rungOf(List<Double> ladder, double belowGy) {
        int r = 0;
        while (r + 1 < ladder.size() && ladder.get(r) < belowGy) {
            r++;
        }
        return r;
    }

    private static void add(List<double[]> list, double[] d, DoseBlock dose, int k, Point3[] frame) {
        double height = dose.offsetsMm[k + 1] - dose.offsetsMm[k];
        List<double[]> own = new ArrayList<>(8);
        for (int n = 0; n < 8; n++) {
            double da = d[n | 1] - d[n & ~1];
            double db = d[n | 2] - d[n & ~2];
            double dc = (d[n | 4] - d[n & ~4]) / height;
            Point3 g = dose.dualA.times(da).plus(dose.dualB.times(db)).plus(dose.dualC.times(dc));
            insert(own, new double[] {
                Math.abs(g.dot(frame[0])), Math.abs(g.dot(frame[1])), Math.abs(g.dot(frame[2]))
            });
        }
        list.addAll(own);
    }

    private static void insert(List<double[]> front, double[] g) {
        for (double[] f : front) {
            if (f[0] >= g[0] && f[1] >= g[1] && f[2] >= g[2]) {
                return;
            }
        }
        front.removeIf(f -> g[0] >= f[0] && g[1] >= f[1] && g[2] >= f[2]);
        front.add(g);
    }

    /**
     * A dose h, Gy, so that no point that lies below level - h at the centre of a box comes to the level within it.
     *
     * @param half half widths of the box along the frame, mm
     */
    double riseGy(double[] half) {
        for (int r = 0; r < ladderGy.length; r++) {
            double rise = rise(fronts[r], half);
            if (rise <= ladderGy[r]) {
                return rise * (1 + ROUNDING) + ROUNDING;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double rise(double[] front, double[] half) {
        double most = 0;
        for (int i = 0; i < front.length; i += 3) {
            most = Math.max(most, front[i] * half[0] + front[i + 1] * half[1] + front[i + 2] * half[2]);
        }
        return most;
    }

    /** The direction of the frame along which a box allows most of its rise. */
    int steepest(double[] half) {
        double rise = riseGy(half);
        int r = 0;
        while (r + 1 < ladderGy.length && ladderGy[r] < rise) {
            r++;
        }
        double[] most = new double[3];
        for (int i = 0; i < fronts[r].length; i++) {
            most[i % 3] = Math.max(most[i % 3], fronts[r][i] * half[i % 3]);
        }
        int widest = 0;
        for (int axis = 1; axis < 3; axis++) {
            boolean more = most[axis] > most[widest] || most[axis] == most[widest] && half[axis] > half[widest];
            widest = more ? axis : widest;
        }
        return widest;
    }
}
