package io.gatehouse.web.message;

import io.gatehouse.contract.message.IncomingMessage;
import io.gatehouse.web.json.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers to agents. */
final class MessageAnswers {

    private MessageAnswers() {}

    /** A message that was sent. */
    @Schema(name = "SentMessage")
    record Sent(
            @JsonbProperty("event_id") @Schema(name = "event_id")
            String eventId) {}

    /** Nothing more to say. */
    @Schema(name = "Nothing")
    record Nothing() {}

    /** What lies in an inbox. */
    @Schema(name = "MessagePage")
    record Page(
            List<Received> messages,

            @Schema(description = "The since of the next call, which acknowledges these messages")
            long next) {

        Page {
            messages = List.copyOf(messages);
        }

        static Page of(List<IncomingMessage> messages, long since) {
            return new Page(
                    messages.stream().map(Received::from).toList(),
                    messages.isEmpty()
                            ? since
                            : messages.get(messages.size() - 1).position());
        }
    }

    /** A message as its receiver sees it. */
    @Schema(name = "ReceivedMessage")
    record Received(
            long position,

            @JsonbProperty("event_id") @Schema(name = "event_id")
            String eventId,

            @JsonbProperty("room_id") @Schema(name = "room_id")
            String roomId,

            String sender,
            String type,
            @Nullable String msgtype,
            @Nullable String body,

            @JsonbProperty("formatted_body") @Schema(name = "formatted_body") @Nullable String formattedBody,

            List<String> mentions,

            @JsonbProperty("reply_to") @Schema(name = "reply_to") @Nullable String replyTo,

            @JsonbProperty("installed_agent_id")
            @Schema(name = "installed_agent_id", description = "Of a routed chat message")
            @Nullable String installedAgentId,

            @JsonbProperty("organization_id")
            @Schema(name = "organization_id", description = "Of a routed chat message")
            @Nullable String organizationId,

            @JsonbProperty("sent_at") @Schema(name = "sent_at")
            Instant sentAt) {

        Received {
            mentions = List.copyOf(mentions);
        }

        static Received from(IncomingMessage message) {
            JsonObject content = object(message.content());
            return new Received(
                    message.position(),
                    message.eventId(),
                    message.roomId(),
                    message.sender(),
                    message.eventType(),
                    text(content, "msgtype"),
                    text(content, "body"),
                    text(content, "formatted_body"),
                    texts(child(content, "m.mentions"), "user_ids"),
                    text(child(child(content, "m.relates_to"), "m.in_reply_to"), "event_id"),
                    text(content, "installed_agent_id"),
                    text(content, "organization_id"),
                    message.sentAt());
        }

        String json() {
            return new String(JsonText.of(this), StandardCharsets.UTF_8);
        }

        /** Keeps what people say out of logs. */
        @Override
        public String toString() {
            return "Received[" + position + "]";
        }
    }

    private static JsonObject object(String content) {
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            return reader.readObject();
        }
    }

    private static JsonObject child(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Others write contents too: what is no text is as good as missing. */
    private static @Nullable String text(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static List<String> texts(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonArray items
                ? items.stream()
                        .filter(JsonString.class::isInstance)
                        .map(item -> ((JsonString) item).getString())
                        .toList()
                : List.of();
    }
}
