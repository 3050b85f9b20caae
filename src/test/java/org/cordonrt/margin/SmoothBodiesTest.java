package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.cordonrt.Property;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** distanceMm against the known gap of smooth bodies that were cut into contours. */
class SmoothBodiesTest {
    private static final double CORD = 5;
    private static final double TUMOUR = 12;
    private static final int POINTS = 180;

    /** An upright or leaning cord and a cylinder parallel to it: planes of both at heights of their own. */
    @ParameterizedTest
    @CsvSource({
        "0, 1", "0, 3", "25, 1", "25, 3", "35, 1", "35, 3",
    })
    void besideTheCord(double lean, double spacing) {
        for (double gap : new double[] {1, 2, 2.5, 3, 5}) {
            for (double turn : new double[] {0, 40, 90}) {
                double t = Math.toRadians(turn);
                double axis = CORD + TUMOUR + gap;
                // Beside means at right angles to the axis, which leans in x.
                double slope = Math.tan(Math.toRadians(lean));
                double stretch = 1 / Math.cos(Math.toRadians(lean));
                double cx = axis * Math.cos(t) * stretch;
                double cy = axis * Math.sin(t);
                SlabSolid cord = body(-40, 40, spacing, z -> ellipse(slope * z, 0, CORD * stretch, CORD));
                SlabSolid target = body(-20.3, 20, spacing, z -> ellipse(cx + slope * z, cy, TUMOUR * stretch, TUMOUR));
                assertGap(cord, target, gap, spacing, "gap " + gap + " turn " + turn);
            }
        }
    }

    /** A round tumour in front of a leaning cord. */
    @ParameterizedTest
    @CsvSource({
        "0, 1", "0, 3", "25, 1", "25, 3", "35, 1", "35, 3",
    })
    void inFrontOfTheCord(double lean, double spacing) {
        for (double gap : new double[] {0.5, 2, 3, 5}) {
            for (double turn : new double[] {-90, 0, 150}) {
                for (double offset : new double[] {0, 0.3}) {
                    double t = Math.toRadians(turn);
                    double rad = Math.toRadians(lean);
                    double axis = CORD + TUMOUR + gap;
                    double slope = Math.tan(rad);
                    double stretch = 1 / Math.cos(rad);
                    double cx = axis * Math.cos(t) * Math.cos(rad);
                    double cy = axis * Math.sin(t);
                    double cz = -axis * Math.cos(t) * Math.sin(rad) + offset * spacing;
                    double along = slope * offset * spacing;
                    SlabSolid cord = body(-60, 60, spacing, z -> ellipse(slope * z, 0, CORD * stretch, CORD));
                    SlabSolid target = body(-60.3, 60, spacing, z -> disc(cx + along, cy, TUMOUR, z - cz));
                    assertGap(cord, target, gap, spacing, "gap " + gap + " turn " + turn + " offset " + offset);
                }
            }
        }
    }

    /** A round tumour straight above a cord that ends half a slice beyond its last contour. */
    @ParameterizedTest
    @CsvSource({"1", "3"})
    void aboveTheCord(double spacing) {
        for (double gap : new double[] {0.5, 1, 2, 2.5, 3, 5}) {
            for (double offset : new double[] {0, 0.2, 0.5, 0.9}) {
                double top = 30 + spacing / 2;
                double cz = top + gap + TUMOUR;
                SlabSolid cord = body(0, 30, spacing, z -> ellipse(0, 0, CORD, CORD));
                SlabSolid target = body(30 + offset * spacing, 70, spacing, z -> disc(1, 0, TUMOUR, z - cz));
                assertGap(cord, target, gap, spacing, "gap " + gap + " offset " + offset);
            }
        }
    }

