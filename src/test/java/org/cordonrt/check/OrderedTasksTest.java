package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedTasksTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 200).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void resultsComeInTheOrderOfTheItems(int threads) {
        assertThat(OrderedTasks.map(ITEMS, threads, i -> i * i))
                .isEqualTo(ITEMS.stream().map(i -> i * i).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theFirstFailureInOrderIsTheOneThrown(int threads) {
        assertThatThrownBy(() -> OrderedTasks.map(ITEMS, threads, i -> {
                    if (i == 20 || i == 150) {
                        throw new IllegalStateException("item " + i);
                    }
                    return i;
                }))
                .hasMessage("item 20");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void noThreadIsLeftBehind(int threads) {
        int before = Thread.activeCount();
        OrderedTasks.map(ITEMS, threads, i -> i);
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (Thread.activeCount() > before && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
    }
}
