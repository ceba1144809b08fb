package io.gatehouse.install.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.RoomSaying;
import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.SettingField;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Matrix rooms as chat channels. */
@StoreTest
class MatrixRoomsTest {

    private final World world;
    private final Channels channels;
    private final String room = "!" + UUID.randomUUID() + ":example.org";
    private final String person = "@person" + World.number() + ":example.org";

    MatrixRoomsTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        channels.processAll();
        channels.outbox.sendAll();
        channels.outbox.received.clear();
    }

    @Test
    void aTokenInTheRoomInstallsAndTheNextMessageIsRoutedInTheSameRoom() {
        channels.connect(Platform.MATRIX, Map.of("roomId", room));

        assertThat(say(world.token(world.newUser()))).containsExactly(channels.servingAgent);
        assertThat(say("What did I spend?")).containsExactly(channels.servingAgent);
        channels.processAll();
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(room)).singleElement().asString().contains("is installed");
        RoutedMessage routed = channels.routed.remove();
        assertThat(routed.roomId()).isEqualTo(room);
        assertThat(routed.sender()).isEqualTo(person);
        assertThat(routed.eventId()).startsWith("$event");
    }

    @Test
    void messagesInARoomWithoutAConnectionAreLeftToTheAgent() {
        channels.connect(Platform.MATRIX, Map.of("roomId", "!another:example.org"));

        assertThat(say("Hello")).isEmpty();
    }

    @Test
    void messagesToAnAgentThatServesNoTemplateAreLeftToIt() {
        channels.connect(Platform.MATRIX, Map.of());

        assertThat(take(
                        new RoomSaying("$e" + World.number(), room, person, "Hello", "m.text", world.clock.instant()),
                        UUID.randomUUID()))
                .isEmpty();
    }

    @Test
    void unlinkedSendersInARoomAreInformedOnceADay() {
        channels.connect(Platform.MATRIX, Map.of());
        say("Hello");
        say("Hello again");
        channels.processAll();
        world.clock.advance(Duration.ofDays(1));
        say("Good morning");
        channels.processAll();
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(room)).hasSize(2).allMatch(said -> said.contains("/install/"));
    }

    @Test
    void anEditIsCountedAndNotDeliveredToTheAgent() {
        channels.connect(Platform.MATRIX, Map.of());

        assertThat(take(
                        new RoomSaying("$e" + World.number(), room, person, null, "edit", world.clock.instant()),
                        channels.servingAgent))
                .containsExactly(channels.servingAgent);
        assertThat(channels.processOne()).isFalse();
    }

    @Test
    void aConnectionOfAReplacedRoomMovesToItsSuccessor() {
        OpenConnection connection = channels.connect(Platform.MATRIX, Map.of("roomId", room));
        channels.turnOff(connection.id());
        OpenConnection everywhere = channels.connect(Platform.MATRIX, Map.of());
        String after = "!" + UUID.randomUUID();

        moved(UUID.randomUUID(), after);
        assertThat(roomOf(connection)).as("by an agent that does not serve").contains(room);
        moved(channels.servingAgent, after);

        assertThat(roomOf(connection)).contains(after);
        assertThat(roomOf(everywhere)).isEmpty();
        channels.turnOn(connection.id());
        channels.turnOff(everywhere.id());
        assertThat(say("Hello")).as("in the old room").isEmpty();
        assertThat(take(
                        new RoomSaying("$e" + World.number(), after, person, "Hello", "m.text", world.clock.instant()),
                        channels.servingAgent))
                .containsExactly(channels.servingAgent);
        assertThat(world.count("audit_event", "subject = ?1 and actor = 'homeserver'", "connection:" + connection.id()))
                .isEqualTo(1);
    }

    private void moved(UUID agent, String after) {
        world.database.run(() -> channels.moves.moved(agent, room, after));
    }

    private Optional<String> roomOf(OpenConnection connection) {
        return channels.connections
                .open
                .find(connection.id())
                .orElseThrow()
                .settings()
                .find(SettingField.ROOM_ID);
    }

    private Set<UUID> say(String text) {
        return take(
                new RoomSaying("$event" + World.number(), room, person, text, "m.text", world.clock.instant()),
                channels.servingAgent);
    }

    private Set<UUID> take(RoomSaying saying, UUID agent) {
        return world.database.tx(() -> channels.rooms.take(saying, List.of(agent)));
    }
}
