package io.gatehouse.blackbox.client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/** Texts that look like tokens, built from the contract and not with the product's code. */
public final class TokenTexts {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenTexts() {}

    /** A token that was never minted, with a valid checksum. */
    public static String unknown(String prefix) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < 30; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return text + checksum(text.toString());
    }

    /** Replaces the last six characters by the valid checksum. */
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
