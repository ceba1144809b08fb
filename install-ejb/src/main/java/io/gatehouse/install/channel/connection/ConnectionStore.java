package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.AgentKind;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connections, and the memberships that decide who administers them. */
@Dependent
public class ConnectionStore {

    private static final String ADMINISTERED = "select m.organizationId from Member m, Organization o"
            + " where m.userId = :user and m.role in :roles and o.id = m.organizationId and o.archivedAt is null";

    private final EntityManager entityManager;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public ConnectionStore(EntityManager entityManager, Ids ids, InstantSource clock) {
        this.entityManager = entityManager;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates a connection that is not stored until {@link #add}. */
    Connection create(Agent template, Platform platform, String name, @Nullable String address) {
        return new Connection(
                ids.next(), template.organizationId(), platform, template.id(), name, address, clock.instant());
    }

    void add(Connection connection) {
        entityManager.persist(connection);
        entityManager.flush();
    }

    /** @param user restricts the result to the organizations that the user administers; null for no restriction */
    Optional<Connection> find(@Nullable UserId user, UUID id) {
        return page(user, " and c.id = :id", id, 1).stream().findFirst();
    }

    /**
     * As {@link #find}, and locks the row until the transaction ends, so that the second of two concurrent changes sees
     * the first.
     */
    Optional<Connection> lock(@Nullable UserId user, UUID id) {
        Optional<Connection> found = find(user, id);
        found.ifPresent(connection -> entityManager.refresh(connection, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** Returns the connection, of any organization. */
    Optional<Connection> get(UUID id) {
        return Optional.ofNullable(entityManager.find(Connection.class, id));
    }

    /** Returns the enabled connections of a platform, oldest first. */
    List<Connection> enabled(Platform platform) {
        return entityManager
                .createQuery(
                        "select c from Connection c where c.platform = :platform and c.enabled = true order by c.id",
                        Connection.class)
                .setParameter("platform", platform)
                .getResultList();
    }

    /**
     * Returns the connections of a platform with this address, enabled or not, oldest first. Locks the rows until the
     * transaction ends.
     */
    List<Connection> lockAt(Platform platform, String address) {
        return entityManager
                .createQuery(
                        "select c from Connection c where c.platform = :platform and c.address = :address order by c.id",
                        Connection.class)
                .setParameter("platform", platform)
                .setParameter("address", address)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Lists the connections newest first, by descending id: ids grow with time. */
    List<Connection> list(@Nullable UserId user, @Nullable UUID before, int limit) {
        return page(user, before == null ? "" : " and c.id < :id", before, limit);
    }

    private List<Connection> page(@Nullable UserId user, String condition, @Nullable UUID id, int limit) {
        String scope = user == null ? "1 = 1" : "c.organizationId in (" + ADMINISTERED + ")";
        TypedQuery<Connection> query = entityManager.createQuery(
                "select c from Connection c where " + scope + condition + " order by c.id desc", Connection.class);
        if (user != null) {
            bindAdministrator(query, user);
        }
        if (id != null) {
            query.setParameter("id", id);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** Deletes the row, and all rows that refer to it by their foreign keys ({@code on delete cascade}). */
    void remove(Connection connection) {
        entityManager.remove(connection);
        entityManager.flush();
    }

    Optional<Agent> template(UUID id) {
        return Optional.ofNullable(entityManager.find(Agent.class, id)).filter(Agent::isTemplate);
    }

    /** Returns the oldest template of the organization. */
    Optional<Agent> template(String slug) {
        return entityManager
                .createQuery("""
                        select a from Agent a, Organization o
                        where o.slug = :slug and a.organizationId = o.id and a.kind = :kind
                        order by a.createdAt, a.id""", Agent.class)
                .setParameter("slug", slug)
                .setParameter("kind", AgentKind.TEMPLATE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<UUID> administeredBy(UserId user) {
        TypedQuery<UUID> query = entityManager.createQuery(ADMINISTERED, UUID.class);
        bindAdministrator(query, user);
        return query.getResultList();
    }

    boolean administers(UserId user, UUID organizationId) {
        TypedQuery<UUID> query = entityManager
                .createQuery(ADMINISTERED + " and o.id = :organization", UUID.class)
                .setParameter("organization", organizationId);
        bindAdministrator(query, user);
        return !query.getResultList().isEmpty();
    }

    private static void bindAdministrator(TypedQuery<?> query, UserId user) {
        query.setParameter("user", user.value()).setParameter("roles", EnumSet.of(Role.OWNER, Role.ADMIN));
    }
}
