package io.gatehouse.kernel.token;

import java.util.Optional;

/** The prefix of an opaque token, which tells its kind. */
public enum TokenPrefix {
    AGENT("magt_"),
    HOST("mhst_");

    private final String text;

    TokenPrefix(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Returns empty if the text begins with none. */
    public static Optional<TokenPrefix> of(String token) {
        for (TokenPrefix prefix : values()) {
            if (token.startsWith(prefix.text)) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }
}
