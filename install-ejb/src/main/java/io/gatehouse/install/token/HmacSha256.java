package io.gatehouse.install.token;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed HMAC-SHA256 that writes into the caller's buffer. For one thread at a time. */
final class HmacSha256 {

    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    HmacSha256(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The mac of {@code length} bytes of the message, into the first 32 bytes of {@code out}. */
    void sign(byte[] message, int offset, int length, byte[] out) {
        try {
            mac.update(message, offset, length);
            mac.doFinal(out, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the buffer holds less than " + LENGTH + " bytes", e);
        }
    }
}
