package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import org.jspecify.annotations.Nullable;

/** Mints install tokens. Writes no row, and reads only the template and its connections. */
public interface InstallTokenMint {

    /**
     * @param template the template agent's id, or the slug of the organization that publishes it
     * @param platform the platform that the token will be sent from (wire name); null for any
     */
    MintResult mint(UserId user, String template, @Nullable String platform);
}
