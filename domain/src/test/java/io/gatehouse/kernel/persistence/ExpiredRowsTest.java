package io.gatehouse.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.ManyRows;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@StoreTest
class ExpiredRowsTest {

    private final TestDatabase database;
    private final String mark = UUID.randomUUID().toString();
    private final ExpiredRows old =
            new ExpiredRows("homeserver_event", "event_id", "taken_at").and("event_id like '%" + mark + "'");
    private final Instant time = SetClock.some().instant();

    ExpiredRowsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theOldestGoFirstAndNoMoreThanTheLimit() {
        insert(5);

        assertThat(delete(time.plusSeconds(4), 3)).isEqualTo(3);
        assertThat(left()).containsExactly("3", "4");
        assertThat(delete(time.plusSeconds(4), 3)).isEqualTo(1);
        assertThat(delete(time.plusSeconds(4), 3)).isZero();
        assertThat(left()).as("it is as old as the time, and not older").containsExactly("4");
    }

    @Test
    void whatIsChangedIsChangedInTheSameWay() {
        insert(5);

        assertThat(change("taken_at = taken_at + interval '1' day", 3)).isEqualTo(3);
        assertThat(change("taken_at = taken_at + interval '1' day", 3)).isEqualTo(2);
        assertThat(change("taken_at = taken_at + interval '1' day", 3)).isZero();
    }

    @Test
    void aRowThatIsMadeYoungWhileTheStatementWaitsForItStays() throws Exception {
        insert(2);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> gone = database.tx(em -> {
                int changed = em.createNativeQuery("update homeserver_event set taken_at = ?1 where event_id = ?2")
                        .setParameter(1, time.plusSeconds(60).atOffset(ZoneOffset.UTC))
                        .setParameter(2, "0" + mark)
                        .executeUpdate();
                assertThat(changed).isEqualTo(1);
                Future<Integer> deletion = other.submit(() -> delete(time.plusSeconds(30), 10));
                assertThatThrownBy(() -> deletion.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return deletion;
            });

            assertThat(gone.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(left()).containsExactly("0");
        } finally {
            other.shutdownNow();
        }
    }

    private void insert(int count) {
        ManyRows.insert(
                database,
                "insert into homeserver_event (event_id, taken_at) values (?, ?)",
                count,
                row -> List.of(row + mark, time.plusSeconds(row)));
    }

    private int delete(Instant before, int limit) {
        return database.tx(em -> old.delete(em, before, limit));
    }

    private int change(String assignments, int limit) {
        return database.tx(em -> old.change(em, assignments, time.plusSeconds(60), limit));
    }

    private List<String> left() {
        List<?> ids = database.tx(em -> em.createNativeQuery(
                        "select event_id from homeserver_event where event_id like ?1 order by event_id")
                .setParameter(1, "%" + mark)
                .getResultList());
        return ids.stream().map(id -> ((String) id).replace(mark, "")).toList();
    }
}