    /** A tumour all around the cord: the cord runs in its hole. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 3", "35, 1", "35, 3"})
    void aroundTheCord(double lean, double spacing) {
        double slope = Math.tan(Math.toRadians(lean));
        double stretch = 1 / Math.cos(Math.toRadians(lean));
        for (double gap : new double[] {1, 2.5, 5}) {
            SlabSolid cord = body(-40, 40, spacing, z -> ellipse(slope * z, 0, CORD * stretch, CORD));
            List<Contour> contours = new ArrayList<>();
            for (double z = -20.3; z < 20; z += spacing) {
                contours.add(contour(ellipse(slope * z, 0, 20 * stretch, 20), z));
                contours.add(contour(ellipse(slope * z, 0, (CORD + gap) * stretch, CORD + gap), z));
            }
            assertGap(cord, solid(contours), gap, spacing, "gap " + gap);
        }
    }

    /** A tumour that is a horseshoe on some planes and closes around the cord on others. */
    @ParameterizedTest
    @CsvSource({"1", "3"})
    void aHorseshoeThatClosesAroundTheCordDoesNotSweepThroughIt(double spacing) {
        for (double opening : new double[] {20, 60, 120}) {
            List<Contour> contours = new ArrayList<>();
            int k = 0;
            for (double z = -20; z <= 20; z += spacing) {
                if (k++ / 3 % 2 == 0) {
                    contours.add(contour(horseshoe(CORD + 3, 20, opening), z));
                } else {
                    contours.add(contour(ellipse(0, 0, 20, 20), z));
                    contours.add(contour(ellipse(0, 0, CORD + 3, CORD + 3), z));
                }
            }
            SlabSolid cord = body(-40.4, 40, spacing, z -> ellipse(0, 0, CORD, CORD));
            assertGap(cord, solid(contours), 3, spacing, "opening " + opening);
        }
    }

