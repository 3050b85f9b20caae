package org.cordonrt.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;

/** Turns smooth sections into contours as the options want them: order, winding, holes, hundredths of a millimetre. */
final class ContourPainter {
    /** Planning systems write coordinates with two decimals. */
    private static final double STEPS_PER_MM = 100;

    private final SpineOptions options;

    ContourPainter(SpineOptions options) {
        this.options = options;
    }

    /**
     * @param planes heights, ascending
     * @param section the curves of the section at a height: outer first, then its holes; counterclockwise
     */
    List<Contour> draw(List<Double> planes, DoubleFunction<List<double[]>> section) {
        List<Double> order = new ArrayList<>(planes);
        switch (options.sliceOrder()) {
            case ASCENDING -> {}
            case DESCENDING -> Collections.reverse(order);
            case SHUFFLED -> Collections.shuffle(order, new Random(options.seed()));
        }
        List<Contour> contours = new ArrayList<>();
        for (double z : order) {
            List<double[]> curves = section.apply(z);
            if (curves.size() == 2 && options.holes() == HoleStyle.KEYHOLE) {
                curves = List.of(Curves.keyhole(curves.get(0), curves.get(1)));
            }
            for (double[] curve : curves) {
                contours.add(contour(curve, z, contours.size(), curves.size() > 1));
            }
        }
        return contours;
    }

    private Contour contour(double[] xy, double z, int index, boolean hasHole) {
        boolean reverse = switch (options.winding()) {
            case COUNTERCLOCKWISE -> false;
            case CLOCKWISE -> true;
            case ALTERNATING -> index % 2 != 0;
        };
        double[] way = reverse ? Curves.reversed(xy) : xy;
        double[] xyz = new double[way.length / 2 * 3];
        for (int i = 0; i < way.length / 2; i++) {
            xyz[3 * i] = round(way[2 * i]);
            xyz[3 * i + 1] = round(way[2 * i + 1]);
            xyz[3 * i + 2] = round(z);
        }
        ContourGeometricType type = hasHole && options.holes() == HoleStyle.XOR
                ? ContourGeometricType.CLOSEDPLANAR_XOR
                : ContourGeometricType.CLOSED_PLANAR;
        return Contour.of(type, xyz);
    }

    private static double round(double mm) {
        // Adding zero turns -0.0 into 0.0, which is how it reads back from a file.
        return Math.rint(mm * STEPS_PER_MM) / STEPS_PER_MM + 0.0;
    }
}
