package io.gatehouse.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * Limits the cost of parsing an input of up to 64 KiB. Measures the processor time of the thread, not elapsed time, so
 * that a busy machine causes no failure.
 */
public final class FuzzLimits {

    /** Maximum size of an input, in bytes. */
    public static final int MAX_INPUT_BYTES = 64 << 10;

    private static final long MAX_NANOSECONDS = 1_000_000_000L;
    private static final long MAX_BYTES = 64L << 20;

    /** Several, because the first one loads classes. */
    private static final int ATTEMPTS = 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private FuzzLimits() {}

    /**
     * Returns the result of the parsing. Fails if each attempt took more than a second or allocated more than 64 MiB.
     */
    public static <T> T within(Supplier<T> reading) {
        for (int attempt = 1; ; attempt++) {
            long time = THREADS.getCurrentThreadCpuTime();
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            T result = reading.get();
            bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            time = THREADS.getCurrentThreadCpuTime() - time;
            if (time <= MAX_NANOSECONDS && bytes <= MAX_BYTES) {
                return result;
            }
            if (attempt == ATTEMPTS) {
                throw new AssertionError("took " + time / 1_000_000 + " ms of processor time and " + (bytes >> 20)
                        + " MiB: the limits are 1000 ms and 64 MiB");
            }
        }
    }
}
