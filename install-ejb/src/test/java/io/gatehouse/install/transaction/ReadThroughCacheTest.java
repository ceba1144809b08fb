package io.gatehouse.install.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.transaction.NewTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReadThroughCacheTest {

    private final List<String> reads = new ArrayList<>();
    private int transactions;
    private Runnable meanwhile = () -> {};
    private final ReadThroughCache<String, String> remembered =
            new ReadThroughCache<>(new Counting(), this::read, value -> !value.isEmpty(), 100);

    @Test
    void aCachedValueIsNotReadAgain() {
        assertThat(remembered.get("a")).isEqualTo("A");
        assertThat(remembered.get("a")).isEqualTo("A");
        assertThat(remembered.getInside("a")).isEqualTo("A");

        assertThat(reads).containsExactly("a");
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void insideATransactionNoNewOneIsBegun() {
        assertThat(remembered.getInside("a")).isEqualTo("A");
        assertThat(remembered.getInside("a")).isEqualTo("A");

        assertThat(reads).containsExactly("a");
        assertThat(transactions).isZero();
    }

    @Test
    void anUncacheableValueIsReadAgain() {
        assertThat(remembered.get("")).isEmpty();
        assertThat(remembered.get("")).isEmpty();
        assertThat(remembered.getInside("")).isEmpty();

        assertThat(reads).hasSize(3);
    }

    @Test
    void anEvictedValueIsReadAgain() {
        remembered.get("a");
        remembered.get("b");
        remembered.forget("a");
        remembered.get("a");
        remembered.get("b");
        assertThat(reads).containsExactly("a", "b", "a");

        remembered.forgetAll();
        remembered.get("b");
        assertThat(reads).containsExactly("a", "b", "a", "b");
    }

    @Test
    void aValueThatChangesDuringItsReadIsNotCached() {
        meanwhile = () -> remembered.forget("a");
        remembered.getInside("a");
        meanwhile = () -> {};
        remembered.getInside("a");
        remembered.getInside("a");

        assertThat(reads).containsExactly("a", "a");
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
