package io.gatehouse.install.claim.held;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A held message.
 *
 * @param connectionId null if a gateway submitted it
 * @param content as produced by its {@link Envelope}
 */
public record HeldMessage(UUID templateAgentId, @Nullable UUID connectionId, String content) {

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "HeldMessage[" + templateAgentId + ", " + connectionId + "]";
    }
}
