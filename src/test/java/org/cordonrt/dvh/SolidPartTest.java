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
    void theLineLiesNowhereBelowTheVolume() {
        Property.forAll(300, random -> random, random -> {
            SolidPart part = part(random);
            double[] slope = {slope(random), slope(random), slope(random)};
            double reach = reach(part, slope);
            double level = reach * (4 * random.nextDouble() - 2);
            double change = Math.max(1e-6, reach * 2 * random.nextDouble() * random.nextDouble());
            double[] line = new double[3];
            part.boundMm3Above(0, slope, level, change, line);
            double[] at = new double[101];
            for (int i = 0; i < at.length; i++) {
                at[i] = level - change * (i - 50) / 50;
            }
            double[] mm3 = new double[at.length];
            part.mm3Above(0, slope, at, mm3);
            for (int i = 0; i < at.length; i++) {
                double t = change * (i - 50) / 50;
                assertThat(mm3[i]).isLessThanOrEqualTo(line[0] + line[1] * t + 1e-9 * part.mm3());
            }
        });
    }

    /** For a small change the line is near the volume itself: a bound that is merely large would be of no use. */
    @Test
    void forSmallChangesTheLineIsNear() {
        Property.forAll(200, random -> random, random -> {
            SolidPart part = part(random);
            double[] slope = {1 + random.nextDouble(), slope(random), 1 + random.nextDouble()};
            double reach = reach(part, slope);
            double level = reach * (random.nextDouble() - 0.5);
            double[] line = new double[3];
            part.boundMm3Above(0, slope, level, reach / 50, line);
            double[] mm3 = new double[1];
            part.mm3Above(0, slope, new double[] {level}, mm3);
            assertThat(line[0] - mm3[0]).isBetween(-1e-9 * part.mm3(), 0.01 * part.mm3());
            assertThat(line[2]).isCloseTo(mm3[0], within(0.05 * part.mm3()));
        });
    }

    @Test
    void theMostOfALinearFunctionIsAtACorner() {
        SplittableRandom random = new SplittableRandom(5);
        SolidPart part = part(random);
        double[] slope = {0.3, -0.4, 1.2};
        double[] mm3 = new double[2];
        double most = part.most(slope);
        part.mm3Above(0, slope, new double[] {most + 1e-9, most - 0.05}, mm3);
        assertThat(mm3[0]).isZero();
        assertThat(mm3[1]).isPositive();
    }

    private static double volume(List<SolidPart> parts) {
        return parts.stream().mapToDouble(SolidPart::mm3).sum();
    }

    private static double slope(SplittableRandom random) {
        // Axes along and across the slopes are the cases that closed forms divide by.
        return random.nextInt(4) == 0 ? 0 : 4 * random.nextDouble() - 2;
    }

    private static double reach(SolidPart p, double[] slope) {
        return 1e-6
                + Math.abs(slope[0]) * p.halfMm(0)
                + Math.abs(slope[1]) * p.halfMm(1)
                + Math.abs(slope[2]) * p.halfMm(2);
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
    private static SlabSolid ring(SplittableRandom random) {
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
