package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.server.Postgres;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On a PostgreSQL where another transaction is in the way for longer than a lock is waited for, which is a second. */
public interface LostRaceCases extends Cases {

    /** What every change that is audited needs. */
    String LOCK = "lock table audit_head in access exclusive mode";

    Postgres postgres();

    @Test
    @DisplayName("a change that lost a race is made again, and its caller does not learn of it")
    default void aChangeThatLostARaceIsMadeAgain()
            throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        Connection inTheWay = postgres().open(LOCK);
        CompletableFuture<RegisteredAgent> registered =
                CompletableFuture.supplyAsync(() -> RegisteredAgent.at(gatehouse()));
        try (inTheWay) {
            Awaitility.await("another in the way for longer than a lock is waited for")
                    .during(1_500, TimeUnit.MILLISECONDS)
                    .until(() -> !registered.isDone());
            inTheWay.rollback();
        }

        registered.get(10, TimeUnit.SECONDS).caller().type().expecting(200);
    }

    @Test
    @DisplayName("a change that loses each time is 503 with Retry-After, and no fault")
    default void aChangeThatLosesEachTimeMayBeTriedLater() throws SQLException {
        try (Connection inTheWay = postgres().open(LOCK)) {
            Answer answer = gatehouse()
                    .host()
                    .post(
                            "/bridge/v1/agents",
                            Json.createObjectBuilder().add("alias", "echo").add("host", "h" + UUID.randomUUID()))
                    .expectingProblem(503, "unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            inTheWay.rollback();
        }
        RegisteredAgent.at(gatehouse());
    }
}
