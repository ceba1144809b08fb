package io.gatehouse.install.route;

import io.gatehouse.contract.chat.ChatRoute;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one query. */
@Dependent
public class RouteStore {

    /**
     * From the account's active identity to its member, to all memberships of that user, to the agent of the template: the
     * member's own organization first, then the newest membership. Every step is one look-up in a unique index, but for the
     * memberships of one user. The ids come as text: of a native query's UUIDs each provider makes something else.
     */
    static final String ROUTE = """
            select cast(a.id as varchar(36)), cast(a.organization_id as varchar(36))
            from identity i
            join member m on m.id = i.member_id
            join member u on u.user_id = m.user_id
            join organization o on o.id = u.organization_id
            join agent a on a.organization_id = u.organization_id and a.template_agent_id = ?2
            where i.active_key = ?1 and o.archived_at is null
            order by case when u.id = m.id then 0 else 1 end, u.created_at desc, u.id desc
            fetch first 1 rows only""";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** For the container. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    RouteStore() {}

    public RouteStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Optional<ChatRoute> find(String accountKey, UUID templateAgentId) {
        List<?> rows = entityManager
                .createNativeQuery(ROUTE)
                .setParameter(1, accountKey)
                .setParameter(2, templateAgentId)
                .getResultList();
        return rows.stream().findFirst().map(row -> route((Object[]) row));
    }

    private static ChatRoute route(Object[] row) {
        return new ChatRoute(UUID.fromString((String) row[0]), UUID.fromString((String) row[1]));
    }
}
