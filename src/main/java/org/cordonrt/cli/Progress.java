package org.cordonrt.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Says on standard error what a run that takes over a second is doing, when someone is there to read it, and wipes it
 * away before anything else is written. Thread-safe.
 */
final class Progress implements AutoCloseable {
    private static final long QUIET_MILLIS = 1000;
    private static final long REPAINT_MILLIS = 250;

    private final OutputStream err;
    private final int width;
    private final boolean shown;
    private final long start = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private String stage = "";
    private int total;
    private int done;
    private boolean painting;
    private boolean closed;
    private int painted;

    /** @param shown whether someone reads standard error while the program runs */
    Progress(OutputStream err, int width, boolean shown) {
        this.err = err;
        this.width = width;
        this.shown = shown;
    }

    /** What is done now, e.g. "reading the files". */
    void stage(String what) {
        stage(what, 0);
    }

    /** What is done now, in so many steps. */
    void stage(String what, int steps) {
        lock.lock();
        try {
            stage = what;
            total = steps;
            done = 0;
            if (shown && !painting && !closed) {
                painting = true;
                Thread painter = new Thread(this::paint, "cordon-progress");
                painter.setDaemon(true);
                painter.start();
            }
        } finally {
            lock.unlock();
        }
    }

    /** One more step is done. */
    void step() {
        lock.lock();
        try {
            done++;
        } finally {
            lock.unlock();
        }
    }

    private void paint() {
        lock.lock();
        try {
            long wait = QUIET_MILLIS;
            while (!closed) {
                if (!ended.await(wait, TimeUnit.MILLISECONDS) && !closed) {
                    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                    String counted = total > 0 ? ", " + done + " of " + total : "";
                    write(stage + counted + " (" + seconds + " s)");
                }
                wait = REPAINT_MILLIS;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void write(String line) {
        String text = line.substring(0, Math.min(line.length(), width - 1));
        try {
            err.write(("\r" + text + " ".repeat(Math.max(0, painted - text.length())))
                    .getBytes(StandardCharsets.US_ASCII));
            err.flush();
        } catch (IOException e) {
            // Nobody reads any more; that is no reason to stop.
            closed = true;
        }
        painted = text.length();
    }

    /** Leaves an empty line for something else to be written. */
    void wipe() {
        lock.lock();
        try {
            if (painted > 0) {
                write("");
                painted = 0;
                err.write('\r');
                err.flush();
            }
        } catch (IOException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Says nothing from now on. */
    @Override
    public void close() {
        wipe();
        lock.lock();
        try {
            closed = true;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
