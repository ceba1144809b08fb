package io.gatehouse.web.landing;

import io.gatehouse.contract.install.InstallState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** By which a page tells whether what it shows is still so. Says nothing else, and nothing of what it is the digest of. */
final class StateDigest {

    private static final int LENGTH = 16;

    private StateDigest() {}

    static String of(InstallState state) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(state.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
