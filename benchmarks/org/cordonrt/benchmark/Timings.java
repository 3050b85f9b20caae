package org.cordonrt.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Measured times as a table in Markdown. A time whose method ends in {@code Bound} bounds that of the method before. */
final class Timings {
    private static final String BOUND = "Bound";

    private final Map<Key, Double> ms = new LinkedHashMap<>();

    private record Key(String type, String method, String with) {
        Key bound() {
            return new Key(type, method + BOUND, with);
        }
    }

    void add(String type, String method, String with, double milliseconds) {
        ms.put(new Key(type, method, with), milliseconds);
    }

    /** @param what is measured, for the title */
    String table(String what) {
        StringBuilder out = new StringBuilder();
        out.append(LocalDate.now()).append(", ").append(processor()).append(", ");
        out.append(Runtime.getRuntime().availableProcessors()).append(" processors, Java ");
        out.append(System.getProperty("java.version")).append(", ").append(what).append(":\n\n");
        out.append("| benchmark | with | time | bound | ratio |\n|---|---|---|---|---|\n");
        ms.forEach((key, time) -> {
            if (!key.method.endsWith(BOUND)) {
                Double bound = ms.get(key.bound());
                out.append("| ").append(key.type).append('.').append(key.method);
                out.append(" | ").append(key.with);
                out.append(" | ").append(words(time));
                out.append(" | ").append(bound == null ? "" : words(bound));
                out.append(" | ")
                        .append(bound == null ? "" : String.format(Locale.ROOT, "%.1f", time / bound))
                        .append(" |\n");
            }
        });
        return out.toString();
    }

    private static String words(double milliseconds) {
        if (milliseconds >= 1) {
            return String.format(Locale.ROOT, milliseconds >= 100 ? "%.0f ms" : "%.2f ms", milliseconds);
        }
        return String.format(Locale.ROOT, milliseconds >= 0.1 ? "%.0f us" : "%.2f us", milliseconds * 1000);
    }

    private static String processor() {
        Path cpus = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpus)) {
            return System.getProperty("os.arch");
        }
        try {
            return Files.readAllLines(cpus).stream()
                    .filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
