package io.gatehouse.domain.token;

import io.gatehouse.kernel.token.TokenPrefix;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * The text of an opaque token: a prefix, base62 characters from a secure random source, and 6 base62 characters of
 * CRC-32 over everything before them, so that text that is not a token never causes a database query.
 *
 * <p>New tokens contain 30 random characters (178 bits); other lengths are accepted as well.
 */
public final class TokenText {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 30;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int MAX_LENGTH = 512;

    private final TokenPrefix prefix;
    private final String text;

    private TokenText(TokenPrefix prefix, String text) {
        this.prefix = prefix;
        this.text = text;
    }

    /** @param random must be cryptographically secure */
    public static TokenText mint(TokenPrefix prefix, RandomGenerator random) {
        StringBuilder text = new StringBuilder(prefix.text());
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new TokenText(prefix, text + checksum(text));
    }

    /** Returns empty for text with another prefix or a wrong checksum, and for text longer than 512 characters. */
    public static Optional<TokenText> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return TokenPrefix.of(text)
                .filter(prefix -> text.length() > prefix.text().length() + CHECKSUM_LENGTH)
                .filter(prefix -> isBase62(text, prefix.text().length()))
                .filter(prefix -> hasRightChecksum(text))
                .map(prefix -> new TokenText(prefix, text));
    }

    private static boolean hasRightChecksum(String text) {
        int end = text.length() - CHECKSUM_LENGTH;
        return text.substring(end).equals(checksum(text.substring(0, end)));
    }

    private static boolean isBase62(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (DIGITS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String checksum(CharSequence text) {
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECKSUM_LENGTH];
        long rest = crc.getValue();
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }

    public TokenPrefix prefix() {
        return prefix;
    }

    public TokenHash hash() {
        return TokenHash.of(text);
    }

    public String lastFour() {
        return text.substring(text.length() - 4);
    }

    /** Returns the token in clear text, for the answer that mints it. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return prefix.text() + "…" + lastFour();
    }
}
