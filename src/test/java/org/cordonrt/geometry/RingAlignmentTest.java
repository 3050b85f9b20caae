package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class RingAlignmentTest {
    /** No side and no corner like another. */
    private static final double[] LOPSIDED = {0, 0, 9, 1, 12, 5, 7, 9, 2, 6};

    private static RingSpans spans(double[] p, double[] q) {
        return RingAlignment.spans(p, RingMoments.of(p), q, RingMoments.of(q));
    }

    /** Whether the ring's points occur in a row of points, in their order, from any of them on. */
    private static void assertHasVertices(double[] row, double[] ring) {
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < row.length; k += 2) {
            for (int i = 0; i < ring.length; i += 2) {
                // Two partners a rounding apart make it occur twice in a row.
                if (Math.hypot(row[k] - ring[i], row[k + 1] - ring[i + 1]) < 1e-9
                        && !found.subList(Math.max(0, found.size() - 1), found.size())
                                .contains(i / 2)) {
                    found.add(i / 2);
                }
            }
        }
        int n = ring.length / 2;
        if (found.size() > n) {
            assertThat(found.remove(n)).isEqualTo(found.get(0));
        }
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            expected.add((found.get(0) + i) % n);
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void ringsDrawnInStepKeepTheirNamesakes() {
        double[] moved = Outlines.placed(LOPSIDED, 1, 1, 30, -7);
        RingSpans spans = spans(LOPSIDED, moved);
        assertThat(spans.first()).isSameAs(LOPSIDED);
        assertThat(spans.second()).isSameAs(moved);
        assertThat(spans.wayMm()).isCloseTo(Math.hypot(30, 7), within(1e-9));
        // Also when one is much smaller, whichever comes first.
        double[] small = Outlines.placed(LOPSIDED, 0.3, 0.3, 1, 1);
        assertThat(spans(LOPSIDED, small).second()).isSameAs(small);
        assertThat(spans(small, LOPSIDED).first()).isSameAs(small);
        assertThat(spans(small, LOPSIDED).second()).isSameAs(LOPSIDED);
    }

    @Test
    void namesakesALittleOffAreInStepAndFartherOffAreNot() {
        double spread = Math.hypot(
                RingMoments.of(LOPSIDED).spreadX(), RingMoments.of(LOPSIDED).spreadY());
        double[] near = LOPSIDED.clone();
        near[5] += 0.015 * spread;
        near[0] += 0.01 * spread;
        assertThat(spans(LOPSIDED, near).second()).isSameAs(near);
        double[] far = LOPSIDED.clone();
        far[5] += 0.06 * spread;
        assertThat(spans(LOPSIDED, far).second()).isNotSameAs(far);
        far = LOPSIDED.clone();
        far[2] += 0.06 * spread;
        assertThat(spans(LOPSIDED, far).second()).isNotSameAs(far);
    }

    @Test
    void whereAContourBeginsDoesNotMatter() {
        for (int start = 1; start < 5; start++) {
            double[] other = Outlines.from(Outlines.placed(LOPSIDED, 1, 1, 3, 4), start);
            RingSpans spans = spans(LOPSIDED, other);
            assertThat(spans.wayMm()).isCloseTo(5, within(1e-9));
            assertHasVertices(spans.first(), LOPSIDED);
            assertHasVertices(spans.second(), other);
        }
    }

    @Test
    void aMuchSmallerRingIsLaidOnStretched() {
        double[] small = Outlines.from(Outlines.placed(LOPSIDED, 0.25, 0.25, 0, 0), 3);
        RingSpans spans = spans(LOPSIDED, small);
        assertHasVertices(spans.first(), LOPSIDED);
        for (int i = 0; i < spans.first().length; i++) {
            assertThat(spans.second()[i]).isCloseTo(spans.first()[i] / 4, within(1e-9));
        }
    }

    @Test
    void partnersAreTheSameFromEitherRing() {
        double[] small = Outlines.from(Outlines.placed(LOPSIDED, 0.7, 0.8, 2, 1), 2);
        RingSpans down = spans(LOPSIDED, small);
        RingSpans up = spans(small, LOPSIDED);
        assertThat(up.first()).containsExactly(down.second());
        assertThat(up.second()).containsExactly(down.first());
        assertHasVertices(down.first(), LOPSIDED);
        assertHasVertices(down.second(), small);
    }

    /** The same box with a point on each side more: it stays where it is. */
    @Test
    void pointsOnASideDoNotDisturb() {
        double[] box = Outlines.box(0, 0, 10, 4);
        double[] finer = {7, 0, 10, 0, 10, 3, 10, 4, 2, 4, 0, 4, 0, 1, 0, 0};
        RingSpans spans = spans(box, finer);
        assertThat(spans.wayMm()).isCloseTo(0, within(1e-9));
        assertHasVertices(spans.second(), finer);
        assertThat(spans.first()).hasSize(16);
    }

    @Test
    void everyVertexOfEitherRingOccursOnceAndInOrder() {
        Property.forAll(
                100,
                random -> {
                    double[] p =
                            star(random.doubles(9 + random.nextInt(9), 4, 6).toArray(), random.nextDouble(6));
                    double[] q =
                            star(random.doubles(9 + random.nextInt(9), 4, 6).toArray(), random.nextDouble(6));
                    return List.of(p, Outlines.placed(q, 1, 1, random.nextDouble(3), random.nextDouble(3)));
                },
                rings -> {
                    RingSpans spans = spans(rings.get(0), rings.get(1));
                    assertHasVertices(spans.first(), rings.get(0));
                    assertHasVertices(spans.second(), rings.get(1));
                    // Stars of radius 4 to 6 no farther than 3 sqrt 2 apart: nobody crosses to the other side.
                    assertThat(spans.wayMm()).isLessThan(8);
                });
    }

    @Test
    void partnersDoNotDependOnWhereContoursBegin() {
        Property.forAll(
                60,
                random -> List.of(
                        star(random.doubles(11, 4, 6).toArray(), random.nextDouble(6)),
                        star(random.doubles(13, 3, 5).toArray(), random.nextDouble(6))),
                rings -> {
                    RingSpans spans = spans(rings.get(0), rings.get(1));
                    RingSpans other = spans(Outlines.from(rings.get(0), 4), Outlines.from(rings.get(1), 7));
                    assertThat(other.wayMm()).isCloseTo(spans.wayMm(), within(1e-9));
                    assertThat(other.first().length).isEqualTo(spans.first().length);
                });
    }

    /** Partners lie 3 and 4 mm apart, but for the chords that stand for the circle. */
    @Test
    void aDiscThatMovesAsAWholeHasItsPointsMove() {
        double[] disc = ShapeSolidTest.disc(0, 0, 10, 40);
        double[] moved = Outlines.placed(ShapeSolidTest.disc(0, 0, 10, 27), 1, 1, 3, 4);
        for (int start = 0; start < 27; start += 5) {
            assertMoved(spans(disc, Outlines.from(moved, start)), 1);
            assertMoved(spans(Outlines.from(moved, start), disc), -1);
        }
    }

    private static void assertMoved(RingSpans spans, int sense) {
        for (int i = 0; i < spans.first().length; i += 2) {
            double dx = spans.second()[i] - spans.first()[i] - 3 * sense;
            double dy = spans.second()[i + 1] - spans.first()[i + 1] - 4 * sense;
            assertThat(Math.hypot(dx, dy)).isLessThan(0.25);
        }
    }

    /** Half as wide and a fifth as high: partners lie where the same part of the way round lies, stretched. */
    @Test
    void aFlattenedRingIsLaidOnStretchedBothWays() {
        double[] disc = ShapeSolidTest.disc(0, 0, 10, 60);
        double[] flat = Outlines.from(Outlines.placed(disc, 0.5, 0.2, 7, 7), 17);
        RingSpans spans = spans(disc, flat);
        for (int i = 0; i < spans.first().length; i += 2) {
            assertThat(spans.second()[i]).isCloseTo(7 + spans.first()[i] / 2, within(1.0));
            assertThat(spans.second()[i + 1]).isCloseTo(7 + spans.first()[i + 1] / 5, within(0.4));
        }
    }

    /** From 10 and 4 to 4 and 10: the ends of the axes move by 6. A quarter turn would fit better, and go much farther. */
    @Test
    void anEllipseOnItsWayToAnUprightOneDoesNotTurn() {
        double[] disc = ShapeSolidTest.disc(0, 0, 1, 40);
        double[] lying = Outlines.placed(disc, 10, 4, 0, 0);
        double[] upright = Outlines.from(Outlines.placed(disc, 4, 10, 0, 0), 7);
        assertThat(spans(lying, upright).wayMm()).isCloseTo(6, within(0.01));
    }

    private static double[] star(double[] radii, double turn) {
        double[] ring = new double[2 * radii.length];
        for (int i = 0; i < radii.length; i++) {
            double a = turn + 2 * Math.PI * i / radii.length;
            ring[2 * i] = radii[i] * Math.cos(a);
            ring[2 * i + 1] = radii[i] * Math.sin(a);
        }
        return ring;
    }
}
