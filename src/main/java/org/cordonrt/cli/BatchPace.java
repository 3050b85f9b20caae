package org.cordonrt.cli;

import java.util.Locale;

/** Says on standard error how far a batch has come, how quickly, and how long it will take. Thread-safe. */
final class BatchPace {
    /** Set by the launcher when standard error is a terminal: Java cannot tell. */
    private static final String IS_TERMINAL = "cordon.progress";

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int WIDTH = 78;

    private final Terminal terminal;
    private final boolean shown;
    private final int total;
    private final long start = System.nanoTime();
    private int done;

    /** @param total number of plans to check */
    BatchPace(Terminal terminal, boolean quiet, int total) {
        this.terminal = terminal;
        this.shown = !quiet && Boolean.getBoolean(IS_TERMINAL);
        this.total = total;
    }

    /** One more plan is done. */
    synchronized void step() {
        done++;
        if (shown) {
            terminal.complainAtLength("\r" + padded(words(done, total, seconds())) + (done == total ? "\r" : ""));
        }
    }

    /** Wipes the line before something else is written. */
    synchronized void wipe() {
        if (shown) {
            terminal.complainAtLength("\r" + " ".repeat(WIDTH) + "\r");
        }
    }

    double seconds() {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(0, WIDTH - text.length()));
    }

    /** "12 of 50 plans, 1.9 a second, 20 s left". */
    static String words(int done, int total, double seconds) {
        double perSecond = done / Math.max(seconds, 1e-3);
        return done + " of " + total + " plans, " + rate(perSecond) + ", "
                + duration((total - done) / Math.max(perSecond, 1e-9)) + " left";
    }

    static String rate(double perSecond) {
        return perSecond >= 1
                ? String.format(Locale.ROOT, "%.1f a second", perSecond)
                : String.format(Locale.ROOT, "%.1f a minute", perSecond * 60);
    }

    static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 120) {
            return s + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
