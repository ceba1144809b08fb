package io.gatehouse.contract.registry;

import org.jspecify.annotations.Nullable;

/** Registers the agents that hosts run. */
public interface AgentRegistrations {

    /**
     * Registers an agent for the first time or again. On a repeated registration its identity stays, its generation
     * rises, a new token is minted and earlier ones expire after the overlap. Renews the lease of its host. If two
     * names form the same user id, the first registration gets it, also in a race.
     *
     * @param displayName null to leave it unchanged
     */
    RegistrationResult register(CallingHost caller, AgentName name, @Nullable String displayName);
}
