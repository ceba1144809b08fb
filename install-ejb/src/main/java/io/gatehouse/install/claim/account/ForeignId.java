package io.gatehouse.install.claim.account;

import io.gatehouse.kernel.crypto.Sha256;
import java.util.HexFormat;

/**
 * A platform's id of a message or a chat, in a form that a column can store: an id that is too long, or has control
 * characters or surrogates, is replaced by its SHA-256.
 */
public final class ForeignId {

    private ForeignId() {}

    /** @param longest in characters; at least 71, the length of {@code sha256:} and the hash */
    public static String of(String given, int longest) {
        return given.length() <= longest && !hasUnstorableCharacters(given) ? given : "sha256:" + hash(given);
    }

    /**
     * Whether the text has characters that a database may refuse, which would fail the whole statement with all its
     * other rows.
     */
    private static boolean hasUnstorableCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String hash(String text) {
        byte[] digest = Sha256.of(text);
        return HexFormat.of().formatHex(digest);
    }
}
