package io.gatehouse.kernel.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) with one key. Thread-safe: a {@link Mac} is not, so each call works on a copy of a keyed one.
 * A copy costs less than creating and keying another, and one per thread would stay in the server's threads after the
 * application has ended.
 */
public final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Mac keyed;

    /** @param key at least one byte */
    public HmacSha256(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.keyed = keyed();
    }

    /** Returns the mac of the concatenated parts, 32 bytes. */
    public byte[] sign(byte[]... parts) {
        Mac mac = copy();
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** Whether this is the mac of the concatenated parts, compared in constant time. */
    public boolean verifies(byte[] mac, byte[]... parts) {
        return MessageDigest.isEqual(sign(parts), mac);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) { // by a security provider that keeps its keys in hardware
            return keyed();
        }
    }

    private Mac keyed() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
