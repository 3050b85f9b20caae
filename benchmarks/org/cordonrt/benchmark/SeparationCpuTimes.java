package org.cordonrt.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * The cases of {@link SeparationBenchmark} by processor time of the measuring thread, for machines that are busy with
 * other work: prints a Markdown table of the least of all runs.
 */
public final class SeparationCpuTimes {
    private static final double MILLION = 1e6;
    private static final int RUNS = 41;
    private static final int WARM_UP = 150;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SeparationCpuTimes() {}

    /**
     * Prints the table.
     *
     * @param args planes x points; those of the table in README.md when there are none
     */
    public static void main(String[] args) {
        List<String> sizes = args.length > 0
                ? List.of(args)
                : List.of("60x120", "200x125", "200x250", "200x500", "200x1000", "100x500", "400x500");
        System.out.println("| planes x points | target | FRESH | KEPT | edges once | KEPT / edges once |");
        System.out.println("|---|---|---|---|---|---|");
        for (String size : sizes) {
            for (String target : List.of("C", "RING", "OVERLAP")) {
                warmUp(target);
                SeparationBenchmark fresh = work(size, target, "FRESH");
                SeparationBenchmark kept = work(size, target, "KEPT");
                double ms = leastMs(() -> kept.between().slabMm());
                double boundMs = leastMs(kept::betweenBound);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %.1f | %.2f | %.0f |%n",
                        size,
                        target,
                        leastMs(() -> fresh.between().slabMm()),
                        ms,
                        boundMs,
                        ms / boundMs);
            }
        }
    }

    /** On a small case, so that what is measured has been compiled on a busy machine too. */
    private static void warmUp(String target) {
        for (String surfaces : List.of("FRESH", "KEPT")) {
            SeparationBenchmark small = work("60x120", target, surfaces);
            for (int i = 0; i < WARM_UP; i++) {
                small.between();
            }
        }
    }

    private static SeparationBenchmark work(String size, String target, String surfaces) {
        SeparationBenchmark work = new SeparationBenchmark();
        work.size = size;
        work.target = target;
        work.surfaces = surfaces;
        work.build();
        return work;
    }

    private static double leastMs(DoubleSupplier call) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < RUNS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            double mm = call.getAsDouble();
            double ms = (THREADS.getCurrentThreadCpuTime() - before) / MILLION;
            least = mm >= 0 ? Math.min(least, ms) : Double.NaN;
        }
        return least;
    }
}
