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
 * Those who wait on this node: so many at one thing, so many in all. While there are any, and only then, somebody looks
 * after all of them together, again and again, and never twice at once. Safe for any number of threads.
 *
 * @param <K> what is waited at
 * @param <W> who waits; told apart by identity or equality, as they have it
 */
public final class WaitingRoom<K, W> {

    /** Looks after those who wait. */
    @FunctionalInterface
    public interface Round<W> {

        /**
         * @param waiting those who waited when the round began; not empty
         * @param quiet whether it is time again to give a sign of life to those for whom there is no news
         */
        void of(List<W> waiting, boolean quiet);
    }

    /** Whether one may wait. */
    public enum Entry {
        ADMITTED,

        /** As many as may wait at this thing do already. */
        TOO_MANY_THERE,

        /** As many as may wait at all do already. */
        TOO_MANY
    }

    /**
     * How many may wait, and how they are looked after.
     *
     * @param pause from the end of one round to the beginning of the next
     * @param quietEvery of how many rounds one is for the quiet
     */
    public record Rules(int mostAtOneThing, int mostInAll, Duration pause, int quietEvery) {}

    private final Rules rules;
    private final Supplier<? extends ScheduledExecutorService> executor;
    private final Round<W> round;
    private final Map<K, Set<W>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile @Nullable Future<?> next;

    /** @param executor on which the rounds run; asked for when the first one waits */
    public WaitingRoom(Rules rules, Supplier<? extends ScheduledExecutorService> executor, Round<W> round) {
        this.rules = rules;
        this.executor = executor;
        this.round = round;
    }

    public Entry enter(K thing, W waiter) {
        if (count.incrementAndGet() > rules.mostInAll()) {
            count.decrementAndGet();
            return Entry.TOO_MANY;
        }
        AtomicBoolean added = new AtomicBoolean();
        waiting.compute(thing, (key, present) -> {
            Set<W> there = present == null ? ConcurrentHashMap.newKeySet() : present;
            added.set(there.size() < rules.mostAtOneThing() && there.add(waiter));
            return there;
        });
        if (!added.get()) {
            count.decrementAndGet();
            return Entry.TOO_MANY_THERE;
        }
        keepGoing();
        return Entry.ADMITTED;
    }

    /** Nothing happens where nobody of that name waits. */
    public void leave(K thing, W waiter) {
        waiting.computeIfPresent(thing, (key, present) -> {
            if (present.remove(waiter)) {
                count.decrementAndGet();
            }
            return present.isEmpty() ? null : present;
        });
    }

    public Collection<W> at(K thing) {
        return List.copyOf(waiting.getOrDefault(thing, Set.of()));
    }

    public List<W> all() {
        return waiting.values().stream().flatMap(Set::stream).toList();
    }

    /** No round begins any more, whoever comes. */
    public void stop() {
        Future<?> coming = next;
        if (coming != null) {
            coming.cancel(false);
        }
    }

    private void keepGoing() {
        if (count.get() > 0 && scheduled.compareAndSet(false, true)) {
            next = executor.get().schedule(this::goRound, rules.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void goRound() {
        try {
            List<W> present = all();
            if (!present.isEmpty()) {
                round.of(present, rounds.incrementAndGet() % rules.quietEvery() == 0);
            }
        } finally {
            scheduled.set(false);
            keepGoing();
        }
    }
}
