package io.gatehouse.install.token;

import java.util.Base64;

/** Base64url without padding (RFC 4648 section 5): the alphabet of both forms. */
final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    static boolean contains(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /**
     * Decodes text, also if it has padding, or if unused bits of the last character are set.
     *
     * @throws IllegalArgumentException if it is not base64url
     */
    static byte[] decode(String text) {
        return DECODER.decode(text);
    }
}
