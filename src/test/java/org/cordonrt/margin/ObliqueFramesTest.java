package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class ObliqueFramesTest {
    @Test
    void bothShareTheirFirstAxisAndKeepTheirNormals() {
        Property.forAll(
                200,
                r -> new Point3[] {
                    new Point3(r.nextDouble(-1, 1), r.nextDouble(-1, 1), r.nextDouble(0.1, 1)),
                    new Point3(r.nextDouble(-1, 1), r.nextDouble(0.1, 1), r.nextDouble(-1, 1)),
                    new Point3(r.nextDouble(-9, 9), r.nextDouble(-9, 9), r.nextDouble(-9, 9))
                },
                p -> {
                    PlaneFrame first = PlaneFrame.ofNormal(p[0]);
                    PlaneFrame second = PlaneFrame.ofNormal(p[1]);
                    ObliqueFrames frames = ObliqueFrames.of(first, second);
                    assertThat(frames.first().w()).isEqualTo(first.w());
                    assertThat(frames.second().w()).isEqualTo(second.w());
                    assertThat(frames.first().u()).isEqualTo(frames.second().u());
                    for (PlaneFrame f : new PlaneFrame[] {frames.first(), frames.second()}) {
                        assertThat(f.u().norm()).isCloseTo(1, within(1e-12));
                        assertThat(f.u().dot(f.w())).isCloseTo(0, within(1e-12));
                        assertThat(f.u().cross(f.v()).distanceTo(f.w())).isLessThan(1e-12);
                    }
                    // A point's y and z in the one are those in the other, turned.
                    double y = p[2].dot(frames.second().v());
                    double z = p[2].dot(frames.second().w());
                    assertThat(p[2].dot(frames.first().v()))
                            .isCloseTo(y * frames.cos() + z * frames.sin(), within(1e-9));
                    assertThat(p[2].dot(frames.first().w()))
                            .isCloseTo(z * frames.cos() - y * frames.sin(), within(1e-9));
                });
    }

    @Test
    void nearlyParallelNormalsStillHaveACommonDirection() {
        PlaneFrame tilted = PlaneFrame.ofNormal(new Point3(3e-8, 4e-8, 1));
        ObliqueFrames frames = ObliqueFrames.of(PlaneFrame.AXIAL, tilted);
        assertThat(Math.abs(frames.first().u().dot(new Point3(0.8, -0.6, 0)))).isCloseTo(1, within(1e-6));
        assertThat(frames.first().u().dot(frames.first().w())).isCloseTo(0, within(1e-15));
        assertThat(frames.first().u().norm()).isCloseTo(1, within(1e-15));
    }
}
