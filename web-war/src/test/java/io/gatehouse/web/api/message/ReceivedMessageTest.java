package io.gatehouse.web.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.message.ChatOrigin;
import io.gatehouse.contract.message.IncomingMessage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceivedMessageTest {

    private static final String RELATES = "\"m.relates_to\":";

    @Test
    void anEditShowsTheNewBodyAndWhatItReplaces() {
        ReceivedMessage edit = received(
                "{\"body\":\"* tea\",\"msgtype\":\"m.text\"," + RELATES
                        + "{\"rel_type\":\"m.replace\",\"event_id\":\"$old\"},"
                        + "\"m.new_content\":{\"msgtype\":\"m.notice\",\"body\":\"tea\",\"m.mentions\":{\"user_ids\":[\"@a:x\"]}}}");

        assertThat(edit.body()).isEqualTo("tea");
        assertThat(edit.msgtype()).isEqualTo("m.notice");
        assertThat(edit.replaces()).isEqualTo("$old");
        assertThat(edit.mentions()).containsExactly("@a:x");
    }

    @Test
    void newContentCountsOnlyInEdits() {
        ReceivedMessage message = received("{\"body\":\"tea\",\"m.new_content\":{\"body\":\"poison\"}}");

        assertThat(message.body()).isEqualTo("tea");
        assertThat(message.replaces()).isNull();
    }

    @Test
    void aReactionHasItsKeyAndItsTarget() {
        ReceivedMessage reaction =
                received("{" + RELATES + "{\"rel_type\":\"m.annotation\",\"event_id\":\"$tea\",\"key\":\"👍\"}}");

        assertThat(reaction.reactsTo()).isEqualTo("$tea");
        assertThat(reaction.reaction()).isEqualTo("👍");
        assertThat(reaction.body()).isNull();
    }

    @Test
    void theFallbackReplyOfAThreadMessageIsNoReply() {
        String thread = RELATES + "{\"rel_type\":\"m.thread\",\"event_id\":\"$root\","
                + "\"m.in_reply_to\":{\"event_id\":\"$before\"}";

        assertThat(received("{" + thread + ",\"is_falling_back\":true}}").replyTo())
                .isNull();
        assertThat(received("{" + thread + "}}").replyTo()).isEqualTo("$before");
        assertThat(received("{" + thread + "}}").thread()).isEqualTo("$root");
    }

    @Test
    void aRedactionNamesTheRedactedEvent() {
        assertThat(received("{\"redacts\":\"$gone\"}").redacts()).isEqualTo("$gone");
    }

    @Test
    void valuesOfTheWrongTypeCountAsMissing() {
        ReceivedMessage message = received("{\"body\":7,\"msgtype\":[],\"m.mentions\":[],\"redacts\":{},"
                + "\"m.new_content\":\"x\"," + RELATES + "\"$e\"}");

        assertThat(message.body()).isNull();
        assertThat(message.msgtype()).isNull();
        assertThat(message.mentions()).isEmpty();
        assertThat(message.redacts()).isNull();
        assertThat(message.replyTo()).isNull();
    }

    @Test
    void contentCannotPretendToBeARoutedChatMessage() {
        UUID claimed = UUID.randomUUID();
        String content = "{\"installed_agent_id\":\"" + claimed + "\",\"organization_id\":\"" + claimed + "\"}";
        ChatOrigin chat = new ChatOrigin(UUID.randomUUID(), UUID.randomUUID());

        assertThat(received(content).installedAgentId()).isNull();
        assertThat(received(content).organizationId()).isNull();
        assertThat(received(content, chat).installedAgentId()).isEqualTo(chat.installedAgentId());
        assertThat(received(content, chat).organizationId()).isEqualTo(chat.organizationId());
    }

    private static ReceivedMessage received(String content) {
        return received(content, null);
    }

    private static ReceivedMessage received(String content, @Nullable ChatOrigin chat) {
        return ReceivedMessage.from(
                new IncomingMessage(1, "$event", "!room:x", "@ada:x", "m.room.message", content, Instant.EPOCH, chat));
    }
}
