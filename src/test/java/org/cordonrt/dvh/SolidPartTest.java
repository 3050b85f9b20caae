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
