package io.gatehouse.install.token;

import io.gatehouse.kernel.crypto.Hkdf;
import java.util.Base64;

/** What one encryption key gives for install tokens: a key and an id of its own for each form. */
final class TokenKey {

    /** Characters of {@link #id()}. */
    static final int ID_LENGTH = 8;

    private static final int MAC_KEY_LENGTH = 32;

    private final byte[] idBytes;
    private final byte[] longSecret;
    private final byte[] compactSecret;

    private TokenKey(byte[] idBytes, byte[] longSecret, byte[] compactSecret) {
        this.idBytes = idBytes;
        this.longSecret = longSecret;
        this.compactSecret = compactSecret;
    }

    static TokenKey derive(byte[] encryptionKey) {
        return new TokenKey(
                Hkdf.derive(encryptionKey, "gatehouse/install-token/kid/v1", 6),
                Hkdf.derive(encryptionKey, "gatehouse/install-token/v1", MAC_KEY_LENGTH),
                Hkdf.derive(encryptionKey, "gatehouse/install-token/compact/v1", MAC_KEY_LENGTH));
    }

    /** The {@code kid} of the long form: 48 bits, as base64url. */
    String id() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(idBytes);
    }

    /** The four bits of key id in the compact form: a hint at which key to try, no more. */
    int hint() {
        return idBytes[0] & 0xF;
    }

    HmacSha256 longMac() {
        return new HmacSha256(longSecret);
    }

    /** The compact form has no room for the audience: it is part of the key instead. */
    HmacSha256 compactMac(String audience) {
        return new HmacSha256(Hkdf.derive(compactSecret, audience, MAC_KEY_LENGTH));
    }
}
