package io.gatehouse.kernel.worker;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Counts the background work that runs at the moment: items of workers and runs of timers. The application waits for it when
 * it ends, because the server closes the data source next and logs each interrupted transaction as SEVERE.
 *
 * <p>Safe for use by many threads. One for each deployed application, and no bean: beans are destroyed earlier.
 */
public final class OngoingWork {

    private static final OngoingWork CURRENT = new OngoingWork();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int running;

    OngoingWork() {}

    /** Returns the one of this application. */
    public static OngoingWork current() {
        return CURRENT;
    }

    /** Runs the work in the calling thread and returns its result. */
    public boolean during(BooleanSupplier work) {
        count(1);
        try {
            return work.getAsBoolean();
        } finally {
            count(-1);
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            running += change;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Blocks until no work runs, or for at most that time.
     *
     * @return whether no work runs any more; false also if the thread was interrupted
     */
    public boolean awaitEnd(Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (running > 0 && left > 0) {
                left = ended.awaitNanos(left);
            }
            return running == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
