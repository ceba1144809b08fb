package io.gatehouse.blackbox.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Makes many calls at the same moment. */
public final class AllAtOnce {

    private AllAtOnce() {}

    /** The answers to {@code calls} concurrent calls, numbered from 0, in the order of their numbers. */
    public static List<Answer> call(int calls, IntFunction<Answer> call) {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        CyclicBarrier start = new CyclicBarrier(calls);
        try {
            List<Future<Answer>> pending = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int number = i;
                pending.add(threads.submit(() -> {
                    start.await();
                    return call.apply(number);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : pending) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
