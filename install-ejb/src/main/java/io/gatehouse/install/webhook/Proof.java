package io.gatehouse.install.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Compares a received proof with the expected one in constant time. */
final class Proof {

    private static final String ALGORITHM = "HmacSHA256";
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
            return MessageDigest.isEqual(given, mac(key, signed));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] mac(String key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
