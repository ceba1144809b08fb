package io.gatehouse.install.transaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.gatehouse.kernel.transaction.NewTransaction;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was read from the database, remembered for a second: many ask for the same few. Safe for use by many threads.
 *
 * @param <K> what is asked for
 * @param <V> what there is of it
 */
public final class ReadThroughCache<K, V> {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final NewTransaction transaction;
    private final Function<K, V> read;
    private final Cache<K, V> known;
    private final AtomicLong changes = new AtomicLong();

    /**
     * @param read asks the database, inside a transaction
     * @param worthIt which answers are remembered
     * @param most how many
     */
    public ReadThroughCache(NewTransaction transaction, Function<K, V> read, Predicate<V> worthIt, int most) {
        this.transaction = transaction;
        this.read = read;
        this.known = Caffeine.newBuilder()
                .expireAfter(Expiry.<K, V>writing((key, value) -> worthIt.test(value) ? REMEMBERED : Duration.ZERO))
                .maximumSize(most)
                .build();
    }

    /**
     * For callers outside of transactions. One reads what is forgotten, in a transaction of its own, and the others wait for
     * that rather than read it too.
     */
    public V get(K key) {
        return known.get(key, it -> transaction.call(() -> read.apply(it)));
    }

    /**
     * For callers inside a transaction that has changed nothing of this. Each reads what is forgotten by itself, in that
     * transaction: who has a connection to the database must not wait for one who waits for another.
     */
    public V getInside(K key) {
        V value = known.getIfPresent(key);
        return value == null ? readInside(key) : value;
    }

    /** What was changed while it was read is not remembered. */
    private V readInside(K key) {
        long before = changes.get();
        V value = read.apply(key);
        known.put(key, value);
        if (changes.get() != before) {
            known.invalidate(key);
        }
        return value;
    }

    /** After a change of it was committed. */
    public void forget(K key) {
        changes.incrementAndGet();
        known.invalidate(key);
    }

    public void forgetAll() {
        changes.incrementAndGet();
        known.invalidateAll();
    }
}
