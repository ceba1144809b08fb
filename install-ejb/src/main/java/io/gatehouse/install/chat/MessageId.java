package io.gatehouse.install.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A platform's id of a message, in a form that a row can hold: one that is long or odd goes by its hash. */
final class MessageId {

    private static final int LONGEST = 255;

    private MessageId() {}

    static String of(String given) {
        boolean plain = given.length() <= LONGEST && given.chars().noneMatch(Character::isISOControl);
        return plain ? given : "sha256:" + hash(given);
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
