package io.gatehouse.install.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.install.token.TokenCheck.Valid;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import java.util.Set;

/**
 * A text in which {@code {long}} and {@code {compact}} are replaced by the two forms of a genuine token. Verified as a
 * token, it is valid only if it is exactly one of them. The same holds for a token found in it as in a message.
 */
public final class InstallTokenFuzz {

    private static final TokenFixture DEPLOYMENT = new TokenFixture();
    private static final MintedToken MINTED = DEPLOYMENT.tokens.mint(TokenFixture.USER, TokenFixture.TEMPLATE);
    private static final Set<String> GENUINE = Set.of(MINTED.longForm(), MINTED.compactForm());

    private InstallTokenFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text =
                FuzzText.of(input).replace("{long}", MINTED.longForm()).replace("{compact}", MINTED.compactForm());
        if (text.length() <= FuzzLimits.MAX_INPUT_BYTES) {
            check(text);
            FuzzLimits.within(() -> TokenFinder.find(text)).ifPresentOrElse(InstallTokenFuzz::checkFound, () -> {
                assertThat(TokenFinder.find(text + " | " + MINTED.longForm()))
                        .as("a token after a text without one")
                        .contains(MINTED.longForm());
            });
        }
    }

    private static void check(String token) {
        TokenCheck check = FuzzLimits.within(() -> DEPLOYMENT.tokens.verify(token));
        assertThat(check instanceof Valid).as("valid: %s", token).isEqualTo(GENUINE.contains(token));
    }

    private static void checkFound(String token) {
        assertThat(token).hasSizeLessThanOrEqualTo(InstallTokens.MAX_LENGTH).matches("(install:)?[A-Za-z0-9_.-]+");
        assertThat(TokenFinder.find(token)).as("found again in itself").contains(token);
        check(token);
    }
}
