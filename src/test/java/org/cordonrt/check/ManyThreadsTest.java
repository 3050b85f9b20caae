package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhEvaluator;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.dvh.LocalDose;
import org.cordonrt.dvh.PreparedDvh;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.margin.Separation;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;

/** Structures, doses and prepared structures shared by eight threads: the same bits as with one, and nobody waits. */
class ManyThreadsTest {
    private static final int THREADS = 8;
    private static final int MOST_ROUNDS = 10;
    private static final int ROUNDS = 4;
    private static final List<Metric> METRICS = Stream.of(
                    "Max[Gy]", "D0.035cc[Gy]", "D0.35cc[Gy]", "V5Gy[cc]", "Mean[Gy]")
            .map(Metric::parse)
            .toList();

    private final TreatmentCase plan = Cases.small();
    private final DoseGrid dose = plan.dose().orElseThrow();
    private final SlabSolid cord = SlabSolid.of(Cases.named(plan, "SpinalCord"), SolidOptions.defaults());
    private final SlabSolid target = SlabSolid.of(Cases.named(plan, "GTV"), SolidOptions.defaults());

    /** All at once from a common start; how often a thread of these had to wait for a lock meanwhile. */
    private static <T> List<T> allAtOnce(Callable<T> work, long[] blocked) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                futures.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    long id = Thread.currentThread().getId();
                    long before = threads.getThreadInfo(id).getBlockedCount();
                    T last = work.call();
                    synchronized (blocked) {
                        blocked[0] += threads.getThreadInfo(id).getBlockedCount() - before;
                    }
                    return last;
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> f : futures) {
                results.add(f.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void checksAreTheSame() throws Exception {
        CheckOptions options =
                CheckOptions.defaults().withModel(ModelOptions.defaults().withThreads(1));
        Assessment alone = PlanCheck.assess(plan, options);
        assertThat(allAtOnce(() -> PlanCheck.assess(plan, options), new long[1]))
                .containsOnly(alone);
    }

    @Test
    void histogramsAndSeparationsAreTheSame() throws Exception {
        Dvh shared = Dvh.of(cord, dose, DvhOptions.defaults());
        List<MetricValue> alone = Dvh.of(cord, dose, DvhOptions.defaults()).evaluate(METRICS);
        Separation apart = Separation.between(
                SlabSolid.of(Cases.named(plan, "SpinalCord"), SolidOptions.defaults()),
                SlabSolid.of(Cases.named(plan, "GTV"), SolidOptions.defaults()));
        long[] blocked = new long[1];
        assertThat(allAtOnce(() -> List.of(shared.evaluate(METRICS), Separation.between(cord, target)), blocked))
                .containsOnly(List.of(alone, apart));
    }

    @Test
    void aPreparedStructureIsTheSameAndNobodyWaits() throws Exception {
        PreparedDvh shared = PreparedDvh.of(
                cord, dose.geometry(), METRICS, DvhOptions.defaults().withToleranceGy(0.05));
        List<LocalDose> beams = List.of(shared.local(dose), shared.local(Cases.scaled(dose, 0.5)));
        double[][] weights = {{1, 0}, {0.7, 0.2}, {0.1, 1.5}};
        List<List<MetricValue>> alone = new ArrayList<>();
        DvhEvaluator one = shared.evaluator();
        for (double[] w : weights) {
            one.evaluateSum(beams, w);
            alone.add(one.values());
        }
        long[] blocked = {-1};
        Callable<List<List<MetricValue>>> work = () -> {
            DvhEvaluator own = shared.evaluator();
            List<List<MetricValue>> values = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                values.clear();
                for (double[] w : weights) {
                    own.evaluateSum(beams, w);
                    values.add(own.values());
                }
            }
            return values;
        };
        // The virtual machine has locks of its own, for loading classes for instance, and a thread may meet one at any
        // time. A lock of ours on the way would be waited for in every round.
        for (int round = 0; round < MOST_ROUNDS && blocked[0] != 0; round++) {
            blocked[0] = 0;
            assertThat(allAtOnce(work, blocked)).containsOnly(alone);
        }
        assertThat(blocked[0]).as("times that a thread waited for a lock").isZero();
    }
}
