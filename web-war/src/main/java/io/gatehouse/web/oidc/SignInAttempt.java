package io.gatehouse.web.oidc;

import io.gatehouse.kernel.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one sign-in attempt, which the client keeps between request and callback.
 *
 * @param nonce comes back in the ID token
 * @param verifier of PKCE (RFC 7636): a stolen code is useless without it
 */
public record SignInAttempt(String nonce, String verifier) {

    private static final int BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static SignInAttempt fresh(SecureRandom random) {
        return new SignInAttempt(text(random), text(random));
    }

    String challenge() {
        return BASE64.encodeToString(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String text(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SignInAttempt[…]";
    }
}
