package io.gatehouse.kernel.config;

import org.jspecify.annotations.Nullable;

/**
 * The secret that every other key is derived from.
 *
 * @param current 32 bytes
 * @param previous 32 bytes; null unless a rotation is under way
 */
@SuppressWarnings("ArrayRecordComponent") // input of key derivation, never compared
public record EncryptionKeys(byte[] current, byte @Nullable [] previous) {

    public static final int LENGTH = 32;

    @Override
    public String toString() {
        return "EncryptionKeys[…]";
    }
}
