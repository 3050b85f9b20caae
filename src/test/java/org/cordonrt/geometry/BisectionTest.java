package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BisectionTest {
    @Test
    void findsWhereAFunctionFallsBelowAValue() {
        assertThat(Bisection.firstBelow(x -> 10 - x, 4, 0, 100)).isCloseTo(6, within(1e-12));
        assertThat(Bisection.firstBelow(x -> 100 - x * x, 19, 0, 20)).isCloseTo(9, within(1e-12));
    }

    @Test
    void aStepIsFoundWhereItIs() {
        assertThat(Bisection.firstBelow(x -> x < 3 ? 1 : 0, 1, 0, 8)).isCloseTo(3, within(1e-12));
        assertThat(Bisection.firstBelow(x -> x < 3 ? 1 : 0, 0.5, -8, 8)).isCloseTo(3, within(1e-12));
    }

    @Test
    void whatIsNeverReachedLiesAtAnEnd() {
        assertThat(Bisection.firstBelow(x -> -x, -9, 2, 5)).isCloseTo(5, within(1e-12));
        assertThat(Bisection.firstBelow(x -> -x, 0, 2, 5)).isCloseTo(2, within(1e-12));
    }
}
