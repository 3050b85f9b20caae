package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.cordonrt.Internal;
import org.cordonrt.Interruption;

/** Independent pieces of work on several threads, with results in the order of the work: no result depends on timing. */
@Internal
public final class OrderedTasks {
    private OrderedTasks() {}

    /**
     * Applies {@code work} to each item.
     *
     * @throws RuntimeException what the first item (in order, not in time) that failed has thrown
     */
    public static <T, R> List<R> map(List<T> items, int threads, Function<T, R> work) {
        if (threads == 1 || items.size() < 2) {
            List<R> results = new ArrayList<>(items.size());
            for (T item : items) {
                Interruption.check();
                results.add(work.apply(item));
            }
            return results;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, items.size()));
        try {
            List<Callable<R>> calls = new ArrayList<>(items.size());
            for (T item : items) {
                calls.add(() -> work.apply(item));
            }
            List<R> results = new ArrayList<>(items.size());
            for (Future<R> f : pool.invokeAll(calls)) {
                results.add(result(f));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Interruption.cancelled();
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
