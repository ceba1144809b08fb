package io.gatehouse.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatcherTest {

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<List<Integer>> batches = new ConcurrentLinkedQueue<>();
    private final CountDownLatch opened = new CountDownLatch(1);

    @AfterEach
    void stopCallers() {
        callers.shutdownNow();
    }

    @Test
    void aRequestThatArrivesAloneIsABatchOfOne() {
        Batcher<Integer, Integer> squares = new Batcher<>(8, this::squares);

        assertThat(squares.ask(3)).isEqualTo(9);
        assertThat(squares.ask(4)).isEqualTo(16);
        assertThat(batches).containsExactly(List.of(3), List.of(4));
    }

    @Test
    void requestsThatArriveDuringABatchFormTheNextBatch() throws Exception {
        Batcher<Integer, Integer> squares = new Batcher<>(8, this::squaresOnceOpened);
        Future<Integer> first = callers.submit(() -> squares.ask(1));
        await().until(() -> batches.size() == 1);
        List<Future<Integer>> others = ask(squares, 2, 3, 4, 5);
        opened.countDown();

        assertThat(first.get()).isEqualTo(1);
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).get()).isEqualTo((i + 2) * (i + 2));
        }
        assertThat(batches)
                .hasSize(2)
                .last(InstanceOfAssertFactories.list(Integer.class))
                .containsExactlyInAnyOrder(2, 3, 4, 5);
    }

    @Test
    void noBatchExceedsTheMaximumAndEveryRequestIsAnswered() throws Exception {
        Batcher<Integer, Integer> squares = new Batcher<>(2, this::squaresOnceOpened);
        Future<Integer> first = callers.submit(() -> squares.ask(1));
        await().until(() -> batches.size() == 1);
        List<Future<Integer>> others = ask(squares, 2, 3, 4, 5, 6);
        opened.countDown();

        assertThat(first.get()).isEqualTo(1);
        for (Future<Integer> other : others) {
            assertThat(other.get()).isPositive();
        }
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(2));
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(6);
    }

    @Test
    void aFaultIsThrownToTheCallersOfItsBatchOnly() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Batcher<Integer, Integer> squares = new Batcher<>(8, questions -> {
            if (calls.incrementAndGet() == 2) {
                throw new IllegalStateException("the database is away");
            }
            return squaresOnceOpened(questions);
        });
        Future<Integer> first = callers.submit(() -> squares.ask(1));
        await().until(() -> batches.size() == 1);
        List<Future<Integer>> others = ask(squares, 2, 3, 4);
        opened.countDown();

        assertThat(first.get()).isEqualTo(1);
        assertThat(others).allSatisfy(other -> assertThatThrownBy(other::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("the database is away"));
        assertThat(squares.ask(5)).isEqualTo(25);
    }

    @Test
    void anInterruptedCallerIsAnsweredAndStaysInterrupted() throws Exception {
        Batcher<Integer, Integer> squares = new Batcher<>(8, this::squaresOnceOpened);
        Future<Integer> first = callers.submit(() -> squares.ask(1));
        await().until(() -> batches.size() == 1);
        AtomicInteger answer = new AtomicInteger();
        CountDownLatch stillInterrupted = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            answer.set(squares.ask(2));
            if (Thread.currentThread().isInterrupted()) {
                stillInterrupted.countDown();
            }
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.WAITING);
        caller.interrupt();
        opened.countDown();

        assertThat(stillInterrupted.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answer).hasValue(4);
        assertThat(first.get()).isEqualTo(1);
    }

    @Test
    void underLoadEveryQuestionIsAskedOnceAndGetsItsOwnAnswer() throws Exception {
        Batcher<Integer, Integer> squares = new Batcher<>(16, this::squares);
        int each = 2_000;
        List<Callable<Boolean>> load = IntStream.range(0, 32)
                .mapToObj(caller -> (Callable<Boolean>) () -> IntStream.range(caller * each, (caller + 1) * each)
                        .allMatch(question -> squares.ask(question) == question * question))
                .toList();

        for (Future<Boolean> right : callers.invokeAll(load)) {
            assertThat(right.get()).isTrue();
        }
        assertThat(batches.stream().flatMap(List::stream)).hasSize(32 * each).doesNotHaveDuplicates();
    }

    /** Returns when all of them wait for the running batch. */
    private List<Future<Integer>> ask(Batcher<Integer, Integer> squares, Integer... questions) {
        List<Thread> waiting = new CopyOnWriteArrayList<>();
        List<Future<Integer>> answers = List.of(questions).stream()
                .map(question -> callers.submit(() -> {
                    waiting.add(Thread.currentThread());
                    return squares.ask(question);
                }))
                .toList();
        await().until(() -> waiting.size() == questions.length
                && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        return answers;
    }

    private List<Integer> squares(List<Integer> questions) {
        batches.add(questions);
        return questions.stream().map(question -> question * question).toList();
    }

    private List<Integer> squaresOnceOpened(List<Integer> questions) {
        batches.add(questions);
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return questions.stream().map(question -> question * question).toList();
    }
}
