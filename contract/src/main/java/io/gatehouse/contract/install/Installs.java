package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import java.util.UUID;

/** Installs templates for users who are signed in. */
public interface Installs {

    /**
     * Installs a template in the user's personal organization, or brings the mirror of an installed one up to date.
     * Everything commits together or not at all, but for the phone, whose fault is reported beside the install.
     */
    InstallResult install(InstallCommand command);

    /** Brings the mirror of an installed agent up to date with its template. */
    InstallResult resync(UserId user, UUID agentId);
}
