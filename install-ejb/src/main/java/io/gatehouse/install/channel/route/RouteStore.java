package io.gatehouse.install.channel.route;

import io.gatehouse.contract.chat.ChatRoute;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The route query, in plain JDBC: it runs for every message and needs nothing from a persistence context. */
@Dependent
public class RouteStore {

    /**
     * From the account's active identity to all memberships of its user, and to the agent of the template. The
     * organization of the identity's own member comes first, then the newest membership. Every step is a lookup in a
     * covering index.
     */
    static final String ROUTE = """
            select a.id, a.organization_id
            from identity i
            join member u on u.user_id = i.user_id
            join organization o on o.id = u.organization_id
            join agent a on a.organization_id = u.organization_id and a.template_agent_id = ?
            where i.active_key = ? and o.archived_at is null
            order by case when u.id = i.member_id then 0 else 1 end, u.created_at desc, u.id desc
            fetch first 1 rows only""";

    /** The same for many accounts; each row contains the number of its question, from 1. */
    static final String ROUTES = """
            select distinct on (q.n) q.n, a.id, a.organization_id,
              case when u.id = i.member_id then 0 else 1 end as place, u.created_at, u.id as membership
            from unnest(cast(? as varchar array), cast(? as uuid array)) with ordinality as q(account, template, n)
            join identity i on i.active_key = q.account
            join member u on u.user_id = i.user_id
            join organization o on o.id = u.organization_id
            join agent a on a.organization_id = u.organization_id and a.template_agent_id = q.template
            where o.archived_at is null
            order by q.n, place, u.created_at desc, membership desc""";

    private final DataSource database;

    @Inject
    public RouteStore(DataSource database) {
        this.database = database;
    }

    /**
     * Returns the route of one account. Inside a transaction it uses that transaction's connection; changes that are
     * not flushed yet are not visible.
     */
    public Optional<ChatRoute> find(String accountKey, UUID templateAgentId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ROUTE)) {
            query.setObject(1, templateAgentId);
            query.setString(2, accountKey);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(route(rows, 1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("the route cannot be looked up", e);
        }
    }

    /** Returns the routes of many accounts, in the order of the questions. Must be called outside of transactions. */
    List<Optional<ChatRoute>> findAll(List<Question> questions) {
        if (questions.size() == 1) {
            return List.of(find(questions.get(0).accountKey(), questions.get(0).templateAgentId()));
        }
        List<Optional<ChatRoute>> answers = new ArrayList<>(Collections.nCopies(questions.size(), Optional.empty()));
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ROUTES)) {
            Object[] accounts = questions.stream().map(Question::accountKey).toArray();
            Object[] templates =
                    questions.stream().map(Question::templateAgentId).toArray();
            query.setArray(1, connection.createArrayOf("varchar", accounts));
            query.setArray(2, connection.createArrayOf("uuid", templates));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    answers.set(rows.getInt(1) - 1, Optional.of(route(rows, 2)));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new PersistenceException("routes cannot be looked up", e);
        }
    }

    /** Read as text: the servers' wrappers of result sets make every other type cost a lookup by reflection. */
    private static ChatRoute route(ResultSet row, int column) throws SQLException {
        return new ChatRoute(UUID.fromString(row.getString(column)), UUID.fromString(row.getString(column + 1)));
    }

    /** Asks for the agent of a template that an account's messages are routed to. */
    record Question(String accountKey, UUID templateAgentId) {}
}
