package io.gatehouse.kernel.waiting;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded set of waiting requests on this node, limited per key and in total. While there are any, and only then, a
 * scheduled round serves all of them together; rounds never overlap. Thread-safe.
 *
 * @param <K> what a request waits for
 * @param <W> a waiting request, compared with {@code equals}
 */
public final class WaitingRoom<K, W> {

    /** Serves the waiting requests. */
    @FunctionalInterface
    public interface Round<W> {

        /**
         * @param waiting the requests that waited when the round began; not empty
         * @param quiet whether this round shall send a sign of life to those without news
         */
        void of(List<W> waiting, boolean quiet);
    }

    /** Whether a request was admitted. */
    public enum Entry {
        ADMITTED,

        /** The limit per key is reached. */
        TOO_MANY_THERE,

        /** The total limit is reached. */
        TOO_MANY
    }

    /**
     * Limits, and the timing of rounds.
     *
     * @param maxPerKey maximum number waiting per key
     * @param maxTotal maximum number waiting in total
     * @param pause from the end of one round to the beginning of the next
     * @param quietEvery every how many rounds one sends a sign of life
     */
    public record Rules(int maxPerKey, int maxTotal, Duration pause, int quietEvery) {}

    private final Rules rules;
    private final Supplier<? extends ScheduledExecutorService> executor;
    private final Round<W> round;
    private final Map<K, Set<W>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile @Nullable Future<?> next;

    /** @param executor runs the rounds; asked for when the first request waits */
    public WaitingRoom(Rules rules, Supplier<? extends ScheduledExecutorService> executor, Round<W> round) {
        this.rules = rules;
        this.executor = executor;
        this.round = round;
    }

    public Entry enter(K key, W waiter) {
        if (count.incrementAndGet() > rules.maxTotal()) {
            count.decrementAndGet();
            return Entry.TOO_MANY;
        }
        AtomicBoolean added = new AtomicBoolean();
        waiting.compute(key, (k, present) -> {
            Set<W> there = present == null ? ConcurrentHashMap.newKeySet() : present;
            added.set(there.size() < rules.maxPerKey() && there.add(waiter));
            return there;
        });
        if (!added.get()) {
            count.decrementAndGet();
            return Entry.TOO_MANY_THERE;
        }
        scheduleNext();
        return Entry.ADMITTED;
    }

    /** Does nothing if the request does not wait. */
    public void leave(K key, W waiter) {
        waiting.computeIfPresent(key, (k, present) -> {
            if (present.remove(waiter)) {
                count.decrementAndGet();
            }
            return present.isEmpty() ? null : present;
        });
    }

    public Collection<W> at(K key) {
        return List.copyOf(waiting.getOrDefault(key, Set.of()));
    }

    public List<W> all() {
        return waiting.values().stream().flatMap(Set::stream).toList();
    }

    /** Cancels the next round. Later requests start no round. */
    public void stop() {
        Future<?> coming = next;
        if (coming != null) {
            coming.cancel(false);
        }
    }

    private void scheduleNext() {
        if (count.get() > 0 && scheduled.compareAndSet(false, true)) {
            next = executor.get().schedule(this::runRound, rules.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void runRound() {
        try {
            List<W> present = all();
            if (!present.isEmpty()) {
                round.of(present, rounds.incrementAndGet() % rules.quietEvery() == 0);
            }
        } finally {
            scheduled.set(false);
            scheduleNext();
        }
    }
}
