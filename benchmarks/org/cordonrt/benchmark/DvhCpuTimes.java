package org.cordonrt.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.DoseGrid;

/**
 * The cases of {@link DvhBenchmark} by processor time of the measuring thread, for machines that are busy with other
 * work: prints a Markdown table of the median of the later half of all runs.
 */
public final class DvhCpuTimes {
    private static final double MILLION = 1e6;
    private static final double BUDGET_MS = 500;
    private static final int MOST_RUNS = 400;
    private static final int LEAST_RUNS = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private DvhCpuTimes() {}

    /**
     * Prints the table.
     *
     * @param args names of structures; all of {@link DvhBenchmark} when there are none
     */
    public static void main(String[] args) {
        List<String> structures =
                args.length > 0 ? List.of(args) : List.of("CORD_2", "CORD_8", "TARGET_30", "TARGET_300");
        System.out.println("| structure | grid mm | dose | cut ms | metrics ms | curve ms |");
        System.out.println("|---|---|---|---|---|---|");
        for (String structure : structures) {
            SlabSolid solid = Anatomies.solid(structure);
            List<Metric> metrics = structure.startsWith("CORD") ? DvhBenchmark.NEAR_MAXIMUM : DvhBenchmark.TARGET;
            for (double gridMm : new double[] {1, 2}) {
                for (String dose : List.of("FALLOFF", "RIPPLE", "PLANE", "GAUSS")) {
                    DoseGrid grid = Anatomies.dose(dose, solid, gridMm);
                    Supplier<Dvh> cut = () -> Dvh.of(solid, grid, DvhOptions.defaults());
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %.0f | %s | %.2f | %.2f | %.1f |%n",
                            structure,
                            gridMm,
                            dose,
                            medianMs(cut),
                            medianMs(() -> cut.get().evaluate(metrics)),
                            medianMs(() -> cut.get().curve(0.1)));
                }
            }
        }
    }

    private static double medianMs(Supplier<?> work) {
        double[] ms = new double[MOST_RUNS];
        int runs = 0;
        double sum = 0;
        int used = 0;
        while (runs < LEAST_RUNS || runs < MOST_RUNS && sum < BUDGET_MS) {
            long before = THREADS.getCurrentThreadCpuTime();
            used += work.get().hashCode() & 1;
            ms[runs] = (THREADS.getCurrentThreadCpuTime() - before) / MILLION;
            sum += ms[runs++];
        }
        double[] later = Arrays.copyOfRange(ms, runs / 2, runs);
        Arrays.sort(later);
        return used < 0 ? Double.NaN : later[later.length / 2];
    }
}
