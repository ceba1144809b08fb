package io.gatehouse.kernel.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers concurrent requests in batches, as a database commits transactions in groups. Requests that arrive while one
 * batch runs form the next batch. A request that arrives alone runs at once, alone: there is no delay to fill a batch.
 * One batch runs at a time, so batches grow with the number of callers and the cost per caller falls. Nothing is
 * cached: each question is asked once, after its caller arrived.
 *
 * <p>A batch runs on the thread of one of its callers. Callers must not be in a transaction, because the other callers'
 * questions would run in it too.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class Batcher<Q, A> {

    private final int maxBatchSize;
    private final Function<List<Q>, List<A>> answerAll;
    private final Semaphore turn = new Semaphore(1);
    private final ConcurrentLinkedQueue<Caller<Q, A>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param maxBatchSize questions in a batch
     * @param answerAll answers all questions of a batch, in their order; an exception it throws is thrown to each
     *     caller of the batch
     */
    public Batcher(int maxBatchSize, Function<List<Q>, List<A>> answerAll) {
        this.maxBatchSize = maxBatchSize;
        this.answerAll = answerAll;
    }

    /** Blocks until the answer is there: at most for the batch that is running and for its own. */
    public A ask(Q question) {
        Caller<Q, A> caller = new Caller<>(question);
        waiting.add(caller);
        boolean interrupted = false;
        Supplier<A> answer;
        while ((answer = caller.answer) == null) {
            if (turn.tryAcquire()) {
                Runnable deliver;
                try {
                    yieldToOtherCallers();
                    deliver = answerBatch(nextBatch());
                } finally {
                    turn.release();
                    wakeNext();
                }
                deliver.run();
            } else {
                LockSupport.park(this);
                // A batch ends by its own deadline. Clear the flag: park() would return at once and spin.
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }

    /** On a busy machine, lets threads that are about to ask join this batch. Costs nothing on an idle one. */
    @SuppressWarnings("ThreadPriorityCheck") // only a hint: the batch is correct without it
    private static void yieldToOtherCallers() {
        Thread.yield();
    }

    private List<Caller<Q, A>> nextBatch() {
        List<Caller<Q, A>> batch = new ArrayList<>();
        Caller<Q, A> next;
        while (batch.size() < maxBatchSize && (next = waiting.poll()) != null) {
            batch.add(next);
        }
        return batch;
    }

    private Runnable answerBatch(List<Caller<Q, A>> batch) {
        if (batch.isEmpty()) {
            return () -> {};
        }
        try {
            List<A> answers = answerAll.apply(
                    batch.stream().map(caller -> caller.question).toList());
            return () -> {
                for (int i = 0; i < batch.size(); i++) {
                    A answer = answers.get(i);
                    batch.get(i).give(() -> answer);
                }
            };
        } catch (RuntimeException | Error fault) { // delivered to every caller of the batch, this thread's included
            return () -> batch.forEach(caller -> caller.give(() -> {
                throw fault;
            }));
        }
    }

    /** Wakes the head of the queue: it arrived after the batch was taken, did not get the turn, and is parked. */
    private void wakeNext() {
        Caller<Q, A> next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private static final class Caller<Q, A> {

        private final Q question;
        private final Thread thread = Thread.currentThread();
        private volatile @Nullable Supplier<A> answer;

        private Caller(Q question) {
            this.question = question;
        }

        /**
         * Only the first result counts: a fault while answers are delivered must not replace one that was delivered.
         */
        private void give(Supplier<A> given) {
            if (answer == null) {
                answer = given;
                LockSupport.unpark(thread);
            }
        }
    }
}
