package io.gatehouse.install.typed;

import io.gatehouse.contract.account.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions about pending links. The primary key of account and template decides which one is open. */
@Dependent
public class TypedQuestionStore {

    /** Nobody has the account, and the user has an agent of the template that could answer there. */
    private static final String CAN_BE_ASKED = """
            not exists (select 1 from identity held where held.active_key = i.pending_key)
              and exists (
                select 1 from member u
                join organization o on o.id = u.organization_id
                join agent a on a.organization_id = u.organization_id and a.template_agent_id = ?1
                where u.user_id = i.user_id and o.archived_at is null)""";

    private static final String COLUMNS = """
            select i.pending_key, cast(i.id as varchar(36)), cast(i.user_id as varchar(36)),
                   case when m.email_verified then m.email else null end""";

    private static final String NEXT = COLUMNS + """
            , true
            from identity i
            join member m on m.id = i.member_id
            where i.pending_key in (%s) and\s""" + CAN_BE_ASKED + """

            order by i.linked_at desc, i.id desc
            fetch first 1 rows only""";

    private static final String OPEN = COLUMNS + """
            , q.greeting_connection_id is null or exists (
                select 1 from outbound_message m2
                where m2.connection_id = q.greeting_connection_id and m2.part = 0 and m2.state = 'SENT'
                  and m2.source = 'greeting:' || cast(i.id as varchar(36)))
            from typed_question q
            join identity i on i.id = q.identity_id and i.pending_key = q.account_key
            join member m on m.id = i.member_id
            where q.account_key in (%s) and q.template_agent_id = ?1 and q.asked_at > ?2 and\s""" + CAN_BE_ASKED + """

            order by q.asked_at desc
            fetch first 1 rows only""";

    /** What {@link #OPEN} does not find, by the same conditions: else it could neither be answered nor be replaced. */
    private static final String DELETE_OVER = """
            delete from typed_question
            where account_key = ?2 and template_agent_id = ?1 and (asked_at <= ?3 or not exists (
              select 1 from identity i
              where i.id = typed_question.identity_id and i.pending_key = typed_question.account_key
                and\s""" + CAN_BE_ASKED + "))";

    private final EntityManager entityManager;

    @Inject
    public TypedQuestionStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The question that was asked since then, and can still be answered. */
    Optional<TypedQuestion> open(Collection<String> accountKeys, UUID templateAgentId, Instant since) {
        Query query = entityManager.createNativeQuery(OPEN.formatted(places(accountKeys, 3)));
        query.setParameter(2, since.atOffset(ZoneOffset.UTC));
        return question(query, accountKeys, 3, templateAgentId);
    }

    /** Of the users who typed the account, the one who did so last: a question that is not asked yet. */
    Optional<TypedQuestion> next(Collection<String> accountKeys, UUID templateAgentId) {
        Query query = entityManager.createNativeQuery(NEXT.formatted(places(accountKeys, 2)));
        return question(query, accountKeys, 2, templateAgentId);
    }

    private static String places(Collection<String> keys, int from) {
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            places.append(i == 0 ? "?" : ", ?").append(from + i);
        }
        return places.toString();
    }

    private static Optional<TypedQuestion> question(
            Query query, Collection<String> accountKeys, int from, UUID templateAgentId) {
        query.setParameter(1, templateAgentId);
        int place = from;
        for (String key : accountKeys) {
            query.setParameter(place++, key);
        }
        List<?> rows = query.getResultList();
        return rows.stream().findFirst().map(row -> question((Object[]) row, templateAgentId));
    }

    private static TypedQuestion question(Object[] row, UUID templateAgentId) {
        return new TypedQuestion(
                (String) row[0],
                templateAgentId,
                UUID.fromString((String) row[1]),
                new UserId(UUID.fromString((String) row[2])),
                (String) row[3],
                Boolean.TRUE.equals(row[4]));
    }

    /**
     * Opens a question, in place of one that can not be answered any more. Of two that are opened at the same moment one is: the other waits for
     * its commit, and is not.
     *
     * @param greetingConnection by which the question goes out by itself; null where it is the answer to a message
     * @param since a question from before that time is over
     */
    boolean add(TypedQuestion question, @Nullable UUID greetingConnection, Instant now, Instant since) {
        entityManager
                .createNativeQuery(DELETE_OVER)
                .setParameter(1, question.templateAgentId())
                .setParameter(2, question.accountKey())
                .setParameter(3, since.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return entityManager
                        .createNativeQuery("insert into typed_question (account_key, template_agent_id, identity_id,"
                                + " asked_at, greeting_connection_id)"
                                + " values (?1, ?2, ?3, ?4, cast(nullif(?5, '') as uuid)) on conflict do nothing")
                        .setParameter(1, question.accountKey())
                        .setParameter(2, question.templateAgentId())
                        .setParameter(3, question.identityId())
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .setParameter(5, greetingConnection == null ? "" : greetingConnection.toString())
                        .executeUpdate()
                == 1;
    }

    /** Asks again, and keeps the question for this transaction. False if it was answered meanwhile. */
    boolean renew(TypedQuestion question, Instant now) {
        return change(question, question.identityId(), now);
    }

    /** Asks about another user in place of this one; what was said meanwhile waits on. */
    boolean replace(TypedQuestion question, UUID identityId, Instant now) {
        return change(question, identityId, now);
    }

    private boolean change(TypedQuestion question, UUID identityId, Instant now) {
        return entityManager
                        .createNativeQuery("update typed_question set identity_id = ?4, asked_at = ?5,"
                                + " greeting_connection_id = null"
                                + " where account_key = ?1 and template_agent_id = ?2 and identity_id = ?3")
                        .setParameter(1, question.accountKey())
                        .setParameter(2, question.templateAgentId())
                        .setParameter(3, question.identityId())
                        .setParameter(4, identityId)
                        .setParameter(5, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** What was said meanwhile goes with it. */
    void close(TypedQuestion question) {
        entityManager
                .createNativeQuery("delete from typed_question where account_key = ?1 and template_agent_id = ?2")
                .setParameter(1, question.accountKey())
                .setParameter(2, question.templateAgentId())
                .executeUpdate();
    }
}
