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
 * A read-through cache over the database with a lifetime of one second, for data of which many callers need the same
 * few entries. Thread-safe.
 *
 * @param <K> the key
 * @param <V> the value
 */
public final class ReadThroughCache<K, V> {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final NewTransaction transaction;
    private final Function<K, V> read;
    private final Cache<K, V> known;
    private final AtomicLong changes = new AtomicLong();

    /**
     * @param read reads from the database, inside a transaction
     * @param worthIt selects the values to cache
     * @param most maximum number of entries
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
     * For callers outside of transactions. On a miss one caller reads, in a transaction of its own; concurrent callers
     * of the same key block until it has read.
     */
    public V get(K key) {
        return known.get(key, it -> transaction.call(() -> read.apply(it)));
    }

    /**
     * For callers inside a transaction that has not changed the data. On a miss the caller reads by itself, in its
     * transaction: waiting for another reader while holding a connection could exhaust the pool.
     */
    public V getInside(K key) {
        V value = known.getIfPresent(key);
        return value == null ? readInside(key) : value;
    }

    /** A value that changed while it was read is not cached. */
    private V readInside(K key) {
        long before = changes.get();
        V value = read.apply(key);
        known.put(key, value);
        if (changes.get() != before) {
            known.invalidate(key);
        }
        return value;
    }

    /** Removes an entry. Must be called after a change of it was committed. */
    public void forget(K key) {
        changes.incrementAndGet();
        known.invalidate(key);
    }

    public void forgetAll() {
        changes.incrementAndGet();
        known.invalidateAll();
    }
}
