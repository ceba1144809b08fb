package io.gatehouse.web.oauth.oidc;

import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.text.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The secrets of one sign-in attempt, which the client keeps between request and callback.
 *
 * @param nonce comes back in the ID token
 * @param verifier of PKCE (RFC 7636): a stolen code is useless without it
 */
public record SignInAttempt(String nonce, String verifier) {

    private static final int BYTES = 32;

    public static SignInAttempt fresh(SecureRandom random) {
        return new SignInAttempt(Base64Url.random(random, BYTES), Base64Url.random(random, BYTES));
    }

    String challenge() {
        return Base64Url.encode(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return "SignInAttempt[…]";
    }
}
