package io.gatehouse.registry.appservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.testkit.ManyRows;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StoreTest
class TransactionRetentionTest {

    private static final int OLD = 2_003;
    private static final int YOUNG = 2;

    private final TestDatabase database;
    private final TestAppservice test;

    TransactionRetentionTest(TestDatabase database) {
        this.database = database;
        this.test = new TestAppservice(database);
    }

    @Test
    void manyExpiredRowsAreDeleted() {
        ManyRows.insert(
                database,
                "insert into homeserver_transaction (transaction_id, digest, events, skipped, taken_at)"
                        + " values (?, ?, 1, 0, ?)",
                OLD + YOUNG,
                row -> List.of("t" + row, new byte[32], takenAt(row)));
        ManyRows.insert(
                database,
                "insert into homeserver_event (event_id, taken_at) values (?, ?)",
                OLD + YOUNG,
                row -> List.of("$" + row, takenAt(row)));

        test.deleteExpired();

        assertThat(remaining("homeserver_transaction")).isEqualTo(YOUNG);
        assertThat(remaining("homeserver_event")).isEqualTo(YOUNG);
    }

    private Instant takenAt(int row) {
        Instant oldest =
                test.clock.instant().minus(Settings.of(Map.of()).messages().kept());
        return row < OLD ? oldest.minusMillis(OLD - row) : oldest.plusMillis(row - OLD);
    }

    private long remaining(String table) {
        return database.tx(em ->
                ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue());
    }
}
