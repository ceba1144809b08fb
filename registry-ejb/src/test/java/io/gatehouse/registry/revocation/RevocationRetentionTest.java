package io.gatehouse.registry.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.registry.revocation.RevocationLog.News;
import io.gatehouse.testkit.ManyRows;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class RevocationRetentionTest {

    private static final int EXPIRED = 2_003;

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();

    RevocationRetentionTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void manyExpiredRevocationsAreDeletedAndRecentOnesStay() {
        ManyRows.insert(
                database,
                "insert into revocation (number, token_id, recorded_at) values (?, ?, ?)",
                EXPIRED,
                row -> List.of((long) row - EXPIRED, UUID.randomUUID(), clock.instant()));
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        UUID recent = UUID.randomUUID();
        database.run(() -> TestRevocations.over(database, clock).record(Set.of(recent)));
        RevocationLog log = TestRevocations.log(database, clock);

        new RevocationRetention(log).deleteExpired();

        long remaining = database.tx(em -> ((Number)
                        em.createNativeQuery("select count(*) from revocation").getSingleResult())
                .longValue());
        assertThat(remaining).isEqualTo(1);
        assertThat(log.after(0)).isEqualTo(new News(1, Set.of(recent), true));
    }
}
