package io.gatehouse.registry.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.token.TokenPrefix;
import io.gatehouse.registry.message.room.KnownAgent;
import io.gatehouse.registry.message.room.TestRooms;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class InboxNewsTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final InboxNews news;
    private final KnownAgent agent;
    private final UUID token = UUID.randomUUID();

    InboxNewsTest(TestDatabase database) {
        this.database = database;
        this.news = new InboxNews(new InboxReadingStore(database.entityManager()), clock);
        TestRooms rooms = new TestRooms(database);
        agent = rooms.agent(rooms.organization());
        TokenText text = TokenText.mint(TokenPrefix.AGENT, new SecureRandom());
        database.run(entities -> entities.persist(new AgentToken(
                token,
                agent.id(),
                text.hash(),
                text.lastFour(),
                Set.of("receive"),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(1)))));
    }

    @Test
    void aTokenIsLiveUntilItIsRevoked() {
        assertThat(read().liveTokens()).containsExactly(token);

        database.run(
                entities -> entities.createNativeQuery("update agent_token set revoked_at = created_at where id = ?1")
                        .setParameter(1, token)
                        .executeUpdate());

        assertThat(read().liveTokens()).isEmpty();
    }

    @Test
    void aTokenIsLiveUntilItExpires() {
        clock.advance(Duration.ofHours(1));

        assertThat(read().liveTokens()).isEmpty();
    }

    @Test
    void theLastPositionIsThatOfTheLastDelivery() {
        assertThat(read().positions()).isEmpty();

        database.run(() -> TestInbox.of(database, clock)
                .deliver(
                        agent.id(),
                        new InboxMessage("$e", "!r:test", "@a:test", "m.room.message", "{}", clock.instant())));

        assertThat(read().positions()).containsEntry(agent.id(), 1L);
    }

    private InboxNews.News read() {
        return database.tx(() -> news.read(Set.of(agent.id()), Set.of(token)));
    }
}
