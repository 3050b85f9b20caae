package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a probability is shown, refuted or open. */
class RequiredChanceTest {
    @Test
    void theWholeIntervalMustBeOnOneSide() {
        // 990 of 1000: 98.2 to 99.5 % (Clopper and Pearson).
        assertThat(Chance.isShown(990, 1000, 0.98)).isTrue();
        assertThat(Chance.isShown(990, 1000, 0.985)).isFalse();
        assertThat(Chance.isRefuted(990, 0, 1000, 0.985)).isFalse();
        assertThat(Chance.isRefuted(990, 0, 1000, 0.996)).isTrue();
    }

    @Test
    void coursesThatLeaveTheGridNeitherShowNorRefute() {
        assertThat(Chance.isShown(900, 1000, 0.95)).isFalse();
        assertThat(Chance.isRefuted(900, 0, 1000, 0.95)).isTrue();
        assertThat(Chance.isRefuted(900, 100, 1000, 0.95)).isFalse();
    }

    @Test
    void certaintyIsNeverShownByCourses() {
        assertThat(Chance.isShown(1000, 1000, 0.999)).isFalse();
        assertThat(Chance.isRefuted(1000, 0, 1000, 0.999)).isFalse();
    }

    @Test
    void theGridHasEveryCombination() {
        assertThat(ScenarioGrid.of(1, 2, 3)).hasSize(729).allMatch(s -> s.group() == Scenario.Group.GRID);
        assertThat(ScenarioGrid.of(1, 2, 3).stream().map(Scenario::displacement).distinct())
                .hasSize(729)
                .contains(Displacement.NONE);
        assertThat(ScenarioGrid.of(1, 0, 2)).hasSize(8);
    }
}
