package io.gatehouse.kernel.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReadThroughCacheTest {

    private final List<String> reads = new ArrayList<>();
    private int transactions;
    private Runnable meanwhile = () -> {};
    private final ReadThroughCache<String, String> cache =
            new ReadThroughCache<>(new Counting(), this::read, value -> !value.isEmpty(), 100);

    @Test
    void aCachedValueIsNotReadAgain() {
        assertThat(cache.get("a")).isEqualTo("A");
        assertThat(cache.get("a")).isEqualTo("A");
        assertThat(cache.getInside("a")).isEqualTo("A");

        assertThat(reads).containsExactly("a");
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void insideATransactionNoNewOneIsBegun() {
        assertThat(cache.getInside("a")).isEqualTo("A");
        assertThat(cache.getInside("a")).isEqualTo("A");

        assertThat(reads).containsExactly("a");
        assertThat(transactions).isZero();
    }

    @Test
    void anUncacheableValueIsReadAgain() {
        assertThat(cache.get("")).isEmpty();
        assertThat(cache.get("")).isEmpty();
        assertThat(cache.getInside("")).isEmpty();

        assertThat(reads).hasSize(3);
    }

    @Test
    void anEvictedValueIsReadAgain() {
        cache.get("a");
        cache.get("b");
        cache.evict("a");
        cache.get("a");
        cache.get("b");
        assertThat(reads).containsExactly("a", "b", "a");

        cache.evictAll();
        cache.get("b");
        assertThat(reads).containsExactly("a", "b", "a", "b");
    }

    @Test
    void aValueThatChangesDuringItsReadIsNotCached() {
        meanwhile = () -> cache.evict("a");
        cache.getInside("a");
        meanwhile = () -> {};
        cache.getInside("a");
        cache.getInside("a");

        assertThat(reads).containsExactly("a", "a");
    }

    @Test
    void nobodyWaitsForTheReadOfAnother() {
        List<String> answers = new ArrayList<>();
        meanwhile = () -> {
            meanwhile = () -> {};
            Thread holder = new Thread(() -> answers.add(cache.getInside("a")));
            holder.start();
            join(holder);
            assertThat(answers).as("read while the first read is going on").containsExactly("A");
        };

        assertThat(cache.get("a")).isEqualTo("A");
        assertThat(reads).containsExactly("a", "a");
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String read(String key) {
        reads.add(key);
        meanwhile.run();
        return key.toUpperCase(Locale.ROOT);
    }

    private final class Counting implements NewTransaction {

        @Override
        public <T> T call(Supplier<T> work) {
            transactions++;
            return work.get();
        }
    }
}
