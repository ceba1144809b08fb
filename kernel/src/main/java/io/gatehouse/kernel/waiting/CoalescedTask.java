package io.gatehouse.kernel.waiting;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a task on another thread, never twice at once. Requests that arrive while it runs cause one more run, for all of
 * them. So a task that takes long, because it writes to a slow client, occupies only one thread. Thread-safe.
 */
public final class CoalescedTask {

    private final Executor executor;
    private final Runnable work;
    private final AtomicInteger requests = new AtomicInteger();

    public CoalescedTask(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /**
     * Requests a complete run that begins after this call. Never blocks.
     *
     * @throws RejectedExecutionException if the executor is full
     */
    public void ask() {
        if (requests.getAndIncrement() == 0) {
            begin();
        }
    }

    private void begin() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            requests.set(0);
            throw e;
        }
    }

    private void run() {
        int seen;
        do {
            seen = requests.get();
            boolean done = false;
            try {
                work.run();
                done = true;
            } finally {
                if (!done && requests.getAndSet(0) != seen) {
                    ask();
                }
            }
        } while (!requests.compareAndSet(seen, 0));
    }
}
