package io.gatehouse.install.route;

import io.gatehouse.contract.chat.ChatRoute;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The one query, by plain JDBC: it is asked for every message, and needs nothing that a persistence context offers. */
@Dependent
public class RouteStore {

    /**
     * From the account's active identity to its member, to all memberships of that user, to the agent of the template: the
     * member's own organization first, then the newest membership. Every step is one look-up in a unique index, but for the
     * memberships of one user.
     */
    static final String ROUTE = """
            select a.id, a.organization_id
            from identity i
            join member m on m.id = i.member_id
            join member u on u.user_id = m.user_id
            join organization o on o.id = u.organization_id
            join agent a on a.organization_id = u.organization_id and a.template_agent_id = ?
            where i.active_key = ? and o.archived_at is null
            order by case when u.id = m.id then 0 else 1 end, u.created_at desc, u.id desc
            fetch first 1 rows only""";

    @Resource(lookup = "java:app/jdbc/gatehouse")
    private DataSource database;

    /** For the container. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    RouteStore() {}

    public RouteStore(DataSource database) {
        this.database = database;
    }

    /** Inside a transaction, by that transaction's connection; what it has not flushed yet is not seen. */
    public Optional<ChatRoute> find(String accountKey, UUID templateAgentId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ROUTE)) {
            query.setObject(1, templateAgentId);
            query.setString(2, accountKey);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(route(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("the route cannot be looked up", e);
        }
    }

    /** As text: servers wrap result sets so that asking for another type costs a look-up by reflection. */
    private static ChatRoute route(ResultSet row) throws SQLException {
        return new ChatRoute(UUID.fromString(row.getString(1)), UUID.fromString(row.getString(2)));
    }
}
