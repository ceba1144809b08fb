package io.gatehouse.install.channel.webhook;

import io.gatehouse.kernel.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Compares a received proof with the expected one in constant time. */
final class Proof {

    private static final int MAC_LENGTH = 32;

    private Proof() {}

    static boolean isSame(@Nullable String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** @param signature the prefix and the mac in hexadecimal */
    static boolean isSigned(@Nullable String signature, String prefix, String key, byte[]... signed) {
        if (signature == null
                || !signature.startsWith(prefix)
                || signature.length() != prefix.length() + 2 * MAC_LENGTH) {
            return false;
        }
        try {
            byte[] given = HexFormat.of().parseHex(signature, prefix.length(), signature.length());
            return new HmacSha256(key.getBytes(StandardCharsets.UTF_8)).verifies(given, signed);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
