package io.gatehouse.registry.message;

import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was begun.
 *
 * @param eventId null until the homeserver's answer is known
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isOf only
public record SendRecord(
        UUID id, byte[] fingerprint, @Nullable String eventId) {

    boolean isOf(byte[] other) {
        return MessageDigest.isEqual(fingerprint, other);
    }
}
