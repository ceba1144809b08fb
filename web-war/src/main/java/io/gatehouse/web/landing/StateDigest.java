package io.gatehouse.web.landing;

import io.gatehouse.contract.install.InstallState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A digest of the install state, by which a page detects that it is out of date. It reveals nothing of the state. */
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
