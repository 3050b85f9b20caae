package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RingSpansTest {
    private final double[] ring = {0, 0, 10, 0, 0, 10};

    @Test
    void theWayIsThatOfThePartnersFarthestApart() {
        assertThat(RingSpans.of(ring, new double[] {1, 0, 7, 4, 0, 12}).wayMm()).isEqualTo(5);
        assertThat(RingSpans.of(ring, new double[] {-6, 8, 10, 0, 1, 12}).wayMm())
                .isEqualTo(10);
    }

    @Test
    void aRingThatStaysHasNoWay() {
        RingSpans still = RingSpans.still(ring);
        assertThat(still.first()).isSameAs(ring);
        assertThat(still.second()).isSameAs(ring);
        assertThat(still.wayMm()).isZero();
    }

    @Test
    void partnersAreTheSameFromEitherRing() {
        double[] other = {1, 0, 7, 4, 0, 12};
        RingSpans reversed = RingSpans.of(ring, other).reversed();
        assertThat(reversed.first()).isSameAs(other);
        assertThat(reversed.second()).isSameAs(ring);
        assertThat(reversed.wayMm()).isEqualTo(5);
    }
}
