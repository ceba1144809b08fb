package io.gatehouse.kernel.text;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Base64url without padding (RFC 4648 section 5). */
public final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    /** Whether the character is one of the 64. */
    public static boolean contains(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** Returns the text of that many random bytes. */
    public static String random(RandomGenerator random, int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return encode(value);
    }

    /**
     * Decodes text, also if it has padding, or if unused bits of its last character are set: different texts may have
     * the same bytes.
     *
     * @throws IllegalArgumentException if it is not base64url
     */
    public static byte[] decode(String text) {
        return DECODER.decode(text);
    }
}
