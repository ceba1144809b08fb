package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assigns user ids to agents, for good. */
@Dependent
class Identities {

    private final AgentStore store;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    Identities(AgentStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param created whether the agent did not exist before */
    record Identity(Agent agent, boolean created) {}

    /**
     * Returns the user id that the name already has, even if the server name was different then; otherwise the wanted
     * one; empty if another name has that.
     */
    Optional<AgentUserId> userIdOf(AgentName name, AgentUserId wanted) {
        Optional<Agent> known = store.find(name);
        if (known.isPresent()) {
            return known.map(agent -> new AgentUserId(Objects.requireNonNull(agent.agentUserId())));
        }
        // Read after the name: a concurrent registration may have given the id to this name meanwhile.
        return store.find(wanted).filter(owner -> !isNamed(owner, name)).isPresent()
                ? Optional.empty()
                : Optional.of(wanted);
    }

    private static boolean isNamed(Agent agent, AgentName name) {
        return name.alias().equals(agent.alias()) && name.host().equals(agent.host());
    }

    /** Returns empty if another name has the user id. */
    Optional<Identity> claim(UUID organizationId, AgentName name, AgentUserId userId, @Nullable String displayName) {
        boolean created = store.insert(ids.next(), organizationId, name, userId, displayName, clock.instant());
        Optional<Agent> agent = store.find(name);
        if (displayName != null) {
            agent.filter(found -> !displayName.equals(found.name())).ifPresent(found -> found.rename(displayName));
        }
        return agent.map(found -> new Identity(found, created));
    }
}
