package io.gatehouse.install.held;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message as the way that it came in by keeps it.
 *
 * @param connectionId null where a gateway handed it in
 * @param content made only where the message has to wait
 */
public record Envelope(@Nullable UUID connectionId, Supplier<String> content) {

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "Envelope[" + connectionId + "]";
    }
}
