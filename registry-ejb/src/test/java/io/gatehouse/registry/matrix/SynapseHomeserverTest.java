package io.gatehouse.registry.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.kernel.config.MatrixRegistration;
import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverContract;
import io.gatehouse.testkit.MatrixPerson;
import io.gatehouse.testkit.Synapse;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the contract against Synapse, with the registration file that Gatehouse writes. Skipped if Synapse is not
 * installed.
 */
@SuppressWarnings("NullAway.Init")
class SynapseHomeserverTest implements HomeserverContract {

    private static Synapse synapse;
    private static MatrixSettings settings;
    private static MatrixHomeserver homeserver;
    private static MatrixPerson alice;

    @BeforeAll
    static void start() throws IOException {
        Synapse.assumeInstalled();
        synapse = new Synapse();
        Settings all = TestHomeserver.settings(
                synapse.uri(),
                Map.of(
                        "gatehouse.matrix.server-name",
                        Synapse.SERVER_NAME,
                        "gatehouse.matrix.as-token",
                        "\"quoted\" #'token: 0123456789\\".replace(" ", "")));
        settings = all.matrix().orElseThrow();
        Files.writeString(synapse.registrationFile(), MatrixRegistration.of(settings));
        synapse.start();
        homeserver = TestHomeserver.of(all);
        assertThat(TestHomeserver.users(all).ensure(settings.botUserId(), null)).isInstanceOf(Done.class);
        alice = synapse.person("alice");
    }

    @AfterAll
    static void stop() {
        if (synapse != null) {
            synapse.close();
        }
    }

    @Override
    public Homeserver homeserver() {
        return homeserver;
    }

    @Override
    public AgentUserId agent() {
        return new AgentUserId("@agent-a" + UUID.randomUUID() + "-web1:" + Synapse.SERVER_NAME);
    }

    @Override
    public String room() {
        return alice.createRoom(settings.botUserId());
    }

    /** Synapse may reorder the fields of a content. */
    @Override
    public List<String> received(AgentUserId agent, String roomId) {
        return MatrixPerson.puppet(synapse.uri(), settings.asToken(), agent.value()).history(roomId).stream()
                .filter(event -> !event.getString("sender").equals(agent.value()))
                .map(event -> event.getJsonObject("content"))
                .map(SynapseHomeserverTest::normalized)
                .toList();
    }

    private static String normalized(JsonObject content) {
        String text = HomeserverContract.text(content.getString("body"));
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject().equals(content) ? text : content.toString();
        }
    }

    @Test
    void aRetryAfterACrashOfTheHomeserverSendsOnce() {
        AgentUserId ada = agent();
        assertThat(homeserver.ensureUser(ada, "Ada")).isInstanceOf(Done.class);
        String room = room();

        HomeserverAnswer<String> first = send(ada, room, "once");
        synapse.kill();
        synapse.start();
        HomeserverAnswer<String> second = send(ada, room, "once");

        assertThat(second).isEqualTo(first).isInstanceOf(Done.class);
        assertThat(alice.history(room)).hasSize(1);
    }

    @Test
    void anInvitedAgentJoins() {
        AgentUserId ada = agent();
        assertThat(homeserver.ensureUser(ada, null)).isInstanceOf(Done.class);
        String room = alice.createRoom(ada.value());

        assertThat(homeserver.join(ada, room)).isInstanceOf(Done.class);
        assertThat(send(ada, room, "1")).isInstanceOf(Done.class);
    }

    @Test
    void anAgentWithoutAnInvitationIsRefused() {
        AgentUserId ada = agent();
        assertThat(homeserver.ensureUser(ada, null)).isInstanceOf(Done.class);

        assertThat(reason(send(ada, alice.createRoom(), "1"))).isEqualTo(Reason.NOT_IN_ROOM);
        assertThat(reason(send(ada, "!nowhere:localhost", "1"))).isEqualTo(Reason.UNKNOWN_ROOM);
        assertThat(reason(send(ada, "!../../x?y#z%2F:localhost", "1"))).isEqualTo(Reason.UNKNOWN_ROOM);
    }

    @Test
    void usersOutsideOfTheNamespaceAreRefused() {
        for (String stranger : List.of("@alice:localhost", "@agent-x:localhost", "@agent-A-b:localhost")) {
            HomeserverAnswer<Void> answer = homeserver.ensureUser(new AgentUserId(stranger), null);

            assertThat(reason(answer)).isEqualTo(Reason.FORBIDDEN);
            assertThat(answer.toString()).contains("namespace");
        }
    }

    private static HomeserverAnswer<String> send(AgentUserId sender, String room, String transaction) {
        return homeserver.send(sender, room, MESSAGE, HomeserverContract.text("hello"), transaction);
    }

    private static Reason reason(HomeserverAnswer<?> answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused<?>) answer).reason();
    }
}
