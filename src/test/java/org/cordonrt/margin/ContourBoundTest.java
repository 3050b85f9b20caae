package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Test;

/** Patches are left out by their contours only where that changes nothing. */
class ContourBoundTest {
    private static final double CORD = 5;

    @Test
    void distancesAreThoseOfASearchThatLeavesNothingOut() {
        int[] farFromNearest = new int[1];
        int[] pairs = new int[1];
        Property.forAll(500, ContourBoundTest::pair, p -> {
            pairs[0]++;
            Nearest flat = new ParallelPair(p[0], p[1]).planes();
            Nearest all = new SurfaceDistance(p[0].surface(), p[1].surface(), null).nearest(flat);
            Nearest some = new ParallelPair(p[0], p[1]).surfaces(flat);
            assertThat(some.distanceMm()).isCloseTo(all.distanceMm(), within(1e-12));
            SlabStack a = new SlabStack(p[0], p[0].frame());
            SlabStack b = new SlabStack(p[1], p[0].frame());
            ContourBound bound = new ContourBound(p[0].surface(), a, p[1].surface(), b);
            for (int i = 0; i < p[0].surface().patchCount(); i++) {
                farFromNearest[0] += bound.firstApart(i, all.distanceMm()) ? 1 : 0;
                if (all.distanceMm() > 0) {
                    assertThat(bound.firstApart(i, 1e4)).isFalse();
                }
            }
        });
        assertThat(farFromNearest[0]).isGreaterThan(pairs[0]);
    }

    /** The stroke that joins two islands is a wall between planes, but no part of what the contours bound. */
    @Test
    void bridgesAreNotSkipped() {
        List<Contour> cord = new ArrayList<>();
        List<Contour> target = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            cord.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, square(-4, 3, 4, 9, k)));
            double[] xy = {-20, -5, -10, -5, -10, 1, 10, 1, 10, -5, 20, -5, 20, 2, 10, 2, 10, 1, -10, 1, -10, 2, -20, 2
            };
            double[] xyz = new double[xy.length / 2 * 3];
            for (int i = 0; i < xy.length / 2; i++) {
                xyz[3 * i] = xy[2 * i];
                xyz[3 * i + 1] = xy[2 * i + 1];
                xyz[3 * i + 2] = k;
            }
            target.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
        }
        SlabSolid a = solid(cord);
        SlabSolid b = solid(target);
        Nearest flat = new ParallelPair(a, b).planes();
        assertThat(flat.distanceMm()).isGreaterThan(6);
        double all = new SurfaceDistance(a.surface(), b.surface(), null)
                .nearest(flat)
                .distanceMm();
        assertThat(new ParallelPair(a, b).surfaces(flat).distanceMm()).isEqualTo(all);
    }

    private static double[] square(double x0, double y0, double x1, double y1, double z) {
        return new double[] {x0, y0, z, x1, y0, z, x1, y1, z, x0, y1, z};
    }

    /** A bent cord and a target beside or around it, on the same planes but for one that may be missing. */
    private static SlabSolid[] pair(SplittableRandom random) {
        double slope = random.nextDouble(-0.6, 0.6);
        double bend = random.nextDouble(0.03);
        double rough = random.nextInt(2) * random.nextDouble(0.1);
        double gap = random.nextDouble(-0.5, 4);
        double drift = random.nextDouble(-0.2, 0.2);
        boolean around = random.nextBoolean();
        int points = 12 + random.nextInt(50);
        int missing = random.nextInt(40);
        List<Contour> cord = new ArrayList<>();
        List<Contour> target = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            double x = slope * k + bend * k * k;
            double away = drift * Math.abs(k - 9);
            cord.add(ring(x, CORD, points, k, rough, random));
            if (k != missing && around) {
                target.add(ring(x, 20, points, k, rough, random));
                target.add(ring(x, Math.max(CORD - 1, CORD + gap + away), points, k, rough, random));
            } else if (k != missing) {
                target.add(ring(x + 2 * CORD + gap + away, CORD, points + random.nextInt(2), k, rough, random));
            }
        }
        return new SlabSolid[] {solid(cord), solid(target)};
    }

    private static SlabSolid solid(List<Contour> contours) {
        return SlabSolid.of(Structure.of(1, "s", contours), SolidOptions.defaults());
    }

    private static Contour ring(double x, double radius, int points, double z, double rough, SplittableRandom random) {
        double[] xyz = new double[3 * points];
        for (int i = 0; i < points; i++) {
            double a = 2 * Math.PI * i / points;
            double r = radius + rough * random.nextDouble();
            xyz[3 * i] = x + r * Math.cos(a);
            xyz[3 * i + 1] = r * Math.sin(a);
            xyz[3 * i + 2] = z;
        }
        return Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
    }
}
