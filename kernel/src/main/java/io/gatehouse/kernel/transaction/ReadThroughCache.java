package io.gatehouse.kernel.transaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
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

    private static final Duration LIFETIME = Duration.ofSeconds(1);

    private final NewTransaction transaction;
    private final Function<K, V> read;
    private final Cache<K, V> cache;
    private final AtomicLong changes = new AtomicLong();

    /**
     * @param read reads from the database, inside a transaction
     * @param cacheable selects the values to cache
     * @param maxEntries maximum number of entries
     */
    public ReadThroughCache(NewTransaction transaction, Function<K, V> read, Predicate<V> cacheable, int maxEntries) {
        this.transaction = transaction;
        this.read = read;
        this.cache = Caffeine.newBuilder()
                .expireAfter(Expiry.<K, V>writing((key, value) -> cacheable.test(value) ? LIFETIME : Duration.ZERO))
                .maximumSize(maxEntries)
                .build();
    }

    /** For callers outside of transactions. On a miss the caller reads, in a transaction of its own. */
    public V get(K key) {
        V value = cache.getIfPresent(key);
        return value == null ? transaction.call(() -> readAndCache(key)) : value;
    }

    /** For callers inside a transaction that has not changed the data. On a miss the caller reads in its transaction. */
    public V getInside(K key) {
        V value = cache.getIfPresent(key);
        return value == null ? readAndCache(key) : value;
    }

    /**
     * Does not read inside of the cache's computation: who waits for that may hold a connection, and the reader may wait
     * for one. A value that changed while it was read is not cached.
     */
    private V readAndCache(K key) {
        long before = changes.get();
        V value = read.apply(key);
        cache.put(key, value);
        if (changes.get() != before) {
            cache.invalidate(key);
        }
        return value;
    }

    /** Removes an entry. Must be called after a change of it was committed. */
    public void evict(K key) {
        changes.incrementAndGet();
        cache.invalidate(key);
    }

    public void evictAll() {
        changes.incrementAndGet();
        cache.invalidateAll();
    }
}
