package io.gatehouse.registry.agent;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.registry.host.BindingChanges;
import io.gatehouse.registry.host.Bindings;
import io.gatehouse.registry.host.Bindings.Bound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;

/** That an agent runs from its registration on. */
@ApplicationScoped
class Presence {

    @Inject
    Bindings bindings;

    @Inject
    BindingChanges changes;

    @Inject
    AuditTrail audit;

    Bound begin(Host host, Agent agent) {
        return bindings.bind(host, agent.id());
    }

    /** Appends the event; nothing may come after it but the commit. */
    void record(Host host, Agent agent, boolean created, Bound bound, String actor) {
        audit.append(new AuditEntry(
                agent.organizationId(),
                actor,
                created ? "agent.registered" : "agent.registered-again",
                "agent:" + agent.id(),
                Map.of(
                        "host", host.name(),
                        "agentUserId", Objects.requireNonNull(agent.agentUserId()),
                        "generation", String.valueOf(bound.generation()))));
        changes.endRegistration(host, actor, agent.id());
    }

    /** Nothing was begun; what lapsed before is recorded all the same. */
    void recordLapses(Host host, String actor) {
        changes.end(host, actor);
    }
}
