package io.gatehouse.install.held;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that waited.
 *
 * @param connectionId null where a gateway handed it in
 * @param content as it was in its {@link Envelope}
 */
public record HeldMessage(UUID templateAgentId, @Nullable UUID connectionId, String content) {

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "HeldMessage[" + templateAgentId + ", " + connectionId + "]";
    }
}
