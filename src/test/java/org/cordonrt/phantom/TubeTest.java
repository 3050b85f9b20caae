package org.cordonrt.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class TubeTest {
    private static Tube circular(double r, double slantDegrees) {
        return new Tube(new Centreline(10, 20, 30, 200, 1, 0, slantDegrees), r, r, -70, 130);
    }

    @Test
    void distanceToAnEllipseIsThatAlongItsNormal() {
        Property.forAll(
                2_000,
                r -> new double[] {
                    r.nextDouble(1, 20), r.nextDouble(1, 20), r.nextDouble(0, 2 * Math.PI), r.nextDouble(-1, 30)
                },
                v -> {
                    double a = v[0];
                    double b = v[1];
                    double footX = a * Math.cos(v[2]);
                    double footY = b * Math.sin(v[2]);
                    double nx = Math.cos(v[2]) / a;
                    double ny = Math.sin(v[2]) / b;
                    double n = Math.hypot(nx, ny);
                    // Inwards, the foot stays the nearest point up to the smallest radius of curvature.
                    double shortest = Math.min(a, b) * Math.min(a, b) / Math.max(a, b);
                    double d = v[3] < 0 ? v[3] * 0.99 * shortest : v[3];
                    Ellipse e = new Ellipse(-3, 7, a, b);
                    double x = -3 + footX + d * nx / n;
                    double y = 7 + footY + d * ny / n;
                    assertThat(e.signedDistance(x, y)).isCloseTo(d, within(1e-9));
                });
    }

    @Test
    void distanceFromTheCentreIsTheShorterSemiAxis() {
        assertThat(new Ellipse(1, 2, 5, 3).signedDistance(1, 2)).isCloseTo(-3, within(1e-12));
        assertThat(new Ellipse(1, 2, 3, 5).signedDistance(1, 2)).isCloseTo(-3, within(1e-12));
        assertThat(new Ellipse(1, 2, 4, 4).signedDistance(1, 2)).isCloseTo(-4, within(1e-12));
    }

    /** The axial section of a slanted circular cylinder is just the stretched ellipse, so that the truth is closed. */
    @Test
    void aSlantedCircularTubeIsACylinder() {
        Property.forAll(
                300,
                r -> new double[] {
                    r.nextDouble(-50, 50), r.nextDouble(-8, 8), r.nextDouble(-8, 8), r.nextDouble(-20, 20)
                },
                v -> {
                    double slope = Math.tan(Math.toRadians(v[0]));
                    double x = 10 + v[1];
                    double z = 30 + v[3];
                    double y = 20 + slope * v[3] + v[2];
                    double toAxis = Math.hypot(v[1], v[2] * Math.cos(Math.toRadians(v[0])));
                    assertThat(circular(5, v[0]).signedDistance(x, y, z)).isCloseTo(toAxis - 5, within(1e-6));
                });
    }

    @Test
    void endsAreFlat() {
        Tube tube = circular(5, 0);
        assertThat(tube.signedDistance(10, 20, 134)).isCloseTo(4, within(1e-9));
        assertThat(tube.signedDistance(10, 20, 128)).isCloseTo(-2, within(1e-9));
        assertThat(tube.signedDistance(10 + 8, 20, 134)).isCloseTo(5, within(1e-9)); // 3, 4, 5
        assertThat(tube.signedDistance(10, 20 - 8, -74)).isCloseTo(5, within(1e-9));
    }
}
