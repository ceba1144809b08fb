package io.gatehouse.web.landing;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.kernel.crypto.Sha256;
import java.util.Base64;

/** By which a page tells whether what it shows is still so. Says nothing else, and nothing of what it is the digest of. */
final class StateDigest {

    private static final int LENGTH = 16;

    private StateDigest() {}

    static String of(InstallState state) {
        byte[] digest = Sha256.of(state.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, LENGTH);
    }
}
