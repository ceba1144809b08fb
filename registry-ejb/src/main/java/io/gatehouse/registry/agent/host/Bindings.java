package io.gatehouse.registry.agent.host;

import io.gatehouse.domain.host.Binding;
import io.gatehouse.domain.host.Host;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Binds agents to hosts. The caller has locked the host's row. */
@Dependent
public class Bindings {

    private final BindingStore store;
    private final Leases leases;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Bindings(BindingStore store, Leases leases, Ids ids, InstantSource clock) {
        this.store = store;
        this.leases = leases;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param generation identifies this registration among all on the host
     * @param leaseExpiresAt when the host's renewed lease expires
     */
    public record Bound(long generation, Instant leaseExpiresAt) {}

    /** Makes the agent's binding active, whatever its state was, under the next generation. */
    public Bound bind(Host host, UUID agentId) {
        Instant now = clock.instant();
        long generation = host.nextGeneration();
        if (!store.registerAgain(agentId, generation, now)) {
            store.add(new Binding(ids.next(), agentId, host.id(), generation, now));
        }
        return new Bound(generation, leases.renew(host));
    }

    /** The generation of the agent's last registration on its host; 0 if it was never bound. */
    public long generationOf(UUID agentId) {
        return store.generationOf(agentId);
    }

    /** Returns false if the agent is not bound, or already retired. */
    public boolean retire(Host host, UUID agentId) {
        Instant seen = host.lastSeenAt();
        return seen != null && store.retire(agentId, seen);
    }
}
