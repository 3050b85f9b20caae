package org.cordonrt.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;

/**
 * The cases of {@link SeparationBenchmark} by processor time of the measuring thread, for machines that are busy with
 * other work: prints a Markdown table of the least of all runs.
 */
public final class SeparationCpuTimes {
    private static final double MILLION = 1e6;
    private static final int RUNS = 41;
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
        System.out.println("| planes x points | target | FRESH | KEPT |");
        System.out.println("|---|---|---|---|");
        for (String size : sizes) {
            for (String target : List.of("C", "RING", "OVERLAP")) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %.1f |%n",
                        size,
                        target,
                        leastMs(size, target, "FRESH"),
                        leastMs(size, target, "KEPT"));
            }
        }
    }

    private static double leastMs(String size, String target, String surfaces) {
        SeparationBenchmark work = new SeparationBenchmark();
        work.size = size;
        work.target = target;
        work.surfaces = surfaces;
        work.build();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < RUNS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            double mm = work.between().slabMm();
            double ms = (THREADS.getCurrentThreadCpuTime() - before) / MILLION;
            least = mm >= 0 ? Math.min(least, ms) : Double.NaN;
        }
        return least;
    }
}
