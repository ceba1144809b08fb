package io.gatehouse.registry.message;

import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A send that has begun.
 *
 * @param eventId null until the homeserver's answer is known
 */
@SuppressWarnings("ArrayRecordComponent") // compared by matches only
public record SendRecord(
        UUID id, byte[] fingerprint, @Nullable String eventId) {

    boolean matches(byte[] other) {
        return MessageDigest.isEqual(fingerprint, other);
    }
}
