package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.DeafClient;
import io.gatehouse.blackbox.client.EventStream;
import io.gatehouse.blackbox.client.RegisteredAgent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and read nothing. */
public interface DeafClientCases extends Cases {

    /** Of 60,000 characters each: together more than the kernel and a server keep for one connection. */
    int MESSAGES = 420;

    @Test
    @DisplayName("an agent that does not read its stream keeps no other one waiting")
    default void whoDoesNotReadKeepsNobodyWaiting() throws Exception {
        RegisteredAgent speaker = RegisteredAgent.at(gatehouse());
        RegisteredAgent deaf = RegisteredAgent.at(gatehouse());
        RegisteredAgent other = RegisteredAgent.at(gatehouse());
        try (DeafClient stream = DeafClient.listening(gatehouse().baseUri(), deaf.token());
                EventStream listening = other.caller().listen("/bridge/v1/messages")) {
            String much = "x".repeat(60_000);
            IntStream.range(0, MESSAGES).parallel().forEach(number -> speaker.say(deaf, much));
            speaker.say(other, "Do you hear me?");

            assertThat(listening.next()).contains("Do you hear me?");
            stream.hear("event: message");
        }
    }
}
