package io.gatehouse.registry.tenant.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class EndedSessionsTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final EndedSessionsBean sessions;
    private final UUID session = UUID.randomUUID();

    EndedSessionsTest(TestDatabase database) {
        this.database = database;
        sessions = new EndedSessionsBean(new EndedSessionStore(database.entityManager()));
    }

    @Test
    void onlyEndedSessionsAreReturned() {
        UUID other = UUID.randomUUID();
        end(UUID.randomUUID(), inAnHour());

        end(session, inAnHour());

        assertThat(among(Set.of(session, other))).containsExactly(session);
        assertThat(among(Set.of(other))).isEmpty();
        assertThat(among(Set.of())).isEmpty();
    }

    @Test
    void anEndedSessionAmongAThousandIsFound() {
        end(session, inAnHour());
        Set<UUID> many = new HashSet<>(Set.of(session));
        while (many.size() < 1_001) {
            many.add(UUID.randomUUID());
        }

        assertThat(among(many)).containsExactly(session);
    }

    @Test
    void concurrentEndsOfOneSessionAllSucceed() {
        assertThat(Crowd.of(16, number -> {
                    end(session, inAnHour());
                    return number;
                }))
                .hasSize(16);
        assertThat(among(Set.of(session))).containsExactly(session);
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    private void end(UUID sessionId, Instant expiresAt) {
        database.run(() -> sessions.end(sessionId, expiresAt));
    }

    private Set<UUID> among(Set<UUID> sessionIds) {
        return database.tx(() -> sessions.among(sessionIds));
    }
}
