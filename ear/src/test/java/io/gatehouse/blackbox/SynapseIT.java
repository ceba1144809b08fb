package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.server.EchoAgent;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.testkit.MatrixPerson;
import io.gatehouse.testkit.Synapse;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Ordered: after an outage on our side, a homeserver pushes again only after a delay. */
@DisplayName("gatehouse-micro.jar, with Synapse as its homeserver")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class SynapseIT {

    private static final String BOT = "@gatehouse:" + Synapse.SERVER_NAME;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Synapse synapse;
    private static MicroProcess server;
    private static MatrixPerson alice;
    private static MatrixPerson bot;

    /** Registered at the start: the token mirror, which lags by seconds, must hold them before they are needed. */
    private static RegisteredAgent kept;

    private static RegisteredAgent revoked;

    @BeforeAll
    static void start() throws IOException {
        Synapse.assumeInstalled();
        synapse = new Synapse();
        server = new MicroProcess()
                .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
                .with("gatehouse.matrix.homeserver-url", synapse.uri().toString())
                .with("gatehouse.matrix.server-name", Synapse.SERVER_NAME)
                .with("gatehouse.matrix.timeout", "PT3S")
                .with("gatehouse.matrix.rest", "PT1S")
                .with("gatehouse.matrix.token-mirror", "true");
        String file = synapse.registrationFile().toString();
        assertThat(server.exitCode("--matrix-registration", file)).isZero();
        CompletableFuture<Void> homeserver = CompletableFuture.runAsync(synapse::start);
        server.start(); // Becomes ready with the homeserver.
        homeserver.join();
        alice = synapse.person("alice");
        String asToken = Files.readString(server.dataDirectory().resolve("matrix-as.token"));
        bot = MatrixPerson.puppet(synapse.uri(), asToken.strip(), BOT);
        kept = RegisteredAgent.at(server.gatehouse());
        revoked = RegisteredAgent.at(server.gatehouse());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
        if (synapse != null) {
            synapse.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("the registration file of the command line equals the admin API's, and only its owner can read it")
    void theRegistrationFileIsTheSame() throws IOException {
        Answer file = server.gatehouse()
                .administrator()
                .get("/api/admin/matrix/registration.yaml")
                .expecting(200);

        assertThat(synapse.registrationFile()).hasContent(file.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(synapse.registrationFile())))
                .isEqualTo("rw-------");
        assertThat(file.header("Content-Type")).startsWith("application/yaml");
        assertThat(file.header("Cache-Control")).contains("no-store");
        server.gatehouse().newcomer().get("/api/admin/matrix/registration.yaml").expectingProblem(403, "forbidden");
    }

    @Test
    @Order(2)
    @DisplayName("an invited agent types, sends and receives")
    void anInvitedAgentTypesSendsAndReceives() {
        RegisteredAgent agent = RegisteredAgent.at(server.gatehouse());
        String room = alice.createRoom(agent.userId());
        assertThat(alice.sync(Duration.ZERO)).isNotEmpty();

        agent.caller()
                .post(
                        "/bridge/v1/typing",
                        Json.createObjectBuilder().add("room_id", room).add("typing", true))
                .expecting(200);
        Awaitility.await("the agent to type").atMost(PATIENCE).until(() -> MatrixPerson.typing(
                        alice.sync(Duration.ofSeconds(2)), room)
                .contains(agent.userId()));

        String eventId =
                send(agent, room, "Grüße 🚪", "hello").expecting(200).json().getString("event_id");
        JsonObject heard = Awaitility.await("the message")
                .atMost(PATIENCE)
                .until(
                        () -> MatrixPerson.messages(alice.sync(Duration.ofSeconds(2)), room),
                        messages -> !messages.isEmpty())
                .get(0);
        assertThat(heard.getString("event_id")).isEqualTo(eventId);
        assertThat(heard.getString("sender")).isEqualTo(agent.userId());
        assertThat(heard.getJsonObject("content").getString("body")).isEqualTo("Grüße 🚪");
        assertThat(heard.getJsonObject("content").getJsonObject("m.mentions")).isEmpty();

        String answer = alice.say(room, "Good evening");
        Awaitility.await("the answer in the agent's inbox").atMost(PATIENCE).until(() -> agent.inbox().stream()
                .anyMatch(message -> message.getString("event_id").equals(answer)));
        assertThat(agent.bodies()).containsExactly("Good evening");
    }

    @Test
    @Order(3)
    @DisplayName("in a room with the bot an agent joins by sending a message; elsewhere it does not")
    void theBotInvites() {
        RegisteredAgent agent = RegisteredAgent.at(server.gatehouse());
        String open = alice.createRoom(BOT);
        String closed = alice.createRoom();

        send(agent, open, "here I am", "1").expecting(200);
        send(agent, closed, "and here", "2").expectingProblem(403, "forbidden");
        send(agent, "!nowhere:localhost", "or here", "3").expectingProblem(404, "unknown_room");
        send(agent, open, "x".repeat(70_000), "4").expectingProblem(413, "body_too_large");

        assertThat(bodies(open)).containsExactly("here I am");
        assertThat(alice.history(closed)).isEmpty();
    }

    @Test
    @Order(4)
    @DisplayName("Gatehouse dies under load, Synapse freezes, dies and restarts: no message is lost or duplicated")
    void noMessageIsLostOrDuplicated() {
        List<RegisteredAgent> agents = List.of(
                RegisteredAgent.at(server.gatehouse()),
                RegisteredAgent.at(server.gatehouse()),
                RegisteredAgent.at(server.gatehouse()));
        String room = alice.createRoom(BOT);
        Listener listener = new Listener(agents.get(0));
        LoadGenerator load = new LoadGenerator(agents, room);
        try {
            load.awaitProgress();

            server.kill();
            String meanwhile = alice.say(room, "Are you there?");
            server.start();
            load.awaitProgress();
            Awaitility.await("messages sent while Gatehouse was down")
                    .atMost(PATIENCE)
                    .until(() -> listener.times(meanwhile) == 1);

            synapse.freeze();
            load.awaitRefusal();
            synapse.thaw();
            load.awaitProgress();

            synapse.kill();
            load.awaitRefusal();
            awaitReadiness(503);
            synapse.start();
            awaitReadiness(200);
            load.awaitProgress();
            String afterwards = alice.say(room, "Are you back?");
            Awaitility.await("messages after Synapse's restart, which restarts its transaction ids")
                    .atMost(PATIENCE)
                    .until(() -> listener.times(afterwards) == 1);
            Map<String, String> acknowledged = load.stop();

            Map<String, String> there = alice.history(room).stream()
                    .filter(event -> !event.getString("sender").equals(alice.userId()))
                    .collect(Collectors.toMap(
                            event -> event.getJsonObject("content").getString("body"),
                            event -> event.getString("event_id")));
            assertThat(there).isEqualTo(acknowledged);
            for (int agent = 0; agent < agents.size(); agent++) {
                String own = agent + "-";
                assertThat(bodies(room).stream().filter(body -> body.startsWith(own)))
                        .as("in the order in which they were sent")
                        .containsExactlyElementsOf(load.sentBy(agent));
            }
            assertThat(listener.times(meanwhile)).isEqualTo(1);
            assertThat(listener.times(afterwards)).isEqualTo(1);
        } finally {
            load.close();
        }
    }

    @Test
    @Order(5)
    @DisplayName("with an empty database yesterday's token works, and a revoked one does not")
    void anEmptyDatabaseRestoresItsTokensFromTheMirror() {
        String mirror = mirror();
        server.gatehouse().host().revoke(revoked.token()).expecting(200);
        String changed = awaitMirrorOtherThan(mirror);
        RegisteredAgent.at(server.gatehouse()); // The first change may be an earlier one, read before the revocation.
        awaitMirrorOtherThan(changed);

        server.kill();
        server.loseDatabase();
        server.start();

        assertThat(kept.inbox()).isEmpty();
        revoked.caller().get("/bridge/v1/messages?timeout=0").expectingProblem(401, "invalid_token");
    }

    private static String awaitMirrorOtherThan(String before) {
        return Awaitility.await("a change of the mirror")
                .atMost(PATIENCE)
                .until(SynapseIT::mirror, mirror -> !mirror.equals(before));
    }

    private static String mirror() {
        return bot.accountData("io.gatehouse.token_mirror");
    }

    /** Collects the messages that an agent receives, acknowledging each by asking for the next. */
    private static final class Listener {

        private final RegisteredAgent agent;
        private final List<String> heard = new ArrayList<>();
        private String since = "";

        Listener(RegisteredAgent agent) {
            this.agent = agent;
        }

        long times(String eventId) {
            List<JsonObject> messages;
            do {
                JsonObject page = agent.caller()
                        .get("/bridge/v1/messages?timeout=0" + since)
                        .expecting(200)
                        .json();
                messages = page.getJsonArray("messages").getValuesAs(JsonObject.class);
                messages.forEach(message -> heard.add(message.getString("event_id")));
                since = "&since=" + page.getJsonNumber("next");
            } while (!messages.isEmpty());
            return heard.stream().filter(eventId::equals).count();
        }
    }

    private static List<String> bodies(String room) {
        return alice.history(room).stream()
                .map(event -> event.getJsonObject("content").getString("body"))
                .toList();
    }

    private static void awaitReadiness(int status) {
        Awaitility.await("readiness " + status)
                .atMost(PATIENCE)
                .until(() -> server.gatehouse().anyone().get("/health/ready").status() == status);
    }

    private static Answer send(RegisteredAgent agent, String room, String body, String transaction) {
        return agent.caller()
                .post(
                        "/bridge/v1/messages",
                        Json.createObjectBuilder()
                                .add("room_id", room)
                                .add("body", body)
                                .add("txn_id", transaction));
    }

    /** After the outages: the echo agent must find everything intact. */
    @Nested
    @DisplayName("and with the echo agent")
    class WithTheEchoAgent {

        @Test
        @DisplayName("a person's code installs in the room where they send it, the agent answers there, NO undoes it")
        void aPersonTalksWithTheAgentInARoom() {
            Caller admin = server.gatehouse().administrator();
            MatrixPerson bob = synapse.person("bob");
            try (EchoAgent echo = EchoAgent.at(server.gatehouse())) {
                String room = bob.createRoom(echo.userId());
                JsonObject connection = admin.post("/api/admin/connections", Channel.matrix(room))
                        .expecting(201)
                        .json();
                String serving = "/api/admin/agents/" + connection.getString("templateAgentId") + "/serving-agent";
                admin.put(serving, Json.createObjectBuilder().add("agentUserId", echo.userId()))
                        .expecting(200);
                String path = "/api/admin/connections/" + connection.getString("id");
                Awaitility.await("the agent in the room").atMost(PATIENCE).until(() -> admin.post(path + "/check")
                        .expecting(200)
                        .json()
                        .getBoolean("works"));

                bob.say(room, "Here it is: " + code());
                assertThat(answer(bob, room, echo, 1)).contains("is installed", "reply NO");
                bob.say(room, "Tea?");
                assertThat(answer(bob, room, echo, 2)).isEqualTo("Tea?");
                bob.say(room, "NO");
                assertThat(answer(bob, room, echo, 3)).contains("linked to nobody");

                admin.delete(serving).expecting(204);
                admin.delete(path).expecting(204);
            }
        }

        private String code() {
            return server.gatehouse()
                    .newcomer()
                    .mint(Channel.TEMPLATE)
                    .expecting(201)
                    .json()
                    .getString("token");
        }

        private String answer(MatrixPerson person, String room, EchoAgent echo, int number) {
            return Awaitility.await("answer " + number)
                    .atMost(PATIENCE)
                    .until(
                            () -> person.history(room).stream()
                                    .filter(event -> event.getString("sender").equals(echo.userId()))
                                    .map(event -> event.getJsonObject("content").getString("body"))
                                    .toList(),
                            answers -> answers.size() >= number)
                    .get(number - 1);
        }
    }
}
