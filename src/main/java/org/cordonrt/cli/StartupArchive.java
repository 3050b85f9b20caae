package org.cordonrt.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the archive of loaded classes that lets Cordon start in a fraction of the time: class data sharing, see
 * {@code java -Xshare}. Run when the distribution is built, and by {@code bin/cordon-archive} after it was moved or Java
 * was replaced; the launcher uses an archive only in the folder and with the Java that it was made for. Cordon works
 * without, so a failure is a warning.
 *
 * <p>The archive is a static one. A dynamic one, which is easier to make, leaves out classes compiled for Java 5, and
 * those of picocli are.
 */
final class StartupArchive {
    /** In the folder of the jars; the launchers know these names. */
    private static final String ARCHIVE = "cordon.jsa";

    /** Two lines: the folder that the archive is good in, and the Java that it is good for. */
    private static final String MADE_FOR = "cordon.jsa.for";

    private static final Set<Integer> RESULTS =
            Set.of(ExitCode.OK.number(), ExitCode.LIMIT_BROKEN.number(), ExitCode.NOT_EVALUABLE.number());

    private static final long LONGEST_MINUTES = 5;

    private final Path home;
    private final Path java;

    private StartupArchive(Path home, Path java) {
        this.home = home;
        this.java = java;
    }

    /** {@code HOME}: makes the archive for the distribution in a folder; {@code --train FOLDER} is for its own use. */
    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("--train")) {
            train(Path.of(args[1]));
            return;
        }
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
        Path home = Path.of(args[0]).toRealPath();
        try {
            new StartupArchive(home, java).make();
        } catch (IOException | IllegalStateException e) {
            System.err.println("cordon: warning: no archive for a quick start, Cordon works without it: " + e);
        }
    }

    private void make() throws IOException {
        Path lib = home.resolve("lib");
        Path jar = lib.resolve("cordon.jar");
        Files.deleteIfExists(lib.resolve(MADE_FOR));
        Files.deleteIfExists(lib.resolve(ARCHIVE));
        Path scratch = Files.createTempDirectory("cordon-archive");
        // Beside its final place, so that it appears there whole or not at all.
        Path made = lib.resolve(ARCHIVE + ".new");
        try {
            Path classes = scratch.resolve("classes.txt");
            List<String> common = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", jar.toString());
            run(
                    scratch,
                    List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes),
                    common,
                    List.of(StartupArchive.class.getName(), "--train", scratch.toString()));
            run(
                    scratch,
                    List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + made),
                    common,
                    List.of());
            Files.move(made, lib.resolve(ARCHIVE), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(lib.resolve(MADE_FOR), home + "\n" + java + "\n");
        } finally {
            Files.deleteIfExists(made);
            delete(scratch);
        }
    }

    private void run(Path scratch, List<String> what, List<String> common, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(what);
        command.addAll(common);
        command.addAll(arguments);
        Path log = scratch.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", what) + " took too long");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", what) + " ended with " + process.exitValue() + ": "
                    + firstLine(Files.readString(log, StandardCharsets.ISO_8859_1)));
        }
    }

    private static String firstLine(String log) {
        return log.strip().lines().findFirst().orElse("");
    }

    /** Uses what users use, so that its classes are loaded. */
    private static void train(Path scratch) {
        Terminal nowhere = new Terminal(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false, false);
        String plan = scratch.resolve("plan").toString();
        List<List<String>> calls = List.of(
                List.of("--help"),
                List.of("phantom", "spine", plan),
                List.of("check", plan),
                List.of("check", plan, "--format", "json"),
                List.of("check", plan, "--constraints", "TIMMERMAN2022", "-v"),
                List.of("dvh", plan, "--structure", "SpinalCord", "--curve"),
                List.of("margin", plan, "--from", "SpinalCord", "--to", "GTV"),
                List.of("list", plan));
        // As in earnest, but without the configuration files of whoever makes the archive.
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_CONFIG_HOME", scratch.toString());
        Surroundings where = Surroundings.of(environment, scratch.toString(), scratch.toString(), false);
        for (List<String> call : calls) {
            int exit = Main.run(call.toArray(String[]::new), nowhere, where);
            if (!RESULTS.contains(exit)) {
                throw new IllegalStateException("'" + String.join(" ", call) + "' ended with " + exit);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
