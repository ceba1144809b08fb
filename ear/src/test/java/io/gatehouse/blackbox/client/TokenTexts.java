package io.gatehouse.blackbox.client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/** Texts that look as tokens do, made from the contract and not from the product. */
public final class TokenTexts {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenTexts() {}

    /** A token that nobody minted, with a checksum that is right. */
    public static String unknown(String prefix) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < 30; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return text + checksum(text.toString());
    }

    /** The text before its last six characters, with the checksum that it should have. */
    public static String withRightChecksum(String text) {
        return text + checksum(text);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < 6; rest /= DIGITS.length()) {
            digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return digits.toString();
    }
}
