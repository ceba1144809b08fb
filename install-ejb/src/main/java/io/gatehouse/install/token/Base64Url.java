package io.gatehouse.install.token;

import java.util.Arrays;
import java.util.Base64;

/** Base64url without padding (RFC 4648 section 5): the alphabet of both forms. */
final class Base64Url {

    static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /** Non-zero for characters outside the alphabet. */
    private static final byte[] FOREIGN = new byte[128];

    static {
        Arrays.fill(FOREIGN, (byte) 1);
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            FOREIGN[c] = 0;
        }
    }

    private static final String TWO_SPARE_BITS = "AEIMQUYcgkosw048";
    private static final String FOUR_SPARE_BITS = "AQgw";

    private Base64Url() {}

    static boolean contains(int c) {
        return c < 128 && FOREIGN[c] == 0;
    }

    static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    /**
     * Decodes exactly {@code out.length} bytes. False if the text is not the canonical encoding of those bytes: unused
     * bits of the last character must be zero (RFC 4648 section 3.5).
     */
    static boolean decode(byte[] text, byte[] out) {
        try {
            return DECODER.decode(text, out) == out.length && isLast(text[text.length - 1], out.length % 3);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLast(byte character, int rest) {
        return rest == 0 || (rest == 1 ? FOUR_SPARE_BITS : TWO_SPARE_BITS).indexOf(character) >= 0;
    }
}
