package io.gatehouse.install.claim.held;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message in the form in which its origin, a connection or a gateway, stores it.
 *
 * @param connectionId null if a gateway submitted it
 * @param content called only if the message must be held
 */
public record Envelope(@Nullable UUID connectionId, Supplier<String> content) {

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "Envelope[" + connectionId + "]";
    }
}
