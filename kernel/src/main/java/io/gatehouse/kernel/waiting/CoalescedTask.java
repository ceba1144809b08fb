package io.gatehouse.kernel.waiting;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that is done on another thread, never twice at once. Whoever asks for it while it is done has it done once more, for all
 * that asked meanwhile. So one whose work takes long, as it writes to a client that does not read, keeps one thread. Safe for
 * use by many threads.
 */
public final class CoalescedTask {

    private final Executor executor;
    private final Runnable work;
    private final AtomicInteger asked = new AtomicInteger();

    public CoalescedTask(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /**
     * Has it done, all of it after this call. Never waits.
     *
     * @throws RejectedExecutionException if the executor takes no more
     */
    public void ask() {
        if (asked.getAndIncrement() == 0) {
            begin();
        }
    }

    private void begin() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            asked.set(0);
            throw e;
        }
    }

    private void run() {
        int heard;
        do {
            heard = asked.get();
            boolean done = false;
            try {
                work.run();
                done = true;
            } finally {
                if (!done && asked.getAndSet(0) != heard) {
                    ask();
                }
            }
        } while (!asked.compareAndSet(heard, 0));
    }
}
