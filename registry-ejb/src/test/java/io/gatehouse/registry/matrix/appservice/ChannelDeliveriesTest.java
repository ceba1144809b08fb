package io.gatehouse.registry.matrix.appservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.contract.chat.RoomSaying;
import io.gatehouse.registry.message.TestInbox;
import io.gatehouse.registry.message.room.KnownAgent;
import io.gatehouse.registry.message.room.TestRooms;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read from each kind of event that people's clients send, in a room that is a chat channel. */
@StoreTest
class ChannelDeliveriesTest {

    private static final String PERSON = "@person:test";
    private static final String MESSAGE = "m.room.message";

    private final TestDatabase database;
    private final TestAppservice test;
    private final KnownAgent agent;
    private final String room = "!" + UUID.randomUUID() + ":test";
    private final List<RoomSaying> received = new ArrayList<>();

    ChannelDeliveriesTest(TestDatabase database) {
        this.database = database;
        this.test = new TestAppservice(database);
        TestRooms rooms = new TestRooms(database);
        agent = rooms.agent(rooms.organization());
        test.channels = (saying, agentIds) -> {
            received.add(saying);
            return Set.of(agent.id());
        };
        test.take(List.of(TestAppservice.event(
                room, "m.room.member", PERSON, agent.userId(), "{\"membership\":\"join\"}", "join")));
    }

    @Test
    void formattedTextRepliesAndThreadsAreText() {
        isText(message("m.text", "Hello", ""));
        isText(message("m.emote", "Hello", ""));
        isText(message(
                "m.text", "Hello", ",\"format\":\"org.matrix.custom.html\",\"formatted_body\":\"<b>Hello</b>\""));
        isText(message("m.text", "Hello", ",\"m.relates_to\":{\"m.in_reply_to\":{\"event_id\":\"$1\"}}"));
        isText(message(
                "m.text",
                "Hello",
                ",\"m.relates_to\":{\"rel_type\":\"m.thread\",\"event_id\":\"$1\",\"is_falling_back\":true}"));
        isText(message("m.text", "Hello", ",\"m.mentions\":{\"user_ids\":[\"@agent:test\"]},\"m.relates_to\":7"));
    }

    @Test
    void aCaptionIsText() {
        for (String type : List.of("m.image", "m.file", "m.audio", "m.video")) {
            isText(message(type, "Hello", ",\"filename\":\"cat.png\",\"url\":\"mxc://test/1\""));
        }
    }

    @Test
    void aFileNameIsNotACaption() {
        isCounted("image", MESSAGE, message("m.image", "cat.png", ",\"filename\":\"cat.png\""));
        isCounted("image", MESSAGE, message("m.image", "cat.png", ",\"filename\":7"));
        isCounted("file", MESSAGE, message("m.file", "cat.pdf", ",\"filename\":null"));
        isCounted("location", MESSAGE, message("m.location", "London", ",\"filename\":\"x\""));
        isCounted("image", MESSAGE, "{\"msgtype\":\"m.image\",\"filename\":\"cat.png\"}");
        isCounted("video", MESSAGE, "{\"msgtype\":\"m.video\",\"filename\":\"cat.mp4\",\"body\":7}");
    }

    @Test
    void anEditOfACaptionIsAnEdit() {
        isCounted(
                "edit",
                MESSAGE,
                message(
                        "m.image",
                        "* Hello",
                        ",\"filename\":\"cat.png\",\"m.new_content\":{\"msgtype\":\"m.image\",\"body\":\"Hello\","
                                + "\"filename\":\"cat.png\"},\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":\"$1\"}"));
    }

    @Test
    void contentWithoutTextIsCountedByKind() {
        String file = ",\"url\":\"mxc://test/1\",\"info\":{\"mimetype\":\"image/png\",\"size\":1}";
        isCounted("image", MESSAGE, message("m.image", "cat.png", file));
        isCounted("video", MESSAGE, message("m.video", "cat.mp4", file));
        isCounted("audio", MESSAGE, message("m.audio", "cat.ogg", file + ",\"org.matrix.msc3245.voice\":{}"));
        isCounted("file", MESSAGE, message("m.file", "cat.pdf", file));
        isCounted("location", MESSAGE, message("m.location", "London", ",\"geo_uri\":\"geo:51.5,-0.1\""));
        isCounted("sticker", "m.sticker", "{\"body\":\"a cat\"" + file + "}");
        isCounted(
                "reaction",
                "m.reaction",
                "{\"m.relates_to\":{\"rel_type\":\"m.annotation\",\"event_id\":\"$1\",\"key\":\"👍\"}}");
        isCounted("redaction", "m.room.redaction", "{\"redacts\":\"$1\"}");
        isCounted("encrypted", "m.room.encrypted", "{\"algorithm\":\"m.megolm.v1.aes-sha2\",\"ciphertext\":\"A\"}");
    }

    @Test
    void noticesEditsAndUnknownTypesAreCounted() {
        isCounted("notice", MESSAGE, message("m.notice", "I am a bot", ""));
        isCounted(
                "edit",
                MESSAGE,
                message(
                        "m.text",
                        "* Hello",
                        ",\"m.new_content\":{\"msgtype\":\"m.text\",\"body\":\"Hello\"},"
                                + "\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":\"$1\"}"));
        isCounted("other_message", MESSAGE, message("m.key.verification.request", "verify me", ""));
    }

    @Test
    void malformedContentIsCountedWithoutAnError() {
        for (String content : new String[] {
            "{}",
            "{\"body\":\"Hello\"}",
            "{\"msgtype\":7,\"body\":\"Hello\"}",
            "{\"msgtype\":\"m.text\"}",
            "{\"msgtype\":\"m.text\",\"body\":{\"x\":1}}",
            "{\"msgtype\":\"m.text\",\"body\":null}"
        }) {
            isCounted("other_message", MESSAGE, content);
        }
    }

    private void isText(String content) {
        RoomSaying saying = take(MESSAGE, content);
        assertThat(saying.text()).as(content).isEqualTo("Hello");
        assertThat(saying.sender()).isEqualTo(PERSON);
        assertThat(saying.roomId()).isEqualTo(room);
    }

    private void isCounted(String kind, String type, String content) {
        RoomSaying saying = take(type, content);
        assertThat(saying.text()).as(content).isNull();
        assertThat(saying.kind()).as(content).isEqualTo(kind);
    }

    /** The channel takes the message, so the agent does not receive it directly. */
    private RoomSaying take(String type, String content) {
        received.clear();
        RoomEvent event = TestAppservice.event(room, type, PERSON, null, content, null);
        test.take(List.of(event));
        assertThat(received).as(content).hasSize(1);
        assertThat(TestInbox.contents(database, agent.id(), room)).isEmpty();
        return received.get(0);
    }

    private static String message(String type, String body, String more) {
        return "{\"msgtype\":\"" + type + "\",\"body\":\"" + body + "\"" + more + "}";
    }
}
