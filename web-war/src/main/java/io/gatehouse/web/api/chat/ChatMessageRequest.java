package io.gatehouse.web.api.chat;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.web.edge.json.JsonBody;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/chat/messages}: names the channel either by its template or by its connection. */
@Schema(requiredProperties = {"platform", "platformUserId", "messageId", "message"})
record ChatMessageRequest(
        @Schema(description = "whatsapp, telegram, slack or matrix")
        String platform,

        @Schema(description = "The sender, in the platform's notation")
        String platformUserId,

        @Schema(description = "Other accounts of the same sender that the platform vouches for")
        List<Alias> aliases,

        @Schema(description = "The template agent's id, or the slug of its publisher") @Nullable String templateAgentId,

        @Nullable UUID connectionId,

        @Schema(description = "The platform's message id; the same id gives the same answer")
        String messageId,

        String message) {

    private static final int MAX_ID = 255;
    private static final int MAX_MESSAGE = 65_536;
    private static final int MAX_ALIASES = 16;

    record Alias(String namespace, String identifier) {

        static Alias from(JsonBody body) {
            return new Alias(body.text("namespace", 64), body.text("identifier", MAX_ID));
        }
    }

    static ChatMessageRequest from(JsonBody body) {
        ChatMessageRequest request = new ChatMessageRequest(
                body.text("platform", 32),
                body.text("platformUserId", MAX_ID),
                body.optionalObjects("aliases", MAX_ALIASES, Alias::from),
                body.optionalText("templateAgentId", 200),
                body.optionalId("connectionId"),
                body.text("messageId", MAX_ID),
                body.anyText("message", MAX_MESSAGE));
        if ((request.templateAgentId == null) == (request.connectionId == null)) {
            body.fault("", "must have templateAgentId or connectionId, one of the two");
        }
        body.refuseFaults();
        return request;
    }

    /** @param language the preferred language of the reply; null if the gateway does not state one */
    ChatMessage toCommand(@Nullable String language) {
        return new ChatMessage(
                platform,
                platformUserId,
                aliases.stream()
                        .map(alias -> new ChatMessage.Alias(alias.namespace(), alias.identifier()))
                        .toList(),
                templateAgentId,
                connectionId,
                messageId,
                message,
                language);
    }

    /** Keeps the message, which may hold an install token, out of logs. */
    @Override
    public String toString() {
        return "ChatMessageRequest[" + platform + ", " + messageId + "]";
    }
}
