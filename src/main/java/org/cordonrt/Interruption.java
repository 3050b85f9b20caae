package org.cordonrt;

import java.util.concurrent.CancellationException;

/** What long computations ask now and then: whether somebody wants them to end. */
@Internal
public final class Interruption {
    private Interruption() {}

    /**
     * Goes on unless this thread was interrupted; it stays so.
     *
     * @throws CancellationException if it was
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
    }

    /** To be thrown where waiting was interrupted. */
    public static CancellationException cancelled() {
        return new CancellationException("the thread was interrupted");
    }
}