    /** A horseshoe has its centroid in the cord: its ends must not close there. */
    @Test
    void aHorseshoeThatShrinksTowardsItsEndDoesNotCloseInTheCord() {
        List<Contour> contours = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            contours.add(contour(horseshoe(CORD + 3, 20 - 1.6 * i, 90), 2 * i));
        }
        SlabSolid cord = body(-40, 40, 2, z -> ellipse(0, 0, CORD, CORD));
        assertGap(cord, solid(contours), 3, 2, "shrinking");
    }

    /** No cross-section is nearer than the body it belongs to, and the nearest planes come close to it. */
    @Test
    void aProfileAlongTheSurfaceFitsTheDistance() {
        for (double lean : new double[] {0, 25, 35}) {
            double slope = Math.tan(Math.toRadians(lean));
            double stretch = 1 / Math.cos(Math.toRadians(lean));
            SlabSolid cord = body(-40, 40, 3, z -> ellipse(slope * z, 0, CORD * stretch, CORD));
            SlabSolid target = body(-20.3, 20, 3, z -> disc(0, CORD + TUMOUR + 2.5, TUMOUR, z));
            Separation s = Separation.between(cord, target);
            Profile p = Profile.along(
                    cord.under(SolidModel.SHAPE, EndCap.HALF), target.under(SolidModel.SHAPE, EndCap.HALF));
            assertThat(p.stations()).allMatch(x -> x.distanceMm() >= s.distanceMm() - 1e-9);
            assertThat(p.nearest().distanceMm()).isCloseTo(s.distanceMm(), within(0.1));
            for (Station x : p.stations()) {
                assertThat(x.fromPointMm().distanceTo(x.toPointMm())).isCloseTo(x.distanceMm(), within(1e-9));
                assertThat(x.fromPointMm().z()).isCloseTo(x.heightMm(), within(1e-9));
                if (!Double.isNaN(x.inPlaneMm())) {
                    assertThat(x.inPlaneMm()).isGreaterThanOrEqualTo(x.distanceMm() - 1e-9);
                }
            }
        }
    }

    @Test
    void bodiesThatOverlapOrLieInsideEachOtherHaveNoGap() {
        SlabSolid cord = body(-30, 30, 3, z -> ellipse(0, 0, CORD, CORD));
        assertThat(Separation.between(cord, body(-20, 20, 3, z -> ellipse(15, 0, TUMOUR, TUMOUR)))
                        .distanceMm())
                .isZero();
        assertThat(Separation.between(cord, body(-20, 20, 3, z -> ellipse(1, 0, 2, 2)))
                        .distanceMm())
                .isZero();
        assertThat(Separation.between(body(-20.5, 20, 3, z -> ellipse(1, 0, 2, 2)), cord)
                        .distanceMm())
                .isZero();
    }

    @Test
    void touchingBodiesHaveNoGap() {
        SlabSolid cord = body(-30, 30, 3, z -> ellipse(0, 0, CORD, CORD));
        SlabSolid target = body(-20, 20, 3, z -> ellipse(CORD + TUMOUR, 0, TUMOUR, TUMOUR));
        assertThat(Separation.between(cord, target).distanceMm()).isCloseTo(0, within(1e-9));
    }

    @Test
    void isSymmetricAndTheSameWhereverThePatientLies() {
        Property.forAll(25, random -> random, random -> {
            double slope = random.nextDouble() * 0.8;
            double x = 18 + 6 * random.nextDouble();
            double tilt = random.nextDouble();
            List<Contour> cord = new ArrayList<>();
            List<Contour> target = new ArrayList<>();
            for (int i = -8; i <= 8; i++) {
                cord.add(contour(ellipse(slope * 3 * i, 0, CORD, CORD + 0.2 * (i % 3)), 3 * i));
                target.add(contour(ellipse(x + tilt * 3 * i, 2, 9 + 0.3 * (i % 4), 7), 3 * i + 1));
            }
            Separation there = Separation.between(solid(cord), solid(target));
            Separation back = Separation.between(solid(target), solid(cord));
            assertThat(back.distanceMm()).isEqualTo(there.distanceMm());
            if (there.distanceMm() > 0) {
                assertThat(back.fromPointMm()).isEqualTo(there.toPointMm());
                assertThat(there.fromPointMm().minus(there.toPointMm()).norm())
                        .isCloseTo(there.distanceMm(), within(1e-9));
            }
            double a = random.nextDouble() * 6;
            double b = random.nextDouble() * 6;
            Separation moved = Separation.between(solid(turned(cord, a, b)), solid(turned(target, a, b)));
            assertThat(moved.distanceMm()).isCloseTo(there.distanceMm(), within(1e-9));
        });
    }

    private static void assertGap(SlabSolid cord, SlabSolid target, double gap, double spacing, String what) {
        Separation s = Separation.between(cord, target);
        assertThat(s.distanceMm()).as(what).isCloseTo(gap, within(spacing > 1 ? 0.3 : 0.1));
    }

    private static List<Contour> turned(List<Contour> contours, double a, double b) {
        return contours.stream()
                .map(c -> {
                    double[] xyz = c.toArray();
                    for (int i = 0; i < xyz.length; i += 3) {
                        double y = Math.cos(a) * xyz[i + 1] - Math.sin(a) * xyz[i + 2];
                        double z = Math.sin(a) * xyz[i + 1] + Math.cos(a) * xyz[i + 2];
                        double x = Math.cos(b) * xyz[i] - Math.sin(b) * y;
                        xyz[i + 1] = Math.sin(b) * xyz[i] + Math.cos(b) * y + 100;
                        xyz[i] = x - 50;
                        xyz[i + 2] = z + 300;
                    }
                    return Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
                })
                .toList();
    }

    private static SlabSolid body(double from, double to, double spacing, DoubleFunction<double[]> section) {
        List<Contour> contours = new ArrayList<>();
        for (int i = 0; from + i * spacing <= to + 1e-9; i++) {
            double[] ring = section.apply(from + i * spacing);
            if (ring.length > 0) {
                contours.add(contour(ring, from + i * spacing));
            }
        }
        return solid(contours);
    }

    private static SlabSolid solid(List<Contour> contours) {
        return SlabSolid.of(Structure.of(1, "Test", contours), SolidOptions.defaults());
    }

    private static Contour contour(double[] ring, double z) {
        double[] xyz = new double[ring.length / 2 * 3];
        for (int i = 0; i < ring.length / 2; i++) {
            xyz[3 * i] = ring[2 * i];
            xyz[3 * i + 1] = ring[2 * i + 1];
            xyz[3 * i + 2] = z;
        }
        return Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
    }

    /** The section of a sphere at a height from its centre. */
    private static double[] disc(double x, double y, double radius, double height) {
        double r = Math.sqrt(Math.max(0, radius * radius - height * height));
        return r > 0 ? ellipse(x, y, r, r) : new double[0];
    }

    private static double[] horseshoe(double inner, double outer, double openingDegrees) {
        int n = 60;
        double[] ring = new double[4 * n];
        double half = Math.toRadians(openingDegrees / 2);
        for (int i = 0; i < n; i++) {
            double t = half + (2 * Math.PI - 2 * half) * i / (n - 1);
            ring[2 * i] = outer * Math.cos(t);
            ring[2 * i + 1] = outer * Math.sin(t);
            ring[4 * n - 2 - 2 * i] = inner * Math.cos(t);
            ring[4 * n - 1 - 2 * i] = inner * Math.sin(t);
        }
        return ring;
    }

    private static double[] ellipse(double x, double y, double a, double b) {
        double[] ring = new double[2 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            double t = 2 * Math.PI * i / POINTS;
            ring[2 * i] = x + a * Math.cos(t);
            ring[2 * i + 1] = y + b * Math.sin(t);
        }
        return ring;
    }
}
