package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.DeafClient;
import io.gatehouse.blackbox.client.RegisteredAgent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and read nothing. */
public interface DeafClientCases extends Cases {

    /** Together more than the kernel keeps for one connection. */
    int MESSAGES = 400;

    @Test
    @DisplayName("an agent that does not read its stream keeps no other one waiting")
    default void whoDoesNotReadKeepsNobodyWaiting() throws Exception {
        RegisteredAgent speaker = RegisteredAgent.at(gatehouse());
        RegisteredAgent deaf = RegisteredAgent.at(gatehouse());
        RegisteredAgent other = RegisteredAgent.at(gatehouse());
        try (DeafClient stream = DeafClient.listening(gatehouse().baseUri(), deaf.token())) {
            String much = "x".repeat(16_000);
            for (int i = 0; i < MESSAGES; i++) {
                speaker.say(deaf, much);
            }
            CompletableFuture<String> poll = CompletableFuture.supplyAsync(() -> other.caller()
                    .get("/bridge/v1/messages?timeout=30")
                    .expecting(200)
                    .text());
            speaker.say(other, "Do you hear me?");

            assertThat(poll.get(10, TimeUnit.SECONDS)).contains("Do you hear me?");
            stream.hear("event: message");
        }
    }
}
