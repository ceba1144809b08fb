package io.gatehouse.registry.agent;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.contract.registry.ServingResult;
import io.gatehouse.contract.registry.ServingResult.ServedBy;
import io.gatehouse.contract.registry.ServingResult.ServedByNobody;
import io.gatehouse.contract.registry.ServingResult.UnknownAgent;
import io.gatehouse.contract.registry.ServingResult.UnknownTemplate;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.agent.host.Hosts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the only column of a template that the registry owns (ADR 0040). */
@ApplicationScoped
@RetriedTransaction
public class ServingAgentsBean implements ServingAgents {

    private ServingStore store;
    private AgentStore agents;
    private Hosts hosts;
    private AuditTrail audit;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ServingAgentsBean() {}

    @Inject
    public ServingAgentsBean(ServingStore store, AgentStore agents, Hosts hosts, AuditTrail audit) {
        this.store = store;
        this.agents = agents;
        this.hosts = hosts;
        this.audit = audit;
    }

    @Override
    public ServingResult serve(UUID templateAgentId, @Nullable AgentUserId agentUserId, String actor) {
        Optional<Agent> template = store.lockTemplate(templateAgentId);
        if (template.isEmpty()) {
            return new UnknownTemplate();
        }
        if (agentUserId == null) {
            change(template.get(), null, actor);
            return new ServedByNobody();
        }
        Optional<Agent> agent = agents.find(agentUserId).filter(found -> mayServe(found, template.get()));
        if (agent.isEmpty()) {
            return new UnknownAgent();
        }
        change(template.get(), agent.get(), actor);
        return new ServedBy(new ServingAgent(agent.get().id(), agentUserId));
    }

    @Override
    public Optional<ServingAgent> servingAgentOf(UUID templateAgentId) {
        return store.servingAgentOf(templateAgentId);
    }

    private boolean mayServe(Agent agent, Agent template) {
        return agent.organizationId().equals(template.organizationId())
                || agent.organizationId().equals(hosts.operatorOrganization());
    }

    private void change(Agent template, @Nullable Agent agent, String actor) {
        UUID agentId = agent == null ? null : agent.id();
        if (Objects.equals(template.servedByAgentId(), agentId)) {
            return;
        }
        template.serveBy(agentId);
        audit.append(new AuditEntry(
                template.organizationId(),
                actor,
                agent == null ? "template.served-by-nobody" : "template.served",
                "agent:" + template.id(),
                agent == null ? Map.of() : Map.of("by", "agent:" + agentId, "agentUserId", userId(agent))));
    }

    private static String userId(Agent agent) {
        return Objects.requireNonNull(agent.agentUserId());
    }
}
