package io.gatehouse.install.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param id of the message here: of two sends with the same one, a platform that can tell makes one
 * @param chat where it goes: a number or a business-scoped id, a chat, a channel, a room
 * @param thread the thread in the chat; null for the chat itself
 * @param template in place of the text, where the platform lets nothing else begin a chat; null for a text
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

    /** Keeps what is said out of logs. */
    @Override
    public String toString() {
        return "Outgoing[" + id + "]";
    }
}
