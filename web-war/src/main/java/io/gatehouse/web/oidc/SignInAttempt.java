package io.gatehouse.web.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
