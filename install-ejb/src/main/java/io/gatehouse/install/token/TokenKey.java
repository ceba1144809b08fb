package io.gatehouse.install.token;

import io.gatehouse.kernel.crypto.Hkdf;
import io.gatehouse.kernel.crypto.HmacSha256;
import io.gatehouse.kernel.text.Base64Url;

/** The keys for install tokens that are derived from one encryption key: a mac key and a key id for each form. */
final class TokenKey {

    /** Length of {@link #id()}, in characters. */
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
        return Base64Url.encode(idBytes);
    }

    /** The four bits of key id in the compact form: only a hint at which key to try. */
    int hint() {
        return idBytes[0] & 0xF;
    }

    HmacSha256 longMac() {
        return new HmacSha256(longSecret);
    }

    /** The compact form has no space for the audience, so the key is derived from it. */
    HmacSha256 compactMac(String audience) {
        return new HmacSha256(Hkdf.derive(compactSecret, audience, MAC_KEY_LENGTH));
    }
}
