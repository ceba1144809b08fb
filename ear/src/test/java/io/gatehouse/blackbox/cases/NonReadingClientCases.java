package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.EventStream;
import io.gatehouse.blackbox.client.NonReadingClient;
import io.gatehouse.blackbox.client.RegisteredAgent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients that request much and do not read the answer. */
public interface NonReadingClientCases extends Cases {

    /** Of 60,000 characters each: together more than the kernel and a server buffer for one connection. */
    int MESSAGES = 420;

    @Test
    @DisplayName("an agent that does not read its stream delays no other")
    default void aClientThatDoesNotReadDelaysNoOther() throws Exception {
        RegisteredAgent speaker = RegisteredAgent.at(gatehouse());
        RegisteredAgent deaf = RegisteredAgent.at(gatehouse());
        RegisteredAgent other = RegisteredAgent.at(gatehouse());
        try (NonReadingClient stream = NonReadingClient.listening(gatehouse().baseUri(), deaf.token());
                EventStream listening = other.caller().listen("/bridge/v1/messages")) {
            String much = "x".repeat(60_000);
            IntStream.range(0, MESSAGES).parallel().forEach(number -> speaker.say(deaf, much));
            speaker.say(other, "Do you hear me?");

            assertThat(listening.next()).contains("Do you hear me?");
            stream.hear("event: message");
        }
    }
}
