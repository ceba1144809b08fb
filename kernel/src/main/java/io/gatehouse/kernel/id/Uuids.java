package io.gatehouse.kernel.id;

import java.util.Optional;
import java.util.UUID;

/** Parses ids from callers. */
public final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /**
     * Parses an id of 36 characters (RFC 9562 section 4), in upper or lower case; empty if the text is not one. {@link
     * UUID#fromString} also accepts shorter texts, such as {@code 1-1-1-1-1}, so that one id would have several
     * spellings.
     */
    public static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (dash ? c != '-' : !hex) {
                return Optional.empty();
            }
        }
        return Optional.of(UUID.fromString(text));
    }
}
