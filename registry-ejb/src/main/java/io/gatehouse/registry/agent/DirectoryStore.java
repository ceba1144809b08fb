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

/** Registered agents with what is bound of them, in the order of the changes. Reads what is committed, and locks nothing. */
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
     * Which of them are listed.
     *
     * @param host null for all of the organization's
     * @param status null for any
     * @param staleEdge leases that ran out until then no longer hold what is stale
     */
    record Filter(
            UUID organization,
            @Nullable String host,
            @Nullable AgentStatus status,
            Instant now,
            Instant staleEdge) {}

    /** The number of the last change that is committed. */
    long lastChange() {
        return ((Number) entities.createNativeQuery("select last_change from binding_clock where id = 1")
                        .getSingleResult())
                .longValue();
    }

    List<DirectoryRow> page(Filter filter, ChangePosition after, int limit) {
        UUID behind = after.bindingId();
        TypedQuery<Object[]> query = entities.createQuery(
                        ROWS
                                + (filter.host() == null ? "" : " and h.name = :host")
                                + (behind == null ? "" : " and (b.changeNumber > :since or b.id > :behind)")
                                + condition(filter.status())
                                + " order by b.changeNumber, b.id",
                        Object[].class)
                .setParameter("organization", filter.organization())
                .setParameter("number", behind == null ? after.number() + 1 : after.number())
                .setMaxResults(limit);
        if (filter.host() != null) {
            query.setParameter("host", filter.host());
        }
        if (behind != null) {
            query.setParameter("since", after.number()).setParameter("behind", behind);
        }
        bind(query, filter);
        return query.getResultStream().map(DirectoryStore::row).toList();
    }

    /** The same as {@link io.gatehouse.registry.host.Leases#statusOf}, for the database. */
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
