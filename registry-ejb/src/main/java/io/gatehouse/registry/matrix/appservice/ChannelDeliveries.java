package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.chat.ChannelRooms;
import io.gatehouse.contract.chat.RoomSaying;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.registry.message.Delivery;
import io.gatehouse.registry.message.InboxMessage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Withholds from agents what people say in rooms that are chat channels: the install half processes it first. */
@Dependent
class ChannelDeliveries {

    private static final String MESSAGE = "m.room.message";
    private static final Set<String> TEXTS = Set.of("m.text", "m.emote");

    /** The body is a caption if it differs from the file name (Matrix client-server API v1.10, "Media captions"). */
    private static final Set<String> CAPTIONED = Set.of("m.image", "m.file", "m.audio", "m.video");

    /**
     * Messages and events without text for an agent: their message type or event type, and the name under which they
     * are counted.
     */
    private static final Map<String, String> WITHOUT_TEXT = Map.of(
            "m.notice", "notice",
            "m.image", "image",
            "m.video", "video",
            "m.audio", "audio",
            "m.file", "file",
            "m.location", "location",
            "m.sticker", "sticker",
            "m.reaction", "reaction",
            "m.room.redaction", "redaction",
            "m.room.encrypted", "encrypted");

    private final ChannelRooms channels;
    private final Settings settings;

    @Inject
    ChannelDeliveries(ChannelRooms channels, Settings settings) {
        this.channels = channels;
        this.settings = settings;
    }

    /** Returns the deliveries that remain. Runs in the caller's transaction. */
    List<Delivery> without(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> isFromPerson(delivery.message()) ? without(delivery) : delivery)
                .filter(delivery -> !delivery.agentIds().isEmpty())
                .toList();
    }

    /** Only the application service can have senders in the namespace of agents. */
    private boolean isFromPerson(InboxMessage message) {
        boolean agent = message.sender().startsWith("@" + AgentUserId.LOCALPART_PREFIX)
                && message.sender().endsWith(":" + settings.serverName());
        return !agent;
    }

    private Delivery without(Delivery delivery) {
        Set<UUID> taken = channels.take(saying(delivery.message()), delivery.agentIds());
        return taken.isEmpty()
                ? delivery
                : new Delivery(
                        delivery.agentIds().stream()
                                .filter(agent -> !taken.contains(agent))
                                .toList(),
                        delivery.message());
    }

    private static RoomSaying saying(InboxMessage message) {
        JsonObject content = JsonObjects.read(message.content());
        String type = message.eventType().equals(MESSAGE) ? text(content, "msgtype") : message.eventType();
        boolean edit = content.get("m.relates_to") instanceof JsonObject relation
                && "m.replace".equals(text(relation, "rel_type"));
        boolean hasText = type != null && !edit && (TEXTS.contains(type) || isCaptioned(type, content));
        return new RoomSaying(
                message.eventId(),
                message.roomId(),
                message.sender(),
                hasText ? text(content, "body") : null,
                edit ? "edit" : WITHOUT_TEXT.getOrDefault(type == null ? "" : type, "other_message"),
                message.sentAt());
    }

    private static boolean isCaptioned(String type, JsonObject content) {
        String file = text(content, "filename");
        return CAPTIONED.contains(type) && file != null && !file.equals(text(content, "body"));
    }

    private static @Nullable String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString text ? text.getString() : null;
    }
}
