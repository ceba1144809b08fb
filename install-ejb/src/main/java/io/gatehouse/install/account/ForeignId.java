package io.gatehouse.install.account;

import io.gatehouse.kernel.crypto.Sha256;
import java.util.HexFormat;

/** A platform's id of a message or a chat, in a form that a row can hold: one that is long or odd goes by its hash. */
public final class ForeignId {

    private ForeignId() {}

    /** @param longest in characters; at least the 71 of a hash */
    public static String of(String given, int longest) {
        return given.length() <= longest && !hasOddOnes(given) ? given : "sha256:" + hash(given);
    }

    /** What a database may refuse to keep, to the harm of all that is stored with it. */
    private static boolean hasOddOnes(String text) {
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
