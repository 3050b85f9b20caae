package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class PrismOverlapTest {
    private static double overlap(SlabSolid a, SlabSolid b) {
        ObliqueFrames frames = ObliqueFrames.of(a.frame(), b.frame());
        return new PrismOverlap(
                        new PrismSet(a, false, frames.first(), frames.first()),
                        new PrismSet(b, false, frames.second(), frames.first()),
                        frames)
                .mm3();
    }

    /** Drawn on one axial plane: 2 mm thick. */
    private static SlabSolid axial(double z, double... polygon) {
        return Shapes.prism(new double[] {z}, polygon);
    }

    /** Drawn on one plane across x in y and z. */
    private static SlabSolid sagittal(double x, double... polygon) {
        return Shapes.moved(p -> new Point3(p.z(), p.x(), p.y()))
                .add(new double[] {x}, polygon)
                .solid();
    }

    @Test
    void boxesShareABox() {
        SlabSolid box = axial(5, Shapes.rectangle(0, 0, 10, 8));
        assertThat(overlap(box, sagittal(3, Shapes.rectangle(2, 0, 20, 5)))).isCloseTo(2 * 6 * 1, within(1e-9));
        assertThat(overlap(sagittal(3, Shapes.rectangle(2, 0, 20, 5)), box)).isCloseTo(2 * 6 * 1, within(1e-9));
        assertThat(overlap(box, sagittal(3, Shapes.rectangle(2, 0, 20, 50)))).isCloseTo(2 * 6 * 2, within(1e-9));
        assertThat(overlap(box, sagittal(10, Shapes.rectangle(-2, 0, 20, 50)))).isCloseTo(8 * 2, within(1e-9));
        assertThat(overlap(box, sagittal(12, Shapes.rectangle(-2, 0, 20, 50)))).isZero();
        assertThat(overlap(box, sagittal(5, Shapes.rectangle(8, 0, 20, 50)))).isZero();
    }

    /** The share of each height y: the length along x of the one times the length along z of the other. */
    private static double byHeights(double[] xy, double z, double[] yz, double x) {
        PlaneRegion p = PlaneRegion.evenOdd(List.of(xy));
        PlaneRegion q = PlaneRegion.evenOdd(List.of(turned(yz)));
        int steps = 4000;
        double from = Math.max(p.minY(), q.minY());
        double to = Math.min(p.maxY(), q.maxY());
        double sum = 0;
        for (int k = 0; k < steps && from < to; k++) {
            double y = from + (to - from) * (k + 0.5) / steps;
            sum += length(p, y, x - 1, x + 1) * length(q, y, z - 1, z + 1) * (to - from) / steps;
        }
        return sum;
    }

    private static double[] turned(double[] yz) {
        double[] zy = new double[yz.length];
        for (int i = 0; i < yz.length; i += 2) {
            zy[i] = yz[i + 1];
            zy[i + 1] = yz[i];
        }
        return zy;
    }

    private static double length(PlaneRegion region, double y, double from, double to) {
        double sum = 0;
        for (double[] t : region.toTrapezoids()) {
            if (t[1] <= y && y < t[5]) {
                double part = (y - t[1]) / (t[5] - t[1]);
                double left = t[0] + part * (t[6] - t[0]);
                double right = t[2] + part * (t[4] - t[2]);
                sum += Math.max(0, Math.min(right, to) - Math.max(left, from));
            }
        }
        return sum;
    }

    private static double[] triangle(SplittableRandom r) {
        double x = r.nextDouble(-3, 1);
        double y = r.nextDouble(-3, 1);
        return new double[] {
            x, y, x + r.nextDouble(2, 6), y + r.nextDouble(-2, 2), x + r.nextDouble(-2, 4), y + r.nextDouble(2, 6)
        };
    }

    @Test
    void trianglesAtRightAnglesShareWhatTheirHeightsShare() {
        Property.forAll(100, r -> r, r -> {
            double[] xy = triangle(r);
            double[] yz = triangle(r);
            double x = r.nextDouble(-3, 3);
            double z = r.nextDouble(-3, 3);
            double expected = byHeights(xy, z, yz, x);
            assertThat(overlap(axial(z, xy), sagittal(x, yz))).isCloseTo(expected, within(0.002));
        });
    }

    /** Two bars of a square's profile turned by an eighth against each other about x: an octagon of their profiles. */
    @Test
    void barsTurnedAboutTheCommonDirection() {
        double h = Math.sqrt(0.5);
        SlabSolid straight = Shapes.prism(Shapes.planes(-1.5, 1, 4), Shapes.rectangle(0, -2, 30, 2));
        SlabSolid turned = Shapes.moved(p -> new Point3(p.x(), h * (p.y() - p.z()), h * (p.y() + p.z())))
                .add(Shapes.planes(-1.5, 1, 4), Shapes.rectangle(10, -2, 50, 2))
                .solid();
        // A regular octagon of inner radius 2 has 8 r^2 tan(22.5 degrees).
        double octagon = 8 * 4 * Math.tan(Math.PI / 8);
        assertThat(overlap(straight, turned)).isCloseTo(20 * octagon, within(1e-9));
        assertThat(overlap(turned, straight)).isCloseTo(20 * octagon, within(1e-9));
    }

    /** Where both end at the same place along the common direction, the end counts once. */
    @Test
    void endsThatCoincideCountOnce() {
        double h = Math.sqrt(0.5);
        double octagon = 8 * 4 * Math.tan(Math.PI / 8);
        for (double[] x : new double[][] {{0, 30}, {0, 20}, {10, 30}, {0, 50}, {-5, 30}}) {
            SlabSolid straight = Shapes.prism(Shapes.planes(-1.5, 1, 4), Shapes.rectangle(0, -2, 30, 2));
            SlabSolid turned = Shapes.moved(p -> new Point3(p.x(), h * (p.y() - p.z()), h * (p.y() + p.z())))
                    .add(Shapes.planes(-1.5, 1, 4), Shapes.rectangle(x[0], -2, x[1], 2))
                    .solid();
            double common = Math.min(30, x[1]) - Math.max(0, x[0]);
            assertThat(overlap(straight, turned)).isCloseTo(common * octagon, within(1e-9));
            assertThat(overlap(turned, straight)).isCloseTo(common * octagon, within(1e-9));
        }
    }
}
