package io.gatehouse.contract.message;

import java.util.Optional;

/** Finds the agents that hosts name. Does not check who may act for them. */
public interface AgentSenders {

    /** Returns empty if no agent is registered under the user id. */
    Optional<HostedAgent> find(String userId);
}
