package org.cordonrt.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks that {@code benchmarks/README.md} lists and writes {@code results.json} (of JMH) and
 * {@code results.md}. A benchmark whose name ends in {@code Bound} measures what bounds the one it is named after, on
 * the same data in the same run; the table gives the ratio. Calls are timed one by one and the fastest tenth counts: on a
 * machine that does other work as well, it comes nearest to the truth.
 */
public final class AllBenchmarks {
    private static final double FASTEST_PERCENT = 10;
    private static final double NANOS_PER_MS = 1e6;

    private AllBenchmarks() {}

    /** What runs, and which of its parameters, so that all of it takes about ten minutes. */
    static final Map<String, Map<String, String[]>> PLAN = new TreeMap<>(Map.of(
            "ReadingBenchmark", Map.of(),
            "CoverageBenchmark", Map.of(),
            "BodyBenchmark", Map.of(),
            "CheckBenchmark", Map.of("threads", new String[] {"1"}),
            "RobustBenchmark", Map.of("threads", new String[] {"1"}),
            "SeparationBenchmark", Map.of("target", new String[] {"C"}, "surfaces", new String[] {"FRESH"}),
            "DvhBenchmark",
                    Map.of(
                            "structure", new String[] {"CORD_8", "TARGET_300"},
                            "gridMm", new String[] {"2"},
                            "dose", new String[] {"FALLOFF"})));

    /**
     * Runs and writes.
     *
     * @param args a pattern that names of classes must contain, or a point for all; the folder to write to
     */
    public static void main(String[] args) throws RunnerException, IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        List<RunResult> results = new ArrayList<>();
        for (Map.Entry<String, Map<String, String[]>> e : PLAN.entrySet()) {
            if (args[0].equals(".") || e.getKey().contains(args[0])) {
                results.addAll(run(e.getKey(), e.getValue()));
            }
        }
        ResultFormatFactory.getInstance(
                        ResultFormatType.JSON, folder.resolve("results.json").toString())
                .writeOut(results);
        Files.writeString(folder.resolve("results.md"), table(results));
        System.out.println(table(results));
    }

    private static Collection<RunResult> run(String name, Map<String, String[]> parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + name + "\\.")
                .forks(1)
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1));
        parameters.forEach(options::param);
        return new Runner(options.build()).run();
    }

    private static String table(List<RunResult> results) {
        Timings timings = new Timings();
        results.forEach(
                r -> timings.add(type(r.getParams()), method(r.getParams()), with(r.getParams()), fastestTenthMs(r)));
        return timings.table("by the clock");
    }

    private static String type(BenchmarkParams p) {
        String name = p.getBenchmark().substring(0, p.getBenchmark().lastIndexOf('.'));
        return name.substring(name.lastIndexOf('.') + 1).replace("Benchmark", "");
    }

    private static String method(BenchmarkParams p) {
        return p.getBenchmark().substring(p.getBenchmark().lastIndexOf('.') + 1);
    }

    private static String with(BenchmarkParams p) {
        List<String> words = new ArrayList<>();
        for (String k : p.getParamsKeys()) {
            words.add(k + " " + p.getParam(k));
        }
        return String.join(", ", words);
    }

    private static double fastestTenthMs(RunResult r) {
        return r.getPrimaryResult().getStatistics().getPercentile(FASTEST_PERCENT) / NANOS_PER_MS;
    }
}
