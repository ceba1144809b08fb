package io.gatehouse.install.token;

import java.util.Base64;

/** Base64url without padding (RFC 4648 section 5): the alphabet of both forms. */
final class Base64Url {

    static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private static final boolean[] IN_ALPHABET = new boolean[128];

    static {
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            IN_ALPHABET[c] = true;
        }
    }

    private Base64Url() {}

    static boolean contains(int c) {
        return c < 128 && IN_ALPHABET[c];
    }

    static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    /** Copies characters into bytes. False as soon as one is outside the alphabet. */
    static boolean copy(String text, int from, int to, byte[] out) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!contains(c)) {
                return false;
            }
            out[i - from] = (byte) c;
        }
        return true;
    }
}
