package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds room for labels: none may lie on another or on what is blocked. Not thread-safe. */
final class Placement {
    private final double[] area;
    private final List<double[]> taken = new ArrayList<>();

    /** Labels stay within this area, px. */
    Placement(double left, double top, double right, double bottom) {
        area = new double[] {left, top, right, bottom};
    }

    void block(double x, double y, double width, double height) {
        taken.add(new double[] {x, y, x + width, y + height});
    }

    /**
     * Takes the first free place.
     *
     * @param xy upper left corners to try, x and y by turns
     * @return the corner; empty when none is free
     */
    Optional<double[]> place(double width, double height, double... xy) {
        for (int i = 0; i < xy.length; i += 2) {
            double[] box = {xy[i], xy[i + 1], xy[i] + width, xy[i + 1] + height};
            boolean inside = box[0] >= area[0] && box[1] >= area[1] && box[2] <= area[2] && box[3] <= area[3];
            if (inside && taken.stream().noneMatch(t -> meet(t, box))) {
                taken.add(box);
                return Optional.of(new double[] {box[0], box[1]});
            }
        }
        return Optional.empty();
    }

    private static boolean meet(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }
}
