package io.gatehouse.kernel.crypto;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Identifies the encryption key that sealed a value: four bytes derived from the key. They reveal nothing about it and
 * are part of every sealed value.
 *
 * @param hex eight hex digits
 */
public record KeyId(String hex) {

    static final int LENGTH = 4;
    static final int OFFSET = 1;

    public static KeyId of(byte[] encryptionKey) {
        return new KeyId(HexFormat.of().formatHex(bytes(encryptionKey)));
    }

    /** Returns the id of the key that sealed the value; empty if this is not a sealed value. */
    public static KeyId ofSealed(byte[] sealed) {
        return sealed.length < OFFSET + LENGTH
                ? new KeyId("")
                : new KeyId(HexFormat.of().formatHex(Arrays.copyOfRange(sealed, OFFSET, OFFSET + LENGTH)));
    }

    static byte[] bytes(byte[] encryptionKey) {
        return Hkdf.derive(encryptionKey, "gatehouse/sealed-box/key-id/v1", LENGTH);
    }

    @Override
    public String toString() {
        return hex;
    }
}
