package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.geometry.WallCourse;
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

    private static ContourBound bound(SlabSolid a, SlabSolid b) {
        return new ContourBound(a.surface(), new SlabStack(a, a.frame()), b.surface(), new SlabStack(b, a.frame()));
    }

    /** A box 4 wide on planes 2 mm apart that leans by so much for each mm. */
    private static SlabSolid bar(double x, double lean, double from, int planes) {
        Shapes shapes = Shapes.axial();
        for (int k = 0; k < planes; k++) {
            double z = from + 2 * k;
            shapes.add(new double[] {z}, Shapes.rectangle(x + lean * z, 0, x + lean * z + 4, 4));
        }
        return shapes.solid();
    }

    /** 10 mm from each other: on planes 0 to 58, patch 15 lies between 28 and 30. */
    @Test
    void uprightWallsAreAsFarApartAsTheirContours() {
        ContourBound bound = bound(bar(0, 0, 0, 30), bar(14, 0, 0, 30));
        assertThat(bound.firstApart(15, 9.99)).isTrue();
        assertThat(bound.firstApart(15, 10.01)).isFalse();
        assertThat(bound.firstApart(15, 5)).isTrue();
        assertThat(bound.secondApart(15, 9.99)).isTrue();
        assertThat(bound.secondApart(15, 10.01)).isFalse();
        // In whatever order they are asked for.
        assertThat(bound(bar(0, 0, 0, 30), bar(14, 0, 0, 30)).firstApart(15, 10.01))
                .isFalse();
        assertThat(bound(bar(0, 0, 0, 30), bar(14, 0, 0, 30)).firstApart(15, 9.99))
                .isTrue();
    }

    /** Of the ends nothing is known: nothing is said of patches nearer to them than the distance. */
    @Test
    void nearTheEndsNothingIsSaid() {
        ContourBound bound = bound(bar(0, 0, 0, 30), bar(14, 0, 0, 30));
        for (int patch = 0; patch <= 30; patch++) {
            boolean far = 2 * (patch - 1) >= 5 && 2 * patch <= 58 - 5;
            assertThat(bound.firstApart(patch, 5)).isEqualTo(far);
            assertThat(bound.secondApart(patch, 5)).isEqualTo(far);
        }
    }

    /** Leaning by 0.5, 1 mm from plane to plane: as far as (12^2 - 1)^(1/2) over (1 + 0.25)^(1/2). */
    @Test
    void slantedWallsAreNearerThanTheirContours() {
        ContourBound bound = bound(bar(0, 0.5, 0, 40), bar(16, 0.5, 0, 40));
        double least = Math.sqrt(12 * 12 - 1) / Math.sqrt(1.25);
        assertThat(bound.firstApart(20, 0.9999 * least)).isTrue();
        assertThat(bound.firstApart(20, 1.0001 * least)).isFalse();
        // Only one of them leans: its way is 1, that of the other nothing.
        ContourBound mixed = bound(bar(0, 0, 0, 40), bar(16 - 20, 0.5, 0, 40));
        double half = Math.sqrt(Math.pow(-20 + 16 - 4 + 0.5 * 38, 2) - 0.25) / Math.sqrt(1.25);
        assertThat(mixed.firstApart(20, 0.9999 * half)).isTrue();
        assertThat(mixed.firstApart(20, 1.0001 * half)).isFalse();
    }

    /** Wider on every other plane, but not where it faces the other: contours stay 10 mm apart. */
    private static SlabSolid wavy(double x, double by) {
        Shapes shapes = Shapes.axial();
        for (int k = 0; k < 40; k++) {
            double wider = k % 2 * by;
            shapes.add(new double[] {2 * k}, Shapes.rectangle(x, -wider, x + 4, 4 + wider));
        }
        return shapes.solid();
    }

    /** What walls may be aside of a steady course, in either body, counts as well. */
    @Test
    void unevenWallsMayBeNearerStill() {
        SlabSolid a = wavy(0, 2);
        SlabSolid b = wavy(14, 1);
        WallCourse p = a.surface().course(20).orElseThrow();
        WallCourse q = b.surface().course(20).orElseThrow();
        assertThat(p.unevenMm()).isGreaterThan(q.unevenMm() + 0.1);
        assertThat(q.unevenMm()).isGreaterThan(0.1);
        double steepness = 0;
        for (int i = 10; i < 30; i++) {
            steepness = Math.max(steepness, b.surface().course(i).orElseThrow().steepness());
        }
        double reach = (p.reachMm() + q.reachMm()) / 2;
        double least =
                (Math.sqrt(100 - reach * reach) - p.unevenMm() - q.unevenMm()) / Math.sqrt(1 + steepness * steepness);
        assertThat(bound(a, b).firstApart(20, 0.9999 * least)).isTrue();
        assertThat(bound(a, b).firstApart(20, 1.0001 * least)).isFalse();
    }

    @Test
    void planesOfOtherHeightsSayNothing() {
        ContourBound shifted = bound(bar(0, 0, 0, 30), bar(14, 0, 1, 30));
        assertThat(shifted.firstApart(15, 1)).isFalse();
        assertThat(shifted.firstIsCovered(15)).isFalse();
        assertThat(shifted.secondIsCovered(15)).isFalse();
        // The second begins four planes later: its patch 11 is the first's patch 15.
        ContourBound later = bound(bar(0, 0, 0, 30), bar(14, 0, 8, 30));
        assertThat(later.firstApart(15, 9)).isTrue();
        assertThat(later.secondApart(11, 9)).isTrue();
        assertThat(later.firstIsCovered(3)).isFalse();
        assertThat(later.firstIsCovered(4)).isTrue();
        assertThat(later.secondIsCovered(0)).isTrue();
        assertThat(later.secondIsCovered(25)).isTrue();
        assertThat(later.secondIsCovered(26)).isFalse();
        // Every other plane of the first: its patches are not those of the second.
        Shapes sparse = Shapes.axial().add(Shapes.planes(0, 4, 15), Shapes.rectangle(0, 0, 4, 4));
        assertThat(bound(sparse.solid(), bar(14, 0, 0, 30)).firstApart(7, 2)).isFalse();
        assertThat(bound(bar(14, 0, 0, 30), sparse.solid()).secondApart(7, 2)).isFalse();
    }

    /** Of a solid of which only a part is asked for, planes beyond it are not among the flat contours. */
    @Test
    void planesCutOffAreNotCovered() {
        SlabSolid whole = bar(0, 0, 0, 30);
        SlabSolid part = whole.between(10, 30).orElseThrow();
        ContourBound bound = bound(part, bar(14, 0, 0, 30));
        assertThat(bound.firstIsCovered(4)).isFalse();
        assertThat(bound.firstIsCovered(6)).isTrue();
        assertThat(bound.firstIsCovered(16)).isFalse();
        assertThat(bound.secondIsCovered(4)).isFalse();
        assertThat(bound.secondIsCovered(6)).isTrue();
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
