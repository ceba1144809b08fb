package io.gatehouse.web.oidc;

import io.gatehouse.kernel.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one attempt to sign in, which the client keeps from the request to the answer.
 *
 * @param nonce comes back in the ID token
 * @param verifier PKCE's (RFC 7636): whoever has the code and not this has nothing
 */
public record Attempt(String nonce, String verifier) {

    private static final int BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static Attempt fresh(SecureRandom random) {
        return new Attempt(text(random), text(random));
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
        return "Attempt[…]";
    }
}
