package org.cordonrt.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Runs an input and holds it to time and memory. */
final class FuzzBounds {
    /** The smallest inputs may need tables, and messages of what is wrong. */
    private static final long BYTES_ALWAYS = 8L << 20;

    /** What one byte may be turned into: two bytes of a value are an entry, an object, a message. */
    private static final long BYTES_A_BYTE = 4096;

    private static final long LONGEST_NANOS = 1_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private FuzzBounds() {}

    static void run(FuzzTarget target, byte[] input) {
        // The first time classes may be loaded: what is too much must be so again.
        String first = excess(target, input);
        if (!first.isEmpty() && !excess(target, input).isEmpty()) {
            throw new AssertionError(input.length + " bytes " + first);
        }
    }

    private static String excess(FuzzTarget target, byte[] input) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        // Of the processor, since the machine may pause.
        long begun = THREADS.getCurrentThreadCpuTime();
        target.run(input);
        long nanos = THREADS.getCurrentThreadCpuTime() - begun;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (bytes > BYTES_ALWAYS + BYTES_A_BYTE * input.length) {
            return "made it allocate " + bytes;
        }
        return nanos > LONGEST_NANOS ? "took " + nanos / 1e9 + " s" : "";
    }
}
