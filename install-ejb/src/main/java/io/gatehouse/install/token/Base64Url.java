package io.gatehouse.install.token;

import java.util.Arrays;
import java.util.Base64;

/** Base64url without padding (RFC 4648 section 5): the alphabet of both forms. */
final class Base64Url {

    static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /** Not 0 for what is outside the alphabet. */
    private static final byte[] FOREIGN = new byte[128];

    static {
        Arrays.fill(FOREIGN, (byte) 1);
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            FOREIGN[c] = 0;
        }
    }

    private Base64Url() {}

    static boolean contains(int c) {
        return c < 128 && FOREIGN[c] == 0;
    }

    static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }
}
