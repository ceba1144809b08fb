package io.gatehouse.install.route;

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

/** The one query, by plain JDBC: it is asked for every message, and needs nothing that a persistence context offers. */
@Dependent
public class RouteStore {

    /**
     * From the account's active identity to all memberships of its user, to the agent of the template: the organization of
     * the identity's own member first, then the newest membership. Every step is one look-up in an index that holds all that
     * it needs.
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

    /** The same of many accounts at once; its rows name the question that they answer, from 1. */
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

    /** Inside a transaction, by that transaction's connection; what it has not flushed yet is not seen. */
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

    /** Outside of transactions: each question by its account's key and its template; the answers in the same order. */
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

    /** As text: servers wrap result sets so that asking for another type costs a look-up by reflection. */
    private static ChatRoute route(ResultSet row, int column) throws SQLException {
        return new ChatRoute(UUID.fromString(row.getString(column)), UUID.fromString(row.getString(column + 1)));
    }

    /** Which agent of a template an account's messages go to. */
    record Question(String accountKey, UUID templateAgentId) {}
}
