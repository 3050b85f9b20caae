package org.cordonrt.cli;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Several pieces of work at a time, with results handed on one by one in the order of the work, as soon as they can be. */
final class BatchRun {
    /** Results that may wait for one that takes long, for each thread. */
    private static final int AHEAD = 8;

    private BatchRun() {}

    /**
     * @param work must not throw
     * @param each gets every result, on the calling thread
     */
    static <T, R> void inOrder(List<T> items, int threads, Function<T, R> work, Consumer<R> each) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Queue<Future<R>> running = new ArrayDeque<>();
            Iterator<T> next = items.iterator();
            while (next.hasNext() || !running.isEmpty()) {
                while (next.hasNext() && running.size() < threads * AHEAD) {
                    T item = next.next();
                    running.add(pool.submit(() -> work.apply(item)));
                }
                each.accept(running.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
