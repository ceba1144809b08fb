package io.gatehouse.install.token;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * HMAC-SHA256 (RFC 2104) that keeps the hash states after the key's blocks, which {@link javax.crypto.Mac} computes
 * again for every message: of the four blocks hashed for a mac over 41 bytes, two remain. The states are only cloned,
 * so it is thread-safe.
 */
final class HmacSha256 {

    static final int LENGTH = 32;

    private static final int BLOCK = 64;

    private final MessageDigest inner;
    private final MessageDigest outer;

    /** For a key of at most one block. */
    HmacSha256(byte[] key) {
        inner = keyed(key, 0x36);
        outer = keyed(key, 0x5C);
    }

    private HmacSha256(MessageDigest inner, MessageDigest outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /**
     * For messages with a common beginning: returns an instance that signs what follows {@code head} as if it included
     * the head.
     */
    HmacSha256 after(byte[] head) {
        MessageDigest begun = copy(inner);
        begun.update(head);
        return new HmacSha256(begun, outer);
    }

    /** Writes the mac of {@code length} bytes of the message into the first 32 bytes of {@code out}. */
    void sign(byte[] message, int offset, int length, byte[] out) {
        try {
            MessageDigest digest = copy(inner);
            digest.update(message, offset, length);
            digest.digest(out, 0, LENGTH);
            digest = copy(outer);
            digest.update(out, 0, LENGTH);
            digest.digest(out, 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalArgumentException("the output of a mac needs " + LENGTH + " bytes", e);
        }
    }

    private static MessageDigest copy(MessageDigest state) {
        try {
            return (MessageDigest) state.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of this platform cannot be cloned", e);
        }
    }

    private static MessageDigest keyed(byte[] key, int pad) {
        if (key.length > BLOCK) {
            throw new IllegalArgumentException("a key must have at most " + BLOCK + " bytes");
        }
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(block);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
