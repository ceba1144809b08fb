package io.gatehouse.contract.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of a user of any identity provider, in 16 bytes.
 *
 * <p>Derived from the issuer and subject of the user's JWT (UUID version 8, RFC 9562 section 5.8, over SHA-256), so
 * that an install token can carry it in 16 bytes and no look-up is needed. The same issuer and subject always yield the
 * same id; the id reveals neither.
 */
public record UserId(UUID value) {

    /** @throws IllegalArgumentException if the value is not a version 8 UUID */
    public UserId {
        if (value.version() != 8 || value.variant() != 2) {
            throw new IllegalArgumentException("a user id is a version 8 UUID, not " + value);
        }
    }

    public static UserId of(String issuer, String subject) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(issuer + "\n" + subject));
        long high = (digest.getLong() & ~0xF000L) | 0x8000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UserId(new UUID(high, low));
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
