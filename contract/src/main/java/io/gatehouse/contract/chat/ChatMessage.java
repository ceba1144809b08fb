package io.gatehouse.contract.chat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came from a platform.
 *
 * @param platform as on the wire, as in {@code whatsapp}
 * @param platformUserId the sender as the platform writes it
 * @param aliases other accounts of the same sender that the platform vouches for
 * @param template the template agent's id or slug that the chat channel serves; null where {@code connectionId} tells
 * @param connectionId the channel that the message came in by; null where {@code template} tells
 * @param messageId the platform's own id of the message
 * @param language that the sender wants to be answered in, as a language tag (BCP 47); null where nobody says
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

    /** The namespace as on the wire, as in {@code wa_lid}. */
    public record Alias(String namespace, String identifier) {}
}
