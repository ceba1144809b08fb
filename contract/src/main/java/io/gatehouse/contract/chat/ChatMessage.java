package io.gatehouse.contract.chat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message from a platform.
 *
 * @param platform the wire name, such as {@code whatsapp}
 * @param platformUserId the sender, as the platform writes it
 * @param aliases other accounts of the same sender, vouched for by the platform
 * @param template id or slug of the template agent that the channel serves; null if {@code connectionId} is set
 * @param connectionId the channel that received the message; null if {@code template} is set
 * @param messageId the platform's id of the message
 * @param language the language for replies, as a language tag (BCP 47); null if unknown
 */
public record ChatMessage(
        String platform,
        String platformUserId,
        List<Alias> aliases,
        @Nullable String template,
        @Nullable UUID connectionId,
        String messageId,
        String text,
        @Nullable String language) {

    public ChatMessage {
        aliases = List.copyOf(aliases);
    }

    /** Keeps the text, which may hold an install token, out of logs. */
    @Override
    public String toString() {
        return "ChatMessage[" + platform + ", " + messageId + "]";
    }

    /** @param namespace the wire name, such as {@code wa_lid} */
    public record Alias(String namespace, String identifier) {}
}
