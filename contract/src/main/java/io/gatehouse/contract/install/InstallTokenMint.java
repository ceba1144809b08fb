package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import org.jspecify.annotations.Nullable;

/** Mints install tokens. Writes no row, and looks nothing up but the template and its connections. */
public interface InstallTokenMint {

    /**
     * @param template the template agent's id, or the slug of the organization that publishes it
     * @param platform where the token is to be sent from, as on the wire; null for anywhere
     */
    MintResult mint(UserId user, String template, @Nullable String platform);
}
