package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import java.util.UUID;

/** Installs templates for signed-in users. */
public interface Installs {

    /**
     * Installs a template in the user's personal organization, or updates the mirror of an installed one. All changes
     * commit together, except the phone's, whose fault is reported beside the install.
     */
    InstallResult install(InstallCommand command);

    /** Updates the mirror of an installed agent from its template. */
    InstallResult resync(UserId user, UUID agentId);
}
