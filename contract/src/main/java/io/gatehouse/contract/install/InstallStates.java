package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import java.util.UUID;

/** Reads the state of installs. */
public interface InstallStates {

    InstallState of(UserId user, UUID templateAgentId);
}
