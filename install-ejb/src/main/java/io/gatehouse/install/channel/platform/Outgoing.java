package io.gatehouse.install.channel.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param id our id of the message: a platform that supports it accepts two sends with the same id once
 * @param chat the destination: a number or a business-scoped id, a chat, a channel, a room
 * @param thread the thread in the chat; null for the chat itself
 * @param template sent in place of the text if the platform allows nothing else to begin a chat; null for a text
 */
public record Outgoing(
        UUID id,
        String chat,
        @Nullable String thread,
        String text,
        @Nullable MessageTemplate template) {

    public Outgoing(UUID id, String chat, @Nullable String thread, String text) {
        this(id, chat, thread, text, null);
    }

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "Outgoing[" + id + "]";
    }
}
