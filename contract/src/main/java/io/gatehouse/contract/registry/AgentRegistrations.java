package io.gatehouse.contract.registry;

import org.jspecify.annotations.Nullable;

/** Registers the agents that hosts run. */
public interface AgentRegistrations {

    /**
     * Registers an agent, or registers it again: its identity stays, its generation rises, a fresh token is minted and
     * the earlier ones run out. Renews the lease of its host. Of two names that make the same user id, the first that
     * is registered has it, also when they race.
     *
     * @param displayName null to leave it as it is
     */
    RegistrationResult register(CallingHost caller, AgentName name, @Nullable String displayName);
}
