package org.cordonrt.dvh;

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

/** Parts of a solid under linear functions. */
class SolidPartTest {
    @Test
    void halvesShareNoVolumeAndLeaveNoneOut() {
        SlabSolid solid = ring(new SplittableRandom(1));
        double whole = volume(SolidPart.of(solid));
        assertThat(whole).isCloseTo(1000 * solid.volumeCc(), within(1e-6));
        List<SolidPart> parts = SolidPart.of(solid);
        for (int n = 0; n < 6; n++) {
            parts = parts.stream().flatMap(p -> p.halves().stream()).toList();
            assertThat(volume(parts)).isCloseTo(whole, within(1e-9 * whole));
        }
    }

    @Test
    void theMostOfALinearFunctionIsThatOfAHalf() {
        Property.forAll(200, random -> random, random -> {
            SolidPart part = part(random);
            double[] slope = {slope(random), slope(random), slope(random)};
            double most = at(part, slope) + part.most(slope);
            double ofHalves = part.halves().stream()
                    .mapToDouble(h -> at(h, slope) + h.most(slope))
                    .max()
                    .orElseThrow();
            assertThat(ofHalves).isCloseTo(most, within(1e-12 * (1 + Math.abs(most))));
        });
    }

    /** The integral from the middle of the box, added up over halves, is that of the whole. */
    @Test
    void theIntegralOfALinearFunctionIsThatOfItsHalves() {
        Property.forAll(200, random -> random, random -> {
            SolidPart part = part(random);
            double[] slope = {slope(random), slope(random), slope(random)};
            double sum = 0;
            for (SolidPart h : part.halves()) {
                sum += h.integral(slope) + h.mm3() * (at(h, slope) - at(part, slope));
            }
            assertThat(sum).isCloseTo(part.integral(slope), within(1e-9));
        });
    }

    /** A right triangle of 3 by 6 over 4 mm: its middle of mass is a third of the way, the box's half. */
    @Test
    void ofATriangleTheIntegralIsTheVolumeTimesTheWayToTheMiddleOfMass() {
        Structure triangle = Shapes.polygon(new double[] {1, 2, 4, 2, 1, 8}, 1, 5);
        SolidPart part =
                SolidPart.of(SlabSolid.of(triangle, SolidOptions.defaults())).get(0);
        assertThat(part.mm3()).isCloseTo(36, within(1e-12));
        assertThat(new double[] {part.middleMm(0), part.middleMm(1), part.middleMm(2)})
                .containsExactly(2.5, 5, 1);
        assertThat(new double[] {part.halfMm(0), part.halfMm(1), part.halfMm(2)})
                .containsExactly(1.5, 3, 2);
        assertThat(part.widestHalfMm()).isEqualTo(3);
        assertThat(part.integral(new double[] {1, 0, 0})).isCloseTo(36 * -0.5, within(1e-9));
        assertThat(part.integral(new double[] {0, 1, 0})).isCloseTo(36 * -1, within(1e-9));
        assertThat(part.integral(new double[] {0, 0, 1})).isZero();
        assertThat(part.most(new double[] {2, 1, 1})).isCloseTo(3 - 3 + 2, within(1e-12));
        assertThat(part.most(new double[] {-1, 0, -1})).isCloseTo(1.5 + 2, within(1e-12));
    }

    /** The widest side is halved: of equal ones the height, then x. */
    @Test
    void theWidestSideIsHalved() {
        double[][] sizes = {{4, 2, 3}, {2, 4, 3}, {2, 3, 4}, {4, 4, 4}, {4, 4, 2}};
        int[] widest = {0, 1, 2, 2, 0};
        for (int n = 0; n < sizes.length; n++) {
            double[] s = sizes[n];
            SolidPart part =
                    SolidPart.of(Shapes.cuboid(0, s[0], 0, s[1], 0, 2 * s[2])).get(0);
            SolidPart half = part.halves().get(0);
            for (int axis = 0; axis < 3; axis++) {
                assertThat(half.halfMm(axis)).isEqualTo(part.halfMm(axis) / (axis == widest[n] ? 2 : 1));
            }
            assertThat(part.halves()).isSameAs(part.halves());
        }
    }

    /** A linear function in the middle of a part. */
    private static double at(SolidPart p, double[] slope) {
        return slope[0] * p.middleMm(0) + slope[1] * p.middleMm(1) + slope[2] * p.middleMm(2);
    }

    private static double volume(List<SolidPart> parts) {
        return parts.stream().mapToDouble(SolidPart::mm3).sum();
    }

    private static double slope(SplittableRandom random) {
        // Axes along and across the slopes are the cases that closed forms divide by.
        return random.nextInt(4) == 0 ? 0 : 4 * random.nextDouble() - 2;
    }

    private static SolidPart part(SplittableRandom random) {
        List<SolidPart> parts = SolidPart.of(ring(random));
        SolidPart p = parts.get(random.nextInt(parts.size()));
        for (int n = random.nextInt(9); n > 0; n--) {
            List<SolidPart> halves = p.halves();
            p = halves.get(random.nextInt(halves.size()));
        }
        return p;
    }

    /** Three slabs of a wobbly ring with a hole. */
    static SlabSolid ring(SplittableRandom random) {
        List<Contour> contours = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            contours.add(circle(6, 2 * k, random));
            contours.add(circle(2, 2 * k, random));
        }
        return SlabSolid.of(Structure.of(1, "Cord", contours), SolidOptions.defaults());
    }

    private static Contour circle(double radius, double z, SplittableRandom random) {
        double[] xyz = new double[3 * 24];
        for (int i = 0; i < 24; i++) {
            double r = radius * (0.8 + 0.3 * random.nextDouble());
            xyz[3 * i] = r * Math.cos(2 * Math.PI * i / 24);
            xyz[3 * i + 1] = r * Math.sin(2 * Math.PI * i / 24);
            xyz[3 * i + 2] = z;
        }
        return Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
    }
}
