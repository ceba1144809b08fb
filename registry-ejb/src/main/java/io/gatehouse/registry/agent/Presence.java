package io.gatehouse.registry.agent;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.registry.agent.host.BindingChanges;
import io.gatehouse.registry.agent.host.Bindings;
import io.gatehouse.registry.agent.host.Bindings.Bound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records that an agent is running, from its registration to its revocation. The caller has locked the host's row. */
@Dependent
class Presence {

    private final Bindings bindings;
    private final BindingChanges changes;
    private final AuditTrail audit;

    @Inject
    Presence(Bindings bindings, BindingChanges changes, AuditTrail audit) {
        this.bindings = bindings;
        this.changes = changes;
        this.audit = audit;
    }

    Bound begin(Host host, Agent agent) {
        return bindings.bind(host, agent.id());
    }

    /** Whether this is the generation of the agent's last registration. Null stands for any generation. */
    boolean isCurrent(Agent agent, @Nullable Long generation) {
        return generation == null || generation == bindings.generationOf(agent.id());
    }

    /** Returns false if the agent was already retired. */
    boolean end(Host host, Agent agent) {
        return bindings.retire(host, agent.id());
    }

    /** Appends the event. Must be the last action before the commit. */
    void record(Host host, Agent agent, boolean created, Bound bound, String actor) {
        append(host, agent, created ? "agent.registered" : "agent.registered-again", bound.generation(), actor);
        changes.completeExcept(agent.id(), host, actor);
    }

    /** Appends the event of a revocation. Must be the last action before the commit. */
    void recordEnd(Host host, Agent agent, boolean ended, String actor) {
        if (ended) {
            append(host, agent, "agent.revoked", bindings.generationOf(agent.id()), actor);
        }
        changes.completeExcept(agent.id(), host, actor);
    }

    /** Records bindings that expired before, when the call itself changed nothing. */
    void recordExpiry(Host host, String actor) {
        changes.complete(host, actor);
    }

    private void append(Host host, Agent agent, String action, long generation, String actor) {
        audit.append(new AuditEntry(
                agent.organizationId(),
                actor,
                action,
                "agent:" + agent.id(),
                Map.of(
                        "host", host.name(),
                        "agentUserId", Objects.requireNonNull(agent.agentUserId()),
                        "generation", String.valueOf(generation))));
    }
}
