package io.gatehouse.kernel.worker;

import io.gatehouse.kernel.database.DatabaseAvailability;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A bounded number of workers that process one item after another until there are none. Workers run only while there is
 * work: a producer starts one, and each worker that finds an item starts another.
 */
public final class WorkerPool {

    private static final Logger LOG = Logger.getLogger(WorkerPool.class.getName());

    private final String name;
    private final IntSupplier limit;
    private final Executor executor;
    private final BooleanSupplier work;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();

    /**
     * @param limit current maximum number of workers, at least one; if it drops, surplus workers stop after their item
     * @param work takes and processes one item; false if there was none. It sees all items that were created before it
     *     began
     */
    public WorkerPool(String name, IntSupplier limit, Executor executor, BooleanSupplier work) {
        this.name = name;
        this.limit = limit;
        this.executor = executor;
        this.work = work;
    }

    /**
     * Signals that there may be work. Never blocks. Starts no worker while the database, which holds the work, is
     * unavailable.
     */
    public void call() {
        if (DatabaseAvailability.current().isAway()) {
            return;
        }
        calls.incrementAndGet();
        send();
    }

    private void send() {
        if (!enter()) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            working.decrementAndGet();
            LOG.log(Level.FINE, "{0} gets no thread; a later call tries again", name);
        }
    }

    private boolean enter() {
        int now;
        do {
            now = working.get();
            if (now >= Math.max(1, limit.getAsInt())) {
                return false;
            }
        } while (!working.compareAndSet(now, now + 1));
        return true;
    }

    private void run() {
        long seenCalls = calls.get();
        boolean stopped = false;
        try {
            while (!stopped && OngoingWork.current().runItem(work)) {
                stopped = stoppedAsSurplus();
                seenCalls = calls.get();
                if (!stopped) {
                    send();
                }
            }
        } catch (DatabaseAwayException e) {
            // The next call, once the database is back, tries again.
            LOG.log(Level.FINE, e, () -> name + " pauses");
            seenCalls = calls.get();
        } catch (RuntimeException e) {
            // The item stays in the database; a call since then, or the next one, tries it again. While the application
            // ends, the beans that it calls may be gone already.
            boolean expected = OngoingWork.current().isEnding()
                    || DatabaseAvailability.current().isAway();
            LOG.log(expected ? Level.FINE : Level.WARNING, e, () -> name + " was stopped by a fault");
        } finally {
            if (!stopped) {
                working.decrementAndGet();
            }
        }
        if (!stopped && calls.get() != seenCalls) {
            send();
        }
    }

    /** Decrements the count if there are surplus workers. At least one always remains. */
    private boolean stoppedAsSurplus() {
        int now;
        do {
            now = working.get();
            if (now <= Math.max(1, limit.getAsInt())) {
                return false;
            }
        } while (!working.compareAndSet(now, now - 1));
        return true;
    }
}
