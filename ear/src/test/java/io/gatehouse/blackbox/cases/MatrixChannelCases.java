package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.PushedRoom;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.server.ScriptedHomeserver;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A Matrix room as a chat channel: which words count as a person's own, and what happens when the room is upgraded. */
public interface MatrixChannelCases extends Cases {

    /** The homeserver that the server is an application service of. */
    ScriptedHomeserver homeserver();

    @Test
    @DisplayName("in a Matrix room: a NO below a quote undoes, a quoted code does not count, a caption does")
    default void quotesOfOthersDoNotCountAsThePersonsWords() {
        served((agent, admin) -> {
            JsonObject connection = made(admin, Channel.matrix());
            PushedRoom room = new PushedRoom(gatehouse());
            room.joins(agent.userId());
            Caller ada = gatehouse().newcomer();
            room.says(token(ada));
            heard(room.id(), 1, "is installed");

            room.replies(room.person(), "Done. Penny is installed. If that was not you, reply NO.", "NO");
            heard(room.id(), 2, "linked to nobody");

            Caller bob = gatehouse().newcomer();
            String bobs = token(bob);
            room.replies("@carl-" + UUID.randomUUID() + ":localhost", bobs, "what is that?");
            heard(room.id(), 3, "/install/");
            assertThat(agents(bob))
                    .as("nothing is installed for him by another person's quote")
                    .isZero();

            room.shows("@bob-" + UUID.randomUUID() + ":localhost", bobs);
            heard(room.id(), 4, "is installed");
            assertThat(agents(bob)).isEqualTo(1);
            remove(admin, connection);
        });
    }

    @Test
    @DisplayName("an upgraded room is followed: the agent joins the new room, and the channel continues there")
    default void anUpgradedRoomIsFollowed() {
        served((agent, admin) -> {
            PushedRoom before = new PushedRoom(gatehouse());
            PushedRoom after = new PushedRoom(gatehouse());
            homeserver().succeeds(after.id(), before.id());
            JsonObject connection = made(admin, Channel.matrix(before.id()));
            before.joins(agent.userId());

            before.isReplacedBy(after.id());

            await("the agent in the new room")
                    .until(() -> !entries("join", after.id()).isEmpty());
            assertThat(entries("join", after.id()).get(0))
                    .contains("user_id=" + agent.userId())
                    .contains("server_name=localhost", "via=localhost");
            await("the channel in the new room").until(() -> after.id().equals(roomOf(admin, connection)));
            after.joins(agent.userId());
            after.says(token(gatehouse().newcomer()));
            heard(after.id(), 1, "is installed");
            assertThat(entries("leave", after.id())).isEmpty();
            remove(admin, connection);
        });
    }

    @Test
    @DisplayName("a room that does not name its predecessor inherits no channel, and the agent leaves it")
    default void aRoomThatIsNoSuccessorInheritsNothing() {
        served((agent, admin) -> {
            PushedRoom before = new PushedRoom(gatehouse());
            PushedRoom another = new PushedRoom(gatehouse());
            homeserver().succeeds(another.id(), "!yet-another:localhost");
            JsonObject connection = made(admin, Channel.matrix(before.id()));
            before.joins(agent.userId());

            before.isReplacedBy(another.id());

            await("the agent to leave")
                    .until(() -> !entries("leave", another.id()).isEmpty());
            assertThat(roomOf(admin, connection)).isEqualTo(before.id());
            remove(admin, connection);
        });
    }

    @Test
    @DisplayName("the bot invites an agent into the successor of its room, and into no other room that the bot is in")
    default void theBotInvitesAgentsIntoSuccessorsOnly() {
        served((agent, admin) -> {
            PushedRoom before = new PushedRoom(gatehouse());
            PushedRoom another = new PushedRoom(gatehouse());
            homeserver().admitsTheInvited(another.id());
            homeserver().succeeds(another.id(), "!yet-another:localhost");
            before.joins(agent.userId());
            before.isReplacedBy(another.id());
            await("the read of its creation event")
                    .until(() -> !entries("creation", another.id()).isEmpty());

            PushedRoom after = new PushedRoom(gatehouse());
            homeserver().admitsTheInvited(after.id());
            homeserver().succeeds(after.id(), before.id());
            JsonObject connection = made(admin, Channel.matrix(before.id()));
            before.isReplacedBy(after.id());
            await("the channel in the new room").until(() -> after.id().equals(roomOf(admin, connection)));

            assertThat(entries("invite", another.id())).isEmpty();
            assertThat(entries("join", another.id())).as("was not let in").hasSize(1);
            assertThat(entries("invite", after.id())).hasSize(1);
            remove(admin, connection);
        });
    }

    @Test
    @DisplayName("an agent that is invited into a room that is no successor stays there")
    default void anInvitedAgentStaysInItsRoom() {
        served((agent, admin) -> {
            PushedRoom before = new PushedRoom(gatehouse());
            PushedRoom another = new PushedRoom(gatehouse());
            homeserver().succeeds(another.id(), "!yet-another:localhost");
            before.joins(agent.userId());
            another.asks(agent.userId());
            await("the agent in it").until(() -> !entries("join", another.id()).isEmpty());

            before.isReplacedBy(another.id());
            another.joins(agent.userId());
            another.says("are you there?");

            await("the read of its creation event")
                    .until(() -> !entries("creation", another.id()).isEmpty());
            assertThat(agent.bodies()).contains("are you there?");
            assertThat(entries("leave", another.id())).isEmpty();
        });
    }

    /** Runs the work with an agent that serves the template. */
    private void served(BiConsumer<RegisteredAgent, Caller> work) {
        Caller admin = gatehouse().administrator();
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String template = gatehouse()
                .anyone()
                .get("/api/install/manifest/" + Channel.TEMPLATE)
                .expecting(200)
                .json()
                .getString("templateAgentId");
        String serving = "/api/admin/agents/" + template + "/serving-agent";
        admin.put(serving, Json.createObjectBuilder().add("agentUserId", agent.userId()))
                .expecting(200);
        try {
            work.accept(agent, admin);
        } finally {
            admin.delete(serving).expecting(204);
        }
    }

    private List<String> entries(String what, String room) {
        return homeserver().entries().stream()
                .filter(entry -> entry.startsWith(what + " " + room + " "))
                .toList();
    }

    private void heard(String room, int times, String words) {
        assertThat(await("message " + times)
                        .until(() -> homeserver().saidIn(room), said -> said.size() >= times)
                        .get(times - 1))
                .contains(words);
    }

    private static String roomOf(Caller admin, JsonObject connection) {
        return admin.get(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                .expecting(200)
                .json()
                .getJsonObject("settings")
                .getString("roomId");
    }

    private static int agents(Caller user) {
        return user.get("/api/me/agents")
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .size();
    }

    private static String token(Caller user) {
        return user.mint(Channel.TEMPLATE).expecting(201).json().getString("token");
    }

    private static JsonObject made(Caller admin, JsonObject channel) {
        return admin.post(ConnectionCases.CONNECTIONS, channel).expecting(201).json();
    }

    private static void remove(Caller admin, JsonObject connection) {
        admin.delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                .expecting(204);
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
