package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.registry.message.TestInbox;
import io.gatehouse.registry.message.room.KnownAgent;
import io.gatehouse.registry.message.room.TestRooms;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room with two agents whose events the homeserver pushes. */
abstract class RoomOfTwoAgents {

    static final String PERSON = "@person:test";

    final TestDatabase database;
    final TestAppservice test;
    final KnownAgent ada;
    final KnownAgent bob;
    final String room = "!" + UUID.randomUUID() + ":test";

    RoomOfTwoAgents(TestDatabase database) {
        this.database = database;
        this.test = new TestAppservice(database);
        TestRooms rooms = new TestRooms(database);
        UUID organization = rooms.organization();
        ada = rooms.agent(organization);
        bob = rooms.agent(organization);
    }

    List<String> inbox(KnownAgent agent) {
        return TestInbox.contents(database, agent.id(), room);
    }

    List<String> present() {
        return texts("select cast(agent_id as varchar(36)) from room_presence where room_id = ?1");
    }

    List<String> invitations() {
        return texts("select a.agent_user_id from invitation i join agent a on a.id = i.agent_id where room_id = ?1");
    }

    private List<String> texts(String select) {
        List<?> rows = database.tx(entities ->
                entities.createNativeQuery(select).setParameter(1, room).getResultList());
        return rows.stream().map(String.class::cast).toList();
    }

    RoomEvent member(KnownAgent agent, String membership) {
        return event("m.room.member", PERSON, agent.userId(), "{\"membership\":\"" + membership + "\"}", membership);
    }

    RoomEvent message(String sender, String text) {
        return event("m.room.message", sender, null, body(text), null);
    }

    RoomEvent event(
            String type, String sender, @Nullable String stateKey, String content, @Nullable String membership) {
        return TestAppservice.event(room, type, sender, stateKey, content, membership);
    }

    static String body(String text) {
        return "{\"msgtype\":\"m.text\",\"body\":\"" + text + "\"}";
    }
}
