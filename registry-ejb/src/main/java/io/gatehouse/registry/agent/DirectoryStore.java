package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.domain.host.BindingState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registered agents with their bindings, in the order of the changes. Reads committed rows and locks nothing. */
@Dependent
class DirectoryStore {

    private static final String ROWS =
            "select a.id, a.agentUserId, a.alias, a.host, a.name, b.id, b.state, b.generation, b.lastSeenAt,"
                    + " b.changeNumber, h.lastSeenAt, h.leaseExpiresAt"
                    + " from Binding b, Agent a, Host h where a.id = b.agentId and h.id = b.hostId"
                    + " and h.organizationId = :organization and b.changeNumber >= :number";

    private final EntityManager entities;

    @Inject
    DirectoryStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Selects the rows to list.
     *
     * @param host null for all hosts of the organization
     * @param status null for any status
     * @param staleEdge a lease that ended at or before this time no longer keeps a binding stale: it is retired
     */
    record Filter(
            UUID organization,
            @Nullable String host,
            @Nullable AgentStatus status,
            Instant now,
            Instant staleEdge) {}

    /** The number of the last committed change. */
    long lastChange() {
        return ((Number) entities.createNativeQuery("select last_change from binding_clock where id = 1")
                        .getSingleResult())
                .longValue();
    }

    List<DirectoryRow> page(Filter filter, ChangePosition after, int limit) {
        UUID afterBinding = after.bindingId();
        TypedQuery<Object[]> query = entities.createQuery(
                        ROWS
                                + (filter.host() == null ? "" : " and h.name = :host")
                                + (afterBinding == null ? "" : " and (b.changeNumber > :since or b.id > :binding)")
                                + condition(filter.status())
                                + " order by b.changeNumber, b.id",
                        Object[].class)
                .setParameter("organization", filter.organization())
                .setParameter("number", afterBinding == null ? after.number() + 1 : after.number())
                .setMaxResults(limit);
        if (filter.host() != null) {
            query.setParameter("host", filter.host());
        }
        if (afterBinding != null) {
            query.setParameter("since", after.number()).setParameter("binding", afterBinding);
        }
        bind(query, filter);
        return query.getResultStream().map(DirectoryStore::row).toList();
    }

    /** The JPQL equivalent of {@link io.gatehouse.registry.agent.host.Leases#statusOf}. */
    private static String condition(@Nullable AgentStatus status) {
        if (status == null) {
            return "";
        }
        return switch (status) {
            case ACTIVE -> " and b.state = :active and h.leaseExpiresAt > :now";
            case STALE ->
                " and (b.state = :stale or b.state = :active and h.leaseExpiresAt <= :now)"
                        + " and h.leaseExpiresAt > :edge";
            case RETIRED -> " and (b.state = :retired or h.leaseExpiresAt <= :edge)";
        };
    }

    private static void bind(TypedQuery<Object[]> query, Filter filter) {
        AgentStatus status = filter.status();
        if (status == null) {
            return;
        }
        if (status == AgentStatus.RETIRED) {
            query.setParameter("retired", BindingState.RETIRED).setParameter("edge", filter.staleEdge());
            return;
        }
        query.setParameter("active", BindingState.ACTIVE).setParameter("now", filter.now());
        if (status == AgentStatus.STALE) {
            query.setParameter("stale", BindingState.STALE).setParameter("edge", filter.staleEdge());
        }
    }

    private static DirectoryRow row(Object[] columns) {
        return new DirectoryRow(
                (UUID) columns[0],
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                (String) columns[4],
                (UUID) columns[5],
                (BindingState) columns[6],
                (Long) columns[7],
                (Instant) columns[8],
                (Long) columns[9],
                (Instant) columns[10],
                (Instant) columns[11]);
    }
}
