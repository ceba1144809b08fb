package io.gatehouse.install.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StoreTest
class RetentionTest {

    private final TestDatabase database;
    private final World world;

    RetentionTest(TestDatabase database) {
        this.database = database;
        this.world = new World(database, Map.of("gatehouse.claim.confirm", "required"));
    }

    @Test
    void anAnswerIsKeptForEightDaysAndThenForgotten() {
        world.says(World.newPhone(), "Hello?");
        Instant said = world.clock.instant();

        assertThat(forgetExchangesBefore(said)).isZero();
        assertThat(forgetExchangesBefore(said.plusMillis(1))).isPositive();
        assertThat(Retention.EXCHANGES).isGreaterThan(Duration.ofDays(7));
    }

    @Test
    void aQuestionIsForgottenOnceItsTokenHasExpired() {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));
        Instant expiry = world.clock.instant().plus(Duration.ofMinutes(15));
        database.tx(em -> store(em).forgetQuestionsBefore(expiry.minusSeconds(1)));
        assertThat(world.says(phone, "YES").outcome()).isEqualTo(ChatOutcome.INSTALLED);

        String other = World.newPhone();
        world.says(other, world.token(world.newUser()));
        database.tx(em -> store(em).forgetQuestionsBefore(expiry.plusSeconds(1)));
        assertThat(world.says(other, "YES").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    private int forgetExchangesBefore(Instant time) {
        return database.tx(em -> store(em).forgetExchangesBefore(time, 1_000));
    }

    private static RetentionStore store(EntityManager em) {
        return new RetentionStore(em);
    }
}
