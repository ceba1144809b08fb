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
import io.gatehouse.registry.agent.host.Bindings.Bound;
import io.gatehouse.registry.agent.host.Hosts;
import io.gatehouse.registry.credential.token.MintedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database part of registrations. Each method is one transaction and does not wait for the homeserver. */
@ApplicationScoped
@RetriedTransaction
public class Registrations {

    private Hosts hosts;
    private Identities identities;
    private Presence presence;
    private RegistrationTokens tokens;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Registrations() {}

    @Inject
    public Registrations(Hosts hosts, Identities identities, Presence presence, RegistrationTokens tokens) {
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
        Hosts.LockedHost locked = hosts.lockOrCreate(caller, name.host());
        if (!hosts.organizationOf(caller).equals(locked.host().organizationId())) {
            // Another organization created the host since the check.
            return new UnknownHost();
        }
        Optional<Identity> identity = identities.claim(locked.host().organizationId(), name, userId, displayName);
        if (identity.isEmpty()) {
            // Another name won the race for the user id. A host that was created for this agent stays, without agents.
            recordCreated(locked, caller);
            presence.recordExpiry(locked.host(), caller.actor());
            return new UserIdTaken(userId);
        }
        Agent agent = identity.get().agent();
        Bound bound = presence.begin(locked.host(), agent);
        MintedToken minted = tokens.mint(agent, caller.actor());
        recordCreated(locked, caller);
        presence.record(locked.host(), agent, identity.get().created(), bound, caller.actor());
        return new Registered(
                new AgentUserId(Objects.requireNonNull(agent.agentUserId())),
                minted.text().reveal(),
                minted.id(),
                bound.generation(),
                bound.leaseExpiresAt(),
                identity.get().created());
    }

    private void recordCreated(Hosts.LockedHost locked, CallingHost caller) {
        if (locked.created()) {
            hosts.recordCreated(locked.host(), caller.actor());
        }
    }
}
