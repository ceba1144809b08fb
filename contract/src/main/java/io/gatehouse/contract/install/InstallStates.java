package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import java.util.UUID;

/** Tells where users stand. */
public interface InstallStates {

    InstallState of(UserId user, UUID templateAgentId);
}
