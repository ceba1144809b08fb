package io.gatehouse.registry.message;

import io.gatehouse.contract.message.OutgoingMessage;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;

/** The content of an {@code m.room.message} event (Matrix client-server API, "Instant Messaging"). */
final class MessageContent {

    /**
     * An event is at most 65,536 bytes of canonical JSON, of which this remains for the content. A homeserver adds ids,
     * hashes, signatures and references, for which 3,072 bytes are reserved.
     */
    private static final int MAX_BYTES = 65_536 - 3_072;

    private MessageContent() {}

    static String of(OutgoingMessage message) {
        JsonObjectBuilder content =
                JsonObjects.builder().add("msgtype", message.messageType()).add("body", message.body());
        String formatted = message.formattedBody();
        if (formatted != null) {
            content.add("format", "org.matrix.custom.html").add("formatted_body", formatted);
        }
        content.add("m.mentions", mentions(message));
        String replyTo = message.replyTo();
        if (replyTo != null) {
            content.add(
                    "m.relates_to",
                    JsonObjects.builder()
                            .add("m.in_reply_to", JsonObjects.builder().add("event_id", replyTo)));
        }
        return content.build().toString();
    }

    static boolean isTooLarge(String content) {
        return content.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private static JsonObjectBuilder mentions(OutgoingMessage message) {
        JsonObjectBuilder mentions = JsonObjects.builder();
        return message.mentions().isEmpty()
                ? mentions
                : mentions.add("user_ids", Json.createArrayBuilder(message.mentions()));
    }
}
