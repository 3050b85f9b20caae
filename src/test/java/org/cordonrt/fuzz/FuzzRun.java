package org.cordonrt.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The long run: Jazzer on one target after the other, each in processes of its own. A tenth of the executions watches
 * what is compared with what, which finds words and numbers; the rest, from what that found, watches only which code
 * runs and so is two to three times as fast. What it finds lies in
 * {@code target/fuzz/TARGET} as {@code crash-*} or {@code timeout-*}; once mended, the input goes to
 * {@code src/test/resources/org/cordonrt/fuzz/TARGET} under a name that tells the fault.
 */
final class FuzzRun {
    private static final int LONGEST_INPUT = 4096;

    /** Of text: more rows of a table say no more and take longer. */
    private static final int LONGEST_TEXT = 1024;

    /** One execution of so many watches comparisons. */
    private static final int WATCHED = 10;

    private FuzzRun() {}

    /** Arguments: executions a target, then names of targets; none of these for all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long executions = Long.parseLong(args[0]);
        List<FuzzTarget> targets = args.length == 1 || args[1].isBlank()
                ? List.of(FuzzTarget.values())
                : Arrays.stream(args, 1, args.length)
                        .map(n -> FuzzTarget.valueOf(n.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toList();
        boolean clean = true;
        for (FuzzTarget target : targets) {
            long begun = System.nanoTime();
            long watched = executions / WATCHED;
            int exit = run(target, watched, "cov:cmp:div:gep");
            if (exit == 0) {
                exit = run(target, executions - watched, "cov");
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d executions asked, %.0f s, %.0f a second, %s%n",
                    target.folder(),
                    executions,
                    seconds,
                    executions / seconds,
                    exit == 0 ? "nothing found" : "FOUND, see target/fuzz/" + target.folder());
            clean &= exit == 0;
        }
        if (!clean) {
            throw new AssertionError("inputs that do harm were found");
        }
    }

    private static int run(FuzzTarget target, long executions, String trace) throws IOException, InterruptedException {
        Path folder = Path.of("target", "fuzz", target.folder());
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        for (Path found : target.found()) {
            Files.write(seeds.resolve(found.getFileName()), Files.readAllBytes(found));
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        // A refusal is an exception: most inputs end in one, and its trace costs more than reading.
                        "-XX:-StackTraceInThrowable",
                        "-Dcordon.fuzz.target=" + target.name(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=org.cordonrt.fuzz.JazzerEntry",
                        "--instrumentation_includes=org.cordonrt.**",
                        "--instrumentation_excludes=org.cordonrt.fuzz.**",
                        // No hooks for injections: nothing here runs commands or opens addresses.
                        "--custom_hook_includes=none.**",
                        // It encodes what every node of a pattern is matched with, which is counted as ours.
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
                        "--trace=" + trace,
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-runs=" + executions,
                        "-max_len=" + (target.isDicom() ? LONGEST_INPUT : LONGEST_TEXT),
                        "-seed=1",
                        // A pause of the machine is no hang; seconds of the processor are counted for each input.
                        "-timeout=60",
                        "-print_final_stats=1",
                        corpus.toString(),
                        seeds.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(trace.replace(':', '-') + ".log").toFile())
                .start();
        return process.waitFor();
    }
}
