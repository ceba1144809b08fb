package io.gatehouse.kernel.worker;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Counts the work that runs at the moment: items of workers, runs of timers, transactions. The application waits for it when
 * it ends, because the server closes the data source next and logs each interrupted transaction as SEVERE.
 *
 * <p>Safe for use by many threads. One for each deployed application, and no bean: beans are destroyed earlier.
 */
public final class OngoingWork {

    private static final OngoingWork CURRENT = new OngoingWork();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int running;
    private volatile boolean ending;

    OngoingWork() {}

    /** Returns the one of this application. */
    public static OngoingWork current() {
        return CURRENT;
    }

    /** Allows work to begin. */
    public void start() {
        ending = false;
    }

    /**
     * Runs an item of background work in the calling thread.
     *
     * @return what the work returns; false, without running it, if the application ends
     */
    public boolean runItem(BooleanSupplier work) {
        return !ending && run(work::getAsBoolean);
    }

    /** Runs the work in the calling thread and returns its result, even if the application ends. */
    public <T> T run(Supplier<T> work) {
        count(1);
        try {
            return work.get();
        } finally {
            count(-1);
        }
    }

    /** Whether the application ends: what runs on may find beans that are destroyed. */
    public boolean isEnding() {
        return ending;
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
     * Lets no more background work begin, and blocks until no work runs, or for at most that time.
     *
     * @return whether no work runs any more; false also if the thread was interrupted
     */
    public boolean end(Duration limit) {
        ending = true;
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
