package io.gatehouse.blackbox.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes many calls, six at a time, and collects what is wrong with their answers. */
public final class Attempts {

    private static final int AT_A_TIME = 6;

    private final BiFunction<Operation, Answer, @Nullable String> judge;
    private final List<Callable<@Nullable String>> calls = new ArrayList<>();

    /** @param judge returns what is wrong with an answer; null if nothing is */
    public Attempts(BiFunction<Operation, Answer, @Nullable String> judge) {
        this.judge = judge;
    }

    /** @param what the description in failure messages */
    public void add(Operation operation, String what, Supplier<Answer> call) {
        calls.add(() -> {
            Answer answer = call.get();
            String fault = judge.apply(operation, answer);
            return fault == null ? null : what + ": " + fault + ": " + answer;
        });
    }

    public int count() {
        return calls.size();
    }

    /** Makes the calls; returns the faults. */
    public List<String> make() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<String> faults = new ArrayList<>();
            for (Future<@Nullable String> call : threads.invokeAll(calls)) {
                String fault = result(call);
                if (fault != null) {
                    faults.add(fault);
                }
            }
            return faults;
        } finally {
            threads.shutdownNow();
        }
    }

    private static @Nullable String result(Future<@Nullable String> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }
}
