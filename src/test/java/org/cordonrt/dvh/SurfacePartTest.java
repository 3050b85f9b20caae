package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Test;

/** The surface of a solid as areas with a direction. */
class SurfacePartTest {
    @Test
    void aClosedSurfaceHasNoNetAreaAndEnclosesTheVolume() {
        Property.forAll(20, random -> random, random -> {
            SlabSolid solid = solid(random);
            List<SurfacePart> parts = SurfacePart.of(solid);
            for (int n = 0; n < 7; n++) {
                for (int axis = 0; axis < 3; axis++) {
                    double net = 0;
                    for (SurfacePart p : parts) {
                        net += p.netMm2(axis);
                    }
                    assertThat(net).as("axis %d", axis).isCloseTo(0, within(1e-9));
                }
                parts = halved(parts, n % 3);
            }
            // Gauss: the integral of the height over the faces is the volume; so is that of x over the walls.
            double byFaces = 0;
            double byWalls = 0;
            for (SurfacePart p : halved(halved(halved(parts, 0), 0), 0)) {
                byFaces += p.netMm2(2) * p.middleMm(2);
                byWalls += p.isRectangle() ? p.netMm2(0) * p.middleMm(0) : 0;
            }
            double mm3 = 1000 * solid.volumeCc();
            assertThat(byFaces).isCloseTo(mm3, within(1e-9 * mm3));
            assertThat(byWalls).isCloseTo(mm3, within(1e-9 * mm3));
        });
    }

    /** Whatever part of a face counts, its net area stays within the bounds: half the net, more or less half the total. */
    @Test
    void theTotalBoundsEveryShareOfAFace() {
        SlabSolid solid = solid(new SplittableRandom(3));
        List<SurfacePart> faces =
                SurfacePart.of(solid).stream().filter(p -> p.halfMm(2) == 0).toList();
        assertThat(faces).hasSize(4);
        for (SurfacePart face : faces) {
            SplittableRandom random = new SplittableRandom(8);
            double[] slope = {random.nextDouble() - 0.5, random.nextDouble() - 0.5, 0};
            double counted = 0;
            for (double[] square : squares(face, solid)) {
                boolean counts = slope[0] * square[0] + slope[1] * square[1] > 0;
                counted += counts ? square[2] : 0;
            }
            assertThat(Math.abs(counted - face.netMm2(2) / 2)).isLessThanOrEqualTo(face.totalMm2(2) / 2 + 0.2);
        }
    }

    @Test
    void halvesBoundNoMoreThanTheWhole() {
        Property.forAll(100, random -> random, random -> {
            SurfacePart part = part(random);
            int by = random.nextInt(3);
            for (int axis = 0; axis < 3; axis++) {
                double net = 0;
                double total = 0;
                for (SurfacePart h : part.halves(by)) {
                    net += h.netMm2(axis);
                    total += h.totalMm2(axis);
                    assertThat(h.totalMm2(axis)).isGreaterThanOrEqualTo(Math.abs(h.netMm2(axis)) - 1e-12);
                    assertThat(h.middleMm(axis) - h.halfMm(axis))
                            .isGreaterThanOrEqualTo(part.middleMm(axis) - part.halfMm(axis) - 1e-9);
                    assertThat(h.middleMm(axis) + h.halfMm(axis))
                            .isLessThanOrEqualTo(part.middleMm(axis) + part.halfMm(axis) + 1e-9);
                }
                assertThat(net).isCloseTo(part.netMm2(axis), within(1e-9));
                assertThat(total).isLessThanOrEqualTo(part.totalMm2(axis) + 1e-9);
            }
        });
    }

