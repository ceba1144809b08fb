package io.gatehouse.registry.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.host.Host;
import io.gatehouse.testkit.ManyRows;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class NonceRetentionTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();

    NonceRetentionTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void manyExpiredNoncesAreDeletedAndRecentOnesStay() {
        SigningKeys keys = TestSignatures.keys(database, clock);
        Host host = TestSignatures.host(database, clock);
        UUID key = database.tx(() -> keys.generate(host, Set.of("bridge"), null, "test"))
                .key()
                .id();
        ManyRows.insert(
                database,
                "insert into signature_nonce (key_id, nonce, forget_at) values (?, ?, ?)",
                2_005,
                row -> List.of(key, "n" + row, clock.instant().plusMillis(row - 2_003L)));

        retention().deleteExpired();

        assertThat(remaining(key)).containsExactlyInAnyOrder("n2003", "n2004");
    }

    private NonceRetention retention() {
        return new NonceRetention(new ExpiredNonces(TestSignatures.nonces(database), clock) {

            @Override
            public int delete(int limit) {
                return database.tx(() -> super.delete(limit));
            }
        });
    }

    private List<String> remaining(UUID key) {
        List<?> nonces = database.tx(em -> em.createNativeQuery("select nonce from signature_nonce where key_id = ?1")
                .setParameter(1, key)
                .getResultList());
        return nonces.stream().map(String.class::cast).toList();
    }
}
