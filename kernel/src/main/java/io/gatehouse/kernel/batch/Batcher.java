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
 * Answers the questions of concurrent callers together: whoever comes while a batch is answered is taken along by the
 * next one, as a database commits its transactions in groups. Nobody waits for company: who comes alone is answered at
 * once, alone. One batch is asked at a time: the more callers there are, the larger it is, and the less each costs.
 * Nothing is remembered: a question is asked after its caller came, and once.
 *
 * <p>A batch is asked on the thread of one of its callers. So callers must not stand in a transaction, which would ask
 * for the others too.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class Batcher<Q, A> {

    private final int most;
    private final Function<List<Q>, List<A>> all;
    private final Semaphore turn = new Semaphore(1);
    private final ConcurrentLinkedQueue<Caller<Q, A>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param most questions in a batch
     * @param all answers all questions of a batch, in their order; what it throws is thrown to each caller of the batch
     */
    public Batcher(int most, Function<List<Q>, List<A>> all) {
        this.most = most;
        this.all = all;
    }

    /** The answer, after at most one batch that was begun before. */
    public A ask(Q question) {
        Caller<Q, A> caller = new Caller<>(question);
        waiting.add(caller);
        boolean interrupted = false;
        Supplier<A> answer;
        while ((answer = caller.answer) == null) {
            if (turn.tryAcquire()) {
                Runnable deliver;
                try {
                    letOthersCome();
                    deliver = askFor(nextBatch());
                } finally {
                    turn.release();
                    wakeNext();
                }
                deliver.run();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted(); // a batch ends by its own deadline; parking again must not spin
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }

    /** Where processors are short, those who are about to ask come first and need not wait; elsewhere it takes no time. */
    @SuppressWarnings("ThreadPriorityCheck") // a hint is all that it is: the batch is right without it
    private static void letOthersCome() {
        Thread.yield();
    }

    private List<Caller<Q, A>> nextBatch() {
        List<Caller<Q, A>> batch = new ArrayList<>();
        Caller<Q, A> next;
        while (batch.size() < most && (next = waiting.poll()) != null) {
            batch.add(next);
        }
        return batch;
    }

    private Runnable askFor(List<Caller<Q, A>> batch) {
        if (batch.isEmpty()) {
            return () -> {};
        }
        try {
            List<A> answers =
                    all.apply(batch.stream().map(caller -> caller.question).toList());
            return () -> {
                for (int i = 0; i < batch.size(); i++) {
                    A answer = answers.get(i);
                    batch.get(i).give(() -> answer);
                }
            };
        } catch (RuntimeException
                | Error fault) { // each caller's own matter, the one's whose thread this is among them
            return () -> batch.forEach(caller -> caller.give(() -> {
                throw fault;
            }));
        }
    }

    /** Whoever came after the last batch was taken has not got the turn, and sleeps. */
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

        /** The first counts: a fault that comes after some answers is not theirs. */
        private void give(Supplier<A> given) {
            if (answer == null) {
                answer = given;
                LockSupport.unpark(thread);
            }
        }
    }
}