    @Test
    void theRangeOfALinearFunctionHoldsThatOfTheHalves() {
        Property.forAll(200, random -> random, random -> {
            SurfacePart part = part(random);
            double[] slope = {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
            double range = part.halfRange(slope);
            double middle = at(part, slope);
            for (SurfacePart h : part.halves(random.nextInt(3))) {
                assertThat(Math.abs(at(h, slope) - middle)).isLessThanOrEqualTo(range + 1e-9);
            }
            if (part.isRectangle()) {
                assertThat(part.halfRangeAlong(slope) + Math.abs(slope[2]) * part.halfMm(2))
                        .isCloseTo(range, within(1e-9));
            }
        });
    }

    /** Of a cuboid: four walls as one, a face below and one above; halved along an axis, each lies on its side. */
    @Test
    void aCuboidHasWallsAndTwoFaces() {
        List<SurfacePart> parts = SurfacePart.of(Shapes.cuboid(0, 8, 0, 4, 0, 6));
        List<SurfacePart> faces = parts.stream().filter(p -> p.netMm2(2) != 0).toList();
        assertThat(faces).hasSize(2);
        assertThat(faces.get(0).netMm2(2)).isEqualTo(-32);
        assertThat(faces.get(0).middleMm(2)).isEqualTo(0);
        assertThat(faces.get(1).netMm2(2)).isEqualTo(32);
        assertThat(faces.get(1).middleMm(2)).isEqualTo(6);
        assertThat(faces.get(1).halfRange(new double[] {1, -2, 5})).isEqualTo(4 + 4);
        List<SurfacePart> walls = parts.stream().filter(p -> p.totalMm2(2) == 0).toList();
        assertThat(walls.stream().mapToDouble(p -> p.totalMm2(0)).sum()).isEqualTo(2 * 4 * 6);
        assertThat(walls.stream().mapToDouble(p -> p.totalMm2(1)).sum()).isEqualTo(2 * 8 * 6);
        assertThat(walls.get(0).halfMm(0)).isEqualTo(4);
        assertThat(walls.get(0).halfMm(1)).isEqualTo(2);
        assertThat(walls.get(0).halfMm(2)).isEqualTo(1.5);
    }

    /** A face is halved along the asked axis, or where it has no width there, along its widest. */
    @Test
    void aFaceIsHalvedAlongTheAskedAxis() {
        for (double[] size : new double[][] {{8, 4}, {4, 8}, {6, 6}}) {
            SurfacePart top = SurfacePart.of(Shapes.cuboid(0, size[0], 0, size[1], 0, 6)).stream()
                    .filter(p -> p.netMm2(2) > 0)
                    .findFirst()
                    .orElseThrow();
            for (int axis = 0; axis < 3; axis++) {
                // What only one side covers is found at the first division.
                SurfacePart face = top.divided(axis).get(0);
                List<SurfacePart> halves = face.halves(axis);
                int by = axis < 2 ? axis : size[0] >= size[1] ? 0 : 1;
                assertThat(halves).hasSize(2);
                for (int k = 0; k < 2; k++) {
                    assertThat(halves.get(k).halfMm(by)).isEqualTo(size[by] / 4);
                    assertThat(halves.get(k).halfMm(1 - by)).isEqualTo(size[1 - by] / 2);
                    assertThat(halves.get(k).middleMm(by)).isEqualTo(size[by] * (k == 0 ? 0.25 : 0.75));
                    assertThat(halves.get(k).netMm2(2)).isEqualTo(size[0] * size[1] / 2);
                }
                assertThat(face.halves(axis)).isSameAs(halves);
            }
        }
    }

    /** Four squares from the upper left to the lower right: along x the left two come first, along y the lower two. */
    @Test
    void manyPiecesAreSortedAlongTheAskedAxis() {
        List<Contour> squares = new ArrayList<>();
        for (int i : new int[] {2, 0, 3, 1}) {
            double x = 10 * i;
            double y = 30 - 10 * i;
            double[] square = {x, y, x + 4, y, x + 4, y + 4, x, y + 4};
            squares.addAll(Shapes.polygon(square, 0, 2).contours());
        }
        SlabSolid solid = SlabSolid.of(Structure.of(1, "Squares", squares), SolidOptions.defaults());
        SurfacePart top = SurfacePart.of(solid).stream()
                .filter(p -> p.netMm2(2) > 0)
                .findFirst()
                .orElseThrow();
        for (int axis = 0; axis < 2; axis++) {
            List<SurfacePart> halves = top.divided(0).get(0).divided(axis);
            assertThat(halves.get(0).middleMm(axis)).isEqualTo(7);
            assertThat(halves.get(1).middleMm(axis)).isEqualTo(27);
            assertThat(halves.get(0).netMm2(2)).isEqualTo(32);
            assertThat(halves.get(1).netMm2(2)).isEqualTo(32);
        }
    }

    @Test
    void onlyARectangleIsSpreadEvenlyAlongItsSide() {
        SurfacePart face = SurfacePart.of(Shapes.cuboid(0, 8, 0, 4, 0, 6)).stream()
                .filter(p -> p.netMm2(2) > 0)
                .findFirst()
                .orElseThrow();
        assertThat(face.isRectangle()).isFalse();
        assertThatThrownBy(() -> face.halfRangeAlong(new double[3])).isInstanceOf(IllegalStateException.class);
    }

    /** Thin slabs of a surface from plane to plane have faces that are mostly covered on both sides. */
    @Test
    void whatBothSlabsCoverIsNoSurface() {
        SlabSolid shape = solid(new SplittableRandom(4)).under(SolidModel.SHAPE, EndCap.NONE);
        List<SurfacePart> faces =
                SurfacePart.of(shape).stream().filter(p -> p.halfMm(2) == 0).toList();
        for (int n = 0; n < 10; n++) {
            faces = halved(faces, n % 2);
        }
        double total = faces.stream().mapToDouble(p -> p.totalMm2(2)).sum();
        double covered = shape.slabs().stream()
                .mapToDouble(s -> 2 * s.region().areaMm2())
                .sum();
        assertThat(total).isLessThan(covered / 2);
    }

    private static double at(SurfacePart p, double[] slope) {
        return slope[0] * p.middleMm(0) + slope[1] * p.middleMm(1) + slope[2] * p.middleMm(2);
    }

    private static List<SurfacePart> halved(List<SurfacePart> parts, int axis) {
        List<SurfacePart> halves = new ArrayList<>();
        for (SurfacePart p : parts) {
            halves.addAll(p.halves(axis));
        }
        return halves;
    }

    /** Middles of small squares of a face and their net areas: out of the slab below it, into the one above. */
    private static List<double[]> squares(SurfacePart face, SlabSolid solid) {
        double side = 0.05;
        double z = face.middleMm(2);
        List<double[]> squares = new ArrayList<>();
        for (double x = -8; x < 8; x += side) {
            for (double y = -8; y < 8; y += side) {
                int net = 0;
                for (Slab s : solid.slabs()) {
                    PlaneRegion r = s.region();
                    net += s.highMm() == z && r.contains(x, y) ? 1 : s.lowMm() == z && r.contains(x, y) ? -1 : 0;
                }
                squares.add(new double[] {x, y, net * side * side});
            }
        }
        return squares;
    }

    private static SlabSolid solid(SplittableRandom random) {
        return SolidPartTest.ring(random);
    }

    private static SurfacePart part(SplittableRandom random) {
        List<SurfacePart> parts = SurfacePart.of(solid(random));
        SurfacePart p = parts.get(random.nextInt(parts.size()));
        for (int n = random.nextInt(9); n > 0; n--) {
            List<SurfacePart> halves = p.halves(random.nextInt(3));
            if (halves.isEmpty()) {
                break;
            }
            p = halves.get(random.nextInt(halves.size()));
        }
        return p;
    }
}
