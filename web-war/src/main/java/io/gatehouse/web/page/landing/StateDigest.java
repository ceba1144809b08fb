package io.gatehouse.web.page.landing;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.text.Base64Url;

/** A digest of the install state, by which a page detects that it is out of date. It reveals nothing of the state. */
final class StateDigest {

    private static final int LENGTH = 16;

    private StateDigest() {}

    static String of(InstallState state) {
        return Base64Url.encode(Sha256.of(state.toString())).substring(0, LENGTH);
    }
}
