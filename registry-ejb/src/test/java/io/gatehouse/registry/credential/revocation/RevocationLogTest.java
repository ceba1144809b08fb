package io.gatehouse.registry.credential.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.registry.credential.revocation.RevocationLog.News;
import io.gatehouse.registry.operation.retention.RetentionRules;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import io.gatehouse.testkit.TestRetention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@StoreTest
class RevocationLogTest {

    private static final int WRITERS = 12;
    private static final int ROUNDS = 25;

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final RevocationLog log;
    private final Revocations revocations;

    RevocationLogTest(TestDatabase database) {
        this.database = database;
        log = TestRevocations.log(database);
        revocations = TestRevocations.over(database, clock);
    }

    @Test
    void aReaderGetsEachRevocationOnce() {
        Set<UUID> tokens = newTokens(3);
        long before = end();
        database.run(() -> revocations.record(tokens));

        News news = log.after(before);

        assertThat(news.complete()).isTrue();
        assertThat(news.tokenIds()).isEqualTo(tokens);
        assertThat(log.after(news.last())).isEqualTo(new News(news.last(), Set.of(), true));
    }

    @Test
    void aRolledBackRevocationLeavesNoGap() {
        long before = end();
        UUID token = UUID.randomUUID();
        database.run(em -> {
            revocations.record(Set.of(UUID.randomUUID()));
            em.getTransaction().setRollbackOnly();
        });
        database.run(() -> revocations.record(Set.of(token)));

        News news = log.after(before);

        assertThat(news.complete()).isTrue();
        assertThat(news.tokenIds()).containsExactly(token);
    }

    @Test
    void aReaderMissesNoneOfManyConcurrentRevocations() {
        AtomicInteger writing = new AtomicInteger(WRITERS);
        long before = end();

        List<Set<UUID>> sets = Crowd.of(WRITERS + 1, number -> {
            if (number == WRITERS) {
                return readWhile(writing, before);
            }
            try {
                return write();
            } finally {
                writing.decrementAndGet();
            }
        });

        Set<UUID> written = new HashSet<>();
        sets.subList(0, WRITERS).forEach(written::addAll);
        assertThat(written).hasSize(WRITERS * ROUNDS * 2);
        assertThat(sets.get(WRITERS)).isEqualTo(written);
    }

    @Test
    void aReaderLearnsThatNumbersWereDeleted() {
        long before = end();
        database.run(() -> revocations.record(Set.of(UUID.randomUUID())));
        clock.advance(Duration.ofHours(2));
        database.run(() -> revocations.record(Set.of(UUID.randomUUID())));
        assertThat(TestRetention.over(database, clock).apply(RetentionRules.REVOCATIONS, 1_000))
                .isPositive();

        assertThat(log.after(before).complete()).as("one of two was deleted").isFalse();
        assertThat(log.after(end() - 1).complete()).as("the last one exists").isTrue();
        assertThat(log.after(end() + 1).complete())
                .as("a number that was never assigned: this is another database")
                .isFalse();
        assertThat(log.after(-1).complete()).as("a new reader").isFalse();
    }

    private Set<UUID> write() {
        Set<UUID> written = new HashSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            Set<UUID> tokens = newTokens(2);
            database.run(() -> revocations.record(tokens));
            written.addAll(tokens);
        }
        return written;
    }

    /** Reads as a node does, until after the last writer has finished. */
    private Set<UUID> readWhile(AtomicInteger writing, long from) {
        List<UUID> read = new ArrayList<>();
        long position = from;
        boolean last;
        do {
            last = writing.get() == 0;
            News news = log.after(position);
            assertThat(news.complete()).isTrue();
            read.addAll(news.tokenIds());
            position = news.last();
        } while (!last);
        assertThat(read).doesNotHaveDuplicates();
        return Set.copyOf(read);
    }

    private static Set<UUID> newTokens(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).collect(Collectors.toSet());
    }

    private long end() {
        return log.after(Long.MAX_VALUE).last();
    }
}
