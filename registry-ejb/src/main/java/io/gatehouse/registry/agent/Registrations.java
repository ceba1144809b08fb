package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.HostRefusal;
import io.gatehouse.contract.registry.HostRefusal.UnknownHost;
import io.gatehouse.contract.registry.RegistrationResult;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.RegistrationResult.UserIdTaken;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.agent.Identities.Identity;
import io.gatehouse.registry.host.Bindings.Bound;
import io.gatehouse.registry.host.Hosts;
import io.gatehouse.registry.token.MintedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database's part of registrations: one transaction each, in which the homeserver is not waited for. */
@ApplicationScoped
@RetriedTransaction
public class Registrations {

    private Hosts hosts;
    private Identities identities;
    private Presence presence;
    private FreshTokens tokens;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Registrations() {}

    @Inject
    public Registrations(Hosts hosts, Identities identities, Presence presence, FreshTokens tokens) {
        this.hosts = hosts;
        this.identities = identities;
        this.presence = presence;
        this.tokens = tokens;
    }

    /** See {@link Hosts#refusalToRegister}. */
    public Optional<HostRefusal> refusal(CallingHost caller, String host) {
        return hosts.refusalToRegister(caller, host);
    }

    /** See {@link Identities#userIdOf}. */
    public Optional<AgentUserId> userIdOf(AgentName name, AgentUserId wanted) {
        return identities.userIdOf(name, wanted);
    }

    public RegistrationResult register(
            CallingHost caller, AgentName name, AgentUserId userId, @Nullable String displayName) {
        Hosts.AtWork atWork = hosts.lockOrMake(caller, name.host());
        if (!hosts.organizationOf(caller).equals(atWork.host().organizationId())) {
            // Made by another organization since it was asked for.
            return new UnknownHost();
        }
        Optional<Identity> identity = identities.claim(atWork.host().organizationId(), name, userId, displayName);
        if (identity.isEmpty()) {
            // Another name won the race for the id. A host that was made for this one stays, without agents.
            recordMade(atWork, caller);
            presence.recordLapses(atWork.host(), caller.actor());
            return new UserIdTaken(userId);
        }
        Agent agent = identity.get().agent();
        Bound bound = presence.begin(atWork.host(), agent);
        MintedToken minted = tokens.mint(agent, caller.actor());
        recordMade(atWork, caller);
        presence.record(atWork.host(), agent, identity.get().created(), bound, caller.actor());
        return new Registered(
                new AgentUserId(Objects.requireNonNull(agent.agentUserId())),
                minted.text().reveal(),
                minted.id(),
                bound.generation(),
                bound.leaseExpiresAt(),
                identity.get().created());
    }

    private void recordMade(Hosts.AtWork atWork, CallingHost caller) {
        if (atWork.made()) {
            hosts.recordMade(atWork.host(), caller.actor());
        }
    }
}
