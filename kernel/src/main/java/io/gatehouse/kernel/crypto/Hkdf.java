package io.gatehouse.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * HKDF with HMAC-SHA256 (RFC 5869), implemented with {@link HmacSha256}: the Java platform has HKDF only from release 25.
 *
 * <p>One secret yields independent keys, one per label, so that no key serves two purposes.
 */
public final class Hkdf {

    private static final int HASH_LENGTH = 32;
    private static final int MAX_LENGTH = 255 * HASH_LENGTH;

    private Hkdf() {}

    /**
     * Extracts without a salt, then expands. The secret must have the entropy of a key.
     *
     * @param label purpose of the derived key; another label yields an unrelated key
     * @param length bytes to derive, at most 8,160
     */
    public static byte[] derive(byte[] secret, String label, int length) {
        return expand(extract(new byte[0], secret), label.getBytes(StandardCharsets.UTF_8), length);
    }

    /** RFC 5869 section 2.2. An empty salt means 32 zero bytes. */
    static byte[] extract(byte[] salt, byte[] secret) {
        return new HmacSha256(salt.length == 0 ? new byte[HASH_LENGTH] : salt).sign(secret);
    }

    /** RFC 5869 section 2.3. */
    static byte[] expand(byte[] pseudorandomKey, byte[] info, int length) {
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("HKDF-SHA256 gives 1 to " + MAX_LENGTH + " bytes, not " + length);
        }
        HmacSha256 mac = new HmacSha256(pseudorandomKey);
        byte[] okm = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += block.length, counter++) {
            block = mac.sign(block, info, new byte[] {(byte) counter});
            System.arraycopy(block, 0, okm, done, Math.min(block.length, length - done));
        }
        Arrays.fill(block, (byte) 0);
        return okm;
    }
}
