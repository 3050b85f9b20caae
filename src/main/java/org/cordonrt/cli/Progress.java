package org.cordonrt.cli;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says on standard error how far a long run has come, when someone is there to read it. Thread-safe.
 */
final class Progress implements AutoCloseable {
    /** Set by the launcher when standard error is a terminal: Java cannot tell. */
    private static final String IS_TERMINAL = "cordon.progress";

    private static final long QUIET_NANOS = 1_000_000_000;

    private final Terminal terminal;
    private final boolean shown;
    private final String what;
    private final int total;
    private final long start = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();

    /** @param what is counted, in the plural */
    Progress(Terminal terminal, boolean quiet, String what, int total) {
        this.terminal = terminal;
        this.shown = !quiet && Boolean.getBoolean(IS_TERMINAL);
        this.what = what;
        this.total = total;
    }

    /** One more is done. */
    void step() {
        int n = done.incrementAndGet();
        if (isDue()) {
            terminal.complainAtLength("\r" + n + " of " + total + " " + what);
        }
    }

    private boolean isDue() {
        return shown && System.nanoTime() - start > QUIET_NANOS;
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (isDue()) {
            terminal.complainAtLength("\r" + " ".repeat(what.length() + 20) + "\r");
        }
    }
}
