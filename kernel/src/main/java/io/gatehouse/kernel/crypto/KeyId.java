package io.gatehouse.kernel.crypto;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Which encryption key sealed a value: four bytes that are derived from the key, say nothing about it, and stand in every
 * sealed value.
 *
 * @param hex eight digits
 */
public record KeyId(String hex) {

    static final int LENGTH = 4;
    static final int OFFSET = 1;

    /** Of an encryption key. */
    public static KeyId of(byte[] encryptionKey) {
        return new KeyId(HexFormat.of().formatHex(bytes(encryptionKey)));
    }

    /** Of the key that sealed the value; of what is no sealed value, none that a key has. */
    public static KeyId sealing(byte[] sealed) {
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
