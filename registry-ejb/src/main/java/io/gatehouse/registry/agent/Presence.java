package io.gatehouse.registry.agent;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.registry.host.BindingChanges;
import io.gatehouse.registry.host.Bindings;
import io.gatehouse.registry.host.Bindings.Bound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That an agent runs from its registration until its revocation. Its host's row is locked. */
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

    /** Whether that is the agent's last registration; null for whichever it is. */
    boolean isMeant(Agent agent, @Nullable Long generation) {
        return generation == null || generation == bindings.generationOf(agent.id());
    }

    /** False if the agent was retired before. */
    boolean end(Host host, Agent agent) {
        return bindings.retire(host, agent.id());
    }

    /** Appends the event; nothing may come after it but the commit. */
    void record(Host host, Agent agent, boolean created, Bound bound, String actor) {
        append(host, agent, created ? "agent.registered" : "agent.registered-again", bound.generation(), actor);
        changes.endBut(agent.id(), host, actor);
    }

    /** The same of an end. */
    void recordEnd(Host host, Agent agent, boolean ended, String actor) {
        if (ended) {
            append(host, agent, "agent.revoked", bindings.generationOf(agent.id()), actor);
        }
        changes.endBut(agent.id(), host, actor);
    }

    /** Nothing was begun or ended; what lapsed before is recorded all the same. */
    void recordLapses(Host host, String actor) {
        changes.end(host, actor);
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
