package io.gatehouse.registry.agent;

import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.registry.AgentDirectory;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.DirectoryResult;
import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.contract.registry.DirectoryResult.Listed;
import io.gatehouse.contract.registry.HostRefusal;
import io.gatehouse.registry.agent.DirectoryStore.Filter;
import io.gatehouse.registry.agent.host.Hosts;
import io.gatehouse.registry.agent.host.Leases;
import io.gatehouse.registry.credential.token.AgentTokens;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads pages in the order of change numbers, which is the order of the commits: a reader that has seen a number has
 * seen all smaller ones.
 */
@Stateless
@Local(AgentDirectory.class)
public class AgentDirectoryBean implements AgentDirectory {

    private DirectoryStore store;
    private Hosts hosts;
    private Leases leases;
    private AgentTokens tokens;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AgentDirectoryBean() {}

    @Inject
    public AgentDirectoryBean(
            DirectoryStore store, Hosts hosts, Leases leases, AgentTokens tokens, InstantSource clock) {
        this.store = store;
        this.hosts = hosts;
        this.leases = leases;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public DirectoryResult list(CallingHost caller, Query query, PageRequest page) {
        String host = query.host() == null && !caller.isEveryHost() ? caller.name() : query.host();
        Optional<HostRefusal> refusal = host == null ? Optional.empty() : hosts.refusal(caller, host);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ChangePosition after = Objects.requireNonNullElseGet(
                page.positionCursor(ChangePosition::new), () -> ChangePosition.since(query.updatedSince()));
        Instant now = clock.instant();
        Filter filter = new Filter(hosts.organizationOf(caller), host, query.status(), now, leases.staleEdge(now));
        return list(filter, after, page.limit());
    }

    private Listed list(Filter filter, ChangePosition after, int limit) {
        // Read before the rows: a change numbered in between may be returned twice, but is not lost.
        long lastChange = store.lastChange();
        Page<DirectoryRow> rows = Page.of(store.page(filter, after, limit + 1), limit, DirectoryRow::cursor);
        Map<UUID, Integer> active =
                tokens.active(rows.items().stream().map(DirectoryRow::agentId).toList());
        Page<Entry> entries = rows.map(row -> row.entry(
                leases.statusOf(row.state(), row.leaseExpiresAt(), filter.now()),
                active.getOrDefault(row.agentId(), 0)));
        return new Listed(entries, ChangePosition.timeOf(lastChange));
    }
}
