package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentRevocations;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.HostRefusal.HostMismatch;
import io.gatehouse.contract.registry.RevocationResult;
import io.gatehouse.contract.registry.RevocationResult.Revoked;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.agent.host.Hosts;
import io.gatehouse.registry.credential.token.AgentTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs one transaction per call. If there is nothing to revoke, the result does not say why. */
@ApplicationScoped
@RetriedTransaction
public class AgentRevocationsBean implements AgentRevocations {

    private static final Revoked NOTHING = new Revoked(0);

    private Hosts hosts;
    private AgentStore agents;
    private Presence presence;
    private AgentTokens tokens;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AgentRevocationsBean() {}

    @Inject
    public AgentRevocationsBean(Hosts hosts, AgentStore agents, Presence presence, AgentTokens tokens) {
        this.hosts = hosts;
        this.agents = agents;
        this.presence = presence;
        this.tokens = tokens;
    }

    @Override
    public RevocationResult revoke(CallingHost caller, AgentName name, @Nullable Long generation) {
        if (!caller.mayActFor(name.host())) {
            return new HostMismatch();
        }
        return hosts.refusal(caller, name.host()).isPresent() ? NOTHING : revoke(name, generation, caller.actor());
    }

    @Override
    public RevocationResult revoke(CallingHost caller, AgentUserId userId, @Nullable Long generation) {
        Optional<AgentName> name = nameOf(caller, userId);
        return name.isEmpty() ? NOTHING : revoke(caller, name.get(), generation);
    }

    @Override
    public RevocationResult revokeToken(CallingHost caller, AgentName name, UUID tokenId) {
        if (!caller.mayActFor(name.host())) {
            return new HostMismatch();
        }
        return hosts.refusal(caller, name.host()).isEmpty()
                        && agents.find(name)
                                .filter(agent -> tokens.revoke(agent, tokenId, caller.actor()))
                                .isPresent()
                ? new Revoked(1)
                : NOTHING;
    }

    @Override
    public RevocationResult revokeToken(CallingHost caller, AgentUserId userId, UUID tokenId) {
        Optional<AgentName> name = nameOf(caller, userId);
        return name.isEmpty() ? NOTHING : revokeToken(caller, name.get(), tokenId);
    }

    /** Locks the host first, so that a concurrent registration happens entirely before or after. */
    private Revoked revoke(AgentName name, @Nullable Long generation, String actor) {
        Host host = hosts.lock(name.host()).orElseThrow();
        Optional<Agent> agent = agents.find(name);
        if (agent.isEmpty() || !presence.isCurrent(agent.get(), generation)) {
            presence.recordExpiry(host, actor);
            return NOTHING;
        }
        boolean ended = presence.end(host, agent.get());
        int revoked = tokens.revokeAll(agent.get(), actor);
        presence.recordEnd(host, agent.get(), ended, actor);
        return new Revoked(revoked);
    }

    /** Returns empty if there is no such agent, or it belongs to another organization. */
    private Optional<AgentName> nameOf(CallingHost caller, AgentUserId userId) {
        return agents.find(userId)
                .filter(agent -> agent.organizationId().equals(hosts.organizationOf(caller)))
                .map(agent ->
                        new AgentName(Objects.requireNonNull(agent.alias()), Objects.requireNonNull(agent.host())));
    }
}
