package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.Internal;

/**
 * A run of quadrilaterals side by side, each between two points of a lower and the same two points of an upper row: a
 * closed wall between two levels, or a column of pieces of a flat face. One that is not flat stands for the two triangles
 * on either side of its shorter diagonal.
 *
 * @param lower x, y, z of the points of the lower row, patient mm; a closed wall's row ends with its first point again.
 *     The array itself, not to be changed
 * @param upper as many points of the upper row
 */
@Internal
public record SurfaceStrip(double[] lower, double[] upper) {
    private static final int POINT = 3;

    /** Number of quadrilaterals. */
    public int size() {
        return lower.length / POINT - 1;
    }

    /**
     * A flat face at a height along the frame's normal, in columns of pieces that stand upon each other.
     *
     * @param trapezoids as {@link PlaneRegion#toTrapezoids()} gives them
     */
    public static List<SurfaceStrip> face(PlaneFrame frame, double heightMm, double[][] trapezoids) {
        List<SurfaceStrip> columns = new ArrayList<>();
        boolean[] used = new boolean[trapezoids.length];
        for (int i = 0; i < trapezoids.length; i++) {
            if (!used[i]) {
                columns.add(column(frame, heightMm, trapezoids, i, used));
            }
        }
        return columns;
    }

    private static SurfaceStrip column(PlaneFrame frame, double height, double[][] all, int first, boolean[] used) {
        double[] left = new double[2 * POINT];
        double[] right = new double[2 * POINT];
        frame.point(all[first][0], all[first][1], height, left, 0);
        frame.point(all[first][2], all[first][3], height, right, 0);
        int n = 1;
        double[] top = all[first];
        for (int i = first; i < all.length && all[i][1] <= top[5]; i++) {
            double[] t = all[i];
            boolean follows = t[1] == top[5] && t[0] == top[6] && t[2] == top[4];
            if (!used[i] && (i == first || follows)) {
                used[i] = true;
                top = t;
                if (POINT * n == left.length) {
                    left = Arrays.copyOf(left, 2 * left.length);
                    right = Arrays.copyOf(right, 2 * right.length);
                }
                frame.point(t[6], t[7], height, left, POINT * n);
                frame.point(t[4], t[5], height, right, POINT * n);
                n++;
            }
        }
        return new SurfaceStrip(Arrays.copyOf(left, POINT * n), Arrays.copyOf(right, POINT * n));
    }
}
