package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.claim.LinkAuthority;
import io.gatehouse.install.claim.held.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message from a known platform.
 *
 * @param sender as the platform writes it
 * @param aliases other accounts of the same sender, vouched for by the platform
 * @param id the platform's id of the message
 * @param language the language for replies, as a language tag (BCP 47); null if unknown
 * @param authority which links the message may change
 * @param scope within which scoped ids identify one person; null for the template
 * @param envelope in which the message is stored if it must wait for the sender's answer
 */
public record PlatformMessage(
        Platform platform,
        String sender,
        List<ChatMessage.Alias> aliases,
        String id,
        String text,
        @Nullable String language,
        LinkAuthority authority,
        @Nullable String scope,
        Envelope envelope) {

    public PlatformMessage {
        aliases = List.copyOf(aliases);
    }

    /** From a gateway. One that names no connection serves the template by one number. */
    static PlatformMessage of(Platform platform, ChatMessage message, Envelope envelope) {
        return new PlatformMessage(
                platform,
                message.platformUserId(),
                message.aliases(),
                message.messageId(),
                message.text(),
                message.language(),
                LinkAuthority.DEPLOYMENT,
                message.connectionId() == null ? null : "connection:" + message.connectionId(),
                envelope);
    }

    /** Keeps the text, which may hold an install token, out of logs. */
    @Override
    public String toString() {
        return "PlatformMessage[" + platform + ", " + id + "]";
    }
}
