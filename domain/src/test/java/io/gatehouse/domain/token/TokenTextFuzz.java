package io.gatehouse.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.token.TokenPrefix;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import java.util.Arrays;
import java.util.Random;

/**
 * Parses any text, and a token minted with it as the seed. A parsed token must have its own text, and changing one
 * character of a token must make it invalid.
 */
public final class TokenTextFuzz {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private TokenTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = FuzzText.of(input);
        FuzzLimits.within(() -> TokenText.parse(text)).ifPresent(token -> check(token, text));
        for (TokenPrefix prefix : TokenPrefix.values()) {
            TokenText minted = TokenText.mint(prefix, new Random(Arrays.hashCode(input)));
            assertThat(TokenText.parse(minted.reveal())).hasValueSatisfying(token -> {
                check(token, minted.reveal());
                assertThat(token.prefix()).isEqualTo(prefix);
            });
            altered(minted.reveal(), input);
        }
    }

    private static void check(TokenText token, String text) {
        assertThat(token.reveal()).isEqualTo(text);
        assertThat(text).startsWith(token.prefix().text()).matches("m[ah][gs][ts]t?_[0-9A-Za-z]+");
        assertThat(token.toString()).doesNotContain(text).hasSizeLessThanOrEqualTo(10);
        assertThat(token.hash()).isEqualTo(TokenHash.of(text));
    }

    private static void altered(String text, byte[] input) {
        int at = input.length == 0 ? 0 : (input[0] & 0xFF) % text.length();
        for (int i = 0; i < DIGITS.length(); i++) {
            char other = DIGITS.charAt(i);
            if (other != text.charAt(at)) {
                assertThat(TokenText.parse(text.substring(0, at) + other + text.substring(at + 1)))
                        .isEmpty();
            }
        }
    }
}
