package io.gatehouse.install.token;

import io.gatehouse.kernel.text.Base64Url;
import java.util.Optional;

/**
 * Finds an install token in a chat message in the forms that people and apps produce: surrounded by words, quotes or
 * formatting, percent-encoded, wrapped over lines, with invisible characters in it.
 *
 * <p>It only recognizes the form of a token. The time is linear in the length of the message, for any content.
 */
public final class TokenFinder {

    private static final int MAX_PAYLOAD_LENGTH = InstallTokens.MAX_LENGTH - TokenSigner.PREFIX.length() - 44;
    private static final int MAX_BREAKS_IN_COMPACT_FORM = 3;
    /** The base64 of an opening brace and a quote: a payload is a JSON object. */
    private static final String PAYLOAD_START = "eyJ";

    private final VisibleText text;

    private TokenFinder(VisibleText text) {
        this.text = text;
    }

    /**
     * Returns the first token in the message, in either form, ready to be verified. If there is only a fragment of a
     * long one, for example truncated, it returns the fragment: the sender should learn that it is invalid.
     */
    public static Optional<String> find(String message) {
        return new TokenFinder(VisibleText.of(message)).find();
    }

    private Optional<String> find() {
        int fragment = -1;
        for (int i = 0; i < text.length(); i++) {
            int afterPrefix = text.after(TokenSigner.PREFIX, i);
            if (afterPrefix >= 0) {
                int start = text.skipBlanks(afterPrefix);
                Optional<String> token = longForm(start);
                if (token.isPresent()) {
                    return token;
                }
                if (fragment < 0 && text.after(PAYLOAD_START, start) >= 0) {
                    fragment = start;
                }
            }
            if (startsCompactForm(i)) {
                Optional<String> token = compactForm(i);
                if (token.isPresent()) {
                    return token;
                }
            }
        }
        return fragment < 0 ? Optional.empty() : Optional.of(TokenSigner.PREFIX + run(fragment, MAX_PAYLOAD_LENGTH));
    }

    /** Reads a payload, a dot, and the 43 characters of a mac. Characters after them do not belong to the token. */
    private Optional<String> longForm(int start) {
        StringBuilder token = new StringBuilder(512).append(TokenSigner.PREFIX);
        int dot = collect(start, MAX_PAYLOAD_LENGTH, token);
        if (token.length() == TokenSigner.PREFIX.length() || text.at(dot) != '.') {
            return Optional.empty();
        }
        token.append('.');
        int payloadEnd = token.length();
        collect(dot + 1, TokenSigner.MAC_TEXT_LENGTH, token);
        return token.length() - payloadEnd == TokenSigner.MAC_TEXT_LENGTH
                ? Optional.of(token.toString())
                : Optional.empty();
    }

    /** Whether the version in the upper bits of the first character is that of a compact token. */
    private boolean startsCompactForm(int i) {
        char c = text.at(i);
        return c >= 'E' && c <= 'H' && (i == 0 || !Base64Url.contains(text.at(i - 1)));
    }

    /**
     * Reads exactly 64 characters of the alphabet on few lines. A longer run is something else, one word per line is
     * ordinary text, and 64 hexadecimal digits are a SHA-256.
     */
    private Optional<String> compactForm(int start) {
        StringBuilder token = new StringBuilder(CompactForm.TEXT_LENGTH);
        int end = collect(start, CompactForm.TEXT_LENGTH, token);
        int lineBreaks = end - start - token.length();
        boolean whole = token.length() == CompactForm.TEXT_LENGTH && !Base64Url.contains(text.at(end));
        return whole
                        && lineBreaks <= MAX_BREAKS_IN_COMPACT_FORM
                        && !token.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                ? Optional.of(token.toString())
                : Optional.empty();
    }

    private String run(int start, int maxLength) {
        StringBuilder run = new StringBuilder();
        collect(start, maxLength, run);
        return run.toString();
    }

    /** Appends characters of the alphabet, skipping line breaks. Returns the position of the next character. */
    private int collect(int start, int maxLength, StringBuilder out) {
        int i = start;
        for (int taken = 0; taken < maxLength; taken++) {
            int next = text.skipBreak(i);
            if (!Base64Url.contains(text.at(next))) {
                return taken == 0 ? i : next;
            }
            out.append(text.at(next));
            i = next + 1;
        }
        return i;
    }
}
