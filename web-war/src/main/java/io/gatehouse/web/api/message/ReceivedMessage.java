package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.ChatOrigin;
import io.gatehouse.contract.message.IncomingMessage;
import io.gatehouse.web.edge.json.JsonText;
import jakarta.json.bind.annotation.JsonbProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as delivered to its recipient. */
@Schema(name = "ReceivedMessage")
record ReceivedMessage(
        long position,

        @JsonbProperty("event_id") @Schema(name = "event_id")
        String eventId,

        @JsonbProperty("room_id") @Schema(name = "room_id") String roomId,

        String sender,

        @Schema(description = "m.room.message, m.room.encrypted, m.sticker, m.reaction or m.room.redaction")
        String type,

        @Nullable String msgtype,

        @Schema(description = "For an edit, the new text") @Nullable String body,

        @JsonbProperty("formatted_body") @Schema(name = "formatted_body") @Nullable String formattedBody,

        List<String> mentions,

        @JsonbProperty("reply_to") @Schema(name = "reply_to") @Nullable String replyTo,

        @Schema(description = "The id of the message that this one replaces") @Nullable String replaces,

        @Schema(description = "For a message in a thread, the id of the thread's root event") @Nullable String thread,

        @JsonbProperty("reacts_to")
        @Schema(name = "reacts_to", description = "The id of the event that a reaction is for")
        @Nullable String reactsTo,

        @Schema(description = "The reaction, for instance 👍") @Nullable String reaction,

        @Schema(description = "The id of the event that a redaction removes") @Nullable String redacts,

        @JsonbProperty("installed_agent_id")
        @Schema(name = "installed_agent_id", description = "For a routed chat message")
        @Nullable UUID installedAgentId,

        @JsonbProperty("organization_id")
        @Schema(name = "organization_id", description = "For a routed chat message")
        @Nullable UUID organizationId,

        @JsonbProperty("sent_at") @Schema(name = "sent_at") Instant sentAt) {

    ReceivedMessage {
        mentions = List.copyOf(mentions);
    }

    static ReceivedMessage from(IncomingMessage message) {
        EventContent content = EventContent.of(message.content());
        EventContent shown = content.edited();
        ChatOrigin chat = message.chat();
        return new ReceivedMessage(
                message.position(),
                message.eventId(),
                message.roomId(),
                message.sender(),
                message.eventType(),
                shown.text("msgtype"),
                shown.text("body"),
                shown.text("formatted_body"),
                shown.child("m.mentions").texts("user_ids"),
                content.repliedTo(),
                content.related("m.replace"),
                content.related("m.thread"),
                content.related("m.annotation"),
                content.related("m.annotation") == null
                        ? null
                        : content.child("m.relates_to").text("key"),
                content.text("redacts"),
                chat == null ? null : chat.installedAgentId(),
                chat == null ? null : chat.organizationId(),
                message.sentAt());
    }

    String json() {
        return new String(JsonText.of(this), StandardCharsets.UTF_8);
    }

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "ReceivedMessage[" + position + "]";
    }
}
