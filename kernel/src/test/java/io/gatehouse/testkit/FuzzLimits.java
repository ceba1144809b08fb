package io.gatehouse.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What reading an input of up to 64 KiB may cost. Processor time of the thread is counted, not time on the clock, so
 * that a busy machine fails nothing.
 */
public final class FuzzLimits {

    /** Bytes, of an input. */
    public static final int LARGEST = 64 << 10;

    private static final long MOST_NANOSECONDS = 1_000_000_000L;
    private static final long MOST_BYTES = 64L << 20;

    /** The first reading of all loads classes. */
    private static final int ATTEMPTS = 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private FuzzLimits() {}

    /** The result of the reading, unless it took more than a second or allocated more than 64 MiB each time. */
    public static <T> T within(Supplier<T> reading) {
        for (int attempt = 1; ; attempt++) {
            long time = THREADS.getCurrentThreadCpuTime();
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            T result = reading.get();
            bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            time = THREADS.getCurrentThreadCpuTime() - time;
            if (time <= MOST_NANOSECONDS && bytes <= MOST_BYTES) {
                return result;
            }
            if (attempt == ATTEMPTS) {
                throw new AssertionError("took " + time / 1_000_000 + " ms of processor time and " + (bytes >> 20)
                        + " MiB: the limits are 1000 ms and 64 MiB");
            }
        }
    }
}
