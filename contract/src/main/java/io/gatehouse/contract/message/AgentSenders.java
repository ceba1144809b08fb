package io.gatehouse.contract.message;

import java.util.Optional;

/** Finds the agents that hosts name. Says nothing about who may speak for them. */
public interface AgentSenders {

    /** Empty where no agent was registered under that user id. */
    Optional<HostedAgent> find(String userId);
}
