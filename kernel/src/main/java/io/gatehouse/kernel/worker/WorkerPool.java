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
 * A bounded number of workers that take one piece of work after the other until there is none. They are there only while
 * there is work: whoever makes some calls them, and each that finds some calls another.
 */
public final class WorkerPool {

    private static final Logger LOG = Logger.getLogger(WorkerPool.class.getName());

    private final String name;
    private final IntSupplier most;
    private final Executor executor;
    private final BooleanSupplier work;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();

    /**
     * @param most how many may work at the moment, one at least; if that becomes less, those too many go when they have done
     *     their piece
     * @param work takes a piece and does it; false if there was none. It finds all that was made before it began
     */
    public WorkerPool(String name, IntSupplier most, Executor executor, BooleanSupplier work) {
        this.name = name;
        this.most = most;
        this.executor = executor;
        this.work = work;
    }

    /** There may be work. Never waits. While the database is away, whose work it is, nobody is sent. */
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
            LOG.log(Level.FINE, "{0} finds no thread; it is called again soon", name);
        }
    }

    private boolean enter() {
        int now;
        do {
            now = working.get();
            if (now >= Math.max(1, most.getAsInt())) {
                return false;
            }
        } while (!working.compareAndSet(now, now + 1));
        return true;
    }

    private void run() {
        long heard = calls.get();
        boolean left = false;
        try {
            while (!left && work.getAsBoolean()) {
                left = leftAsOneTooMany();
                heard = calls.get();
                if (!left) {
                    send();
                }
            }
        } catch (DatabaseAwayException e) {
            // Whoever calls next, when the database is back, has it tried again.
            LOG.log(Level.FINE, e, () -> name + " rests");
            heard = calls.get();
        } catch (RuntimeException e) {
            // What it failed on waits in the database; whoever called meanwhile or calls next has it tried again.
            LOG.log(Level.WARNING, e, () -> name + " was stopped by a fault");
        } finally {
            if (!left) {
                working.decrementAndGet();
            }
        }
        if (!left && calls.get() != heard) {
            send();
        }
    }

    /** The others go on: one always stays. */
    private boolean leftAsOneTooMany() {
        int now;
        do {
            now = working.get();
            if (now <= Math.max(1, most.getAsInt())) {
                return false;
            }
        } while (!working.compareAndSet(now, now - 1));
        return true;
    }
}
