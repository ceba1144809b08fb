package io.gatehouse.install.claim.typed;

import io.gatehouse.contract.account.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Questions about pending links. The primary key of account and template allows one open question for each chat. */
@Dependent
public class TypedQuestionStore {

    /**
     * The account has no active link, it has not declined this user recently, and the user has an agent of the template
     * that could reply there.
     */
    private static final String CAN_BE_ASKED = """
            not exists (select 1 from identity held where held.active_key = i.pending_key)
              and not exists (
                select 1 from identity refused
                where refused.member_id = i.member_id and refused.namespace = i.namespace
                  and refused.match_key = i.match_key
                  and refused.unlink_reason = 'REPLIED_NO' and refused.unlinked_at > ?2)
              and exists (
                select 1 from member u
                join organization o on o.id = u.organization_id
                join agent a on a.organization_id = u.organization_id and a.template_agent_id = ?1
                where u.user_id = i.user_id and o.archived_at is null)""";

    private static final String COLUMNS = """
            select i.pending_key, cast(i.id as varchar(36)), cast(i.user_id as varchar(36)),
                   case when m.email_verified then m.email else null end""";

    private static final String PENDING = COLUMNS + """
            , true
            from identity i
            join member m on m.id = i.member_id
            where i.pending_key in (%s) and\s""" + CAN_BE_ASKED + """

            order by i.linked_at desc, i.id desc
            fetch first 1000 rows only""";

    private static final String OPEN = COLUMNS + """
            , q.greeting_connection_id is null or exists (
                select 1 from outbound_message m2
                where m2.connection_id = q.greeting_connection_id and m2.part = 0 and m2.state = 'SENT'
                  and m2.source = 'greeting:' || cast(i.id as varchar(36)))
            from typed_question q
            join identity i on i.id = q.identity_id and i.pending_key = q.account_key
            join member m on m.id = i.member_id
            where q.account_key in (%s) and q.template_agent_id = ?1 and q.asked_at > ?3 and\s""" + CAN_BE_ASKED + """

            order by q.asked_at desc
            fetch first 1 rows only""";

    /**
     * Deletes by the same conditions the question that {@link #OPEN} does not find: otherwise it could neither be
     * answered nor replaced.
     */
    private static final String DELETE_EXPIRED = """
            delete from typed_question
            where account_key = ?4 and template_agent_id = ?1 and (asked_at <= ?3 or not exists (
              select 1 from identity i
              where i.id = typed_question.identity_id and i.pending_key = typed_question.account_key
                and\s""" + CAN_BE_ASKED + "))";

    private final EntityManager entityManager;

    @Inject
    public TypedQuestionStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Returns the question that was asked last and can still be answered. */
    Optional<TypedQuestion> open(Collection<String> accountKeys, UUID templateAgentId, Instant now) {
        Query query = query(OPEN, accountKeys, 4, templateAgentId, now);
        query.setParameter(3, expiredBefore(now));
        return questions(query, templateAgentId).stream().findFirst();
    }

    /** Returns the questions that can be asked, that of the user who entered an account last first. */
    Optional<PendingQuestions> pending(Collection<String> accountKeys, UUID templateAgentId, Instant now) {
        List<TypedQuestion> questions =
                questions(query(PENDING, accountKeys, 3, templateAgentId, now), templateAgentId);
        return questions.isEmpty() ? Optional.empty() : Optional.of(new PendingQuestions(questions));
    }

    /** @param firstKey index of the first key's parameter */
    private Query query(String sql, Collection<String> accountKeys, int firstKey, UUID templateAgentId, Instant now) {
        String parameters = IntStream.range(firstKey, firstKey + accountKeys.size())
                .mapToObj(each -> "?" + each)
                .collect(Collectors.joining(", "));
        Query query = entityManager
                .createNativeQuery(sql.formatted(parameters))
                .setParameter(1, templateAgentId)
                .setParameter(2, refusedAfter(now));
        int next = firstKey;
        for (String key : accountKeys) {
            query.setParameter(next++, key);
        }
        return query;
    }

    private static List<TypedQuestion> questions(Query query, UUID templateAgentId) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> question((Object[]) row, templateAgentId))
                .toList();
    }

    private static OffsetDateTime expiredBefore(Instant now) {
        return now.minus(TypedLinks.QUESTION_LIFETIME).atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime refusedAfter(Instant now) {
        return now.minus(TypedLinks.REFUSAL_LIFETIME).atOffset(ZoneOffset.UTC);
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
     * Opens a question and replaces one that can no longer be answered. Of two concurrent calls one succeeds: the other
     * blocks until it commits, and returns false.
     *
     * @param greetingConnection the connection that sends the question as a message of its own; null if the
     *     question is the answer to a message
     */
    boolean add(TypedQuestion question, @Nullable UUID greetingConnection, Instant now) {
        entityManager
                .createNativeQuery(DELETE_EXPIRED)
                .setParameter(1, question.templateAgentId())
                .setParameter(2, refusedAfter(now))
                .setParameter(3, expiredBefore(now))
                .setParameter(4, question.accountKey())
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

    /**
     * Changes the question to this user and locks its row for this transaction. Held messages stay held, but not
     * longer: the time of the first question is kept. False if it was answered concurrently.
     */
    boolean replace(TypedQuestion question, UUID identityId) {
        return entityManager
                        .createNativeQuery("update typed_question set identity_id = ?4, greeting_connection_id = null"
                                + " where account_key = ?1 and template_agent_id = ?2 and identity_id = ?3")
                        .setParameter(1, question.accountKey())
                        .setParameter(2, question.templateAgentId())
                        .setParameter(3, question.identityId())
                        .setParameter(4, identityId)
                        .executeUpdate()
                == 1;
    }

    /** Deletes the question and the messages held for it. */
    void close(TypedQuestion question) {
        entityManager
                .createNativeQuery("delete from typed_question where account_key = ?1 and template_agent_id = ?2")
                .setParameter(1, question.accountKey())
                .setParameter(2, question.templateAgentId())
                .executeUpdate();
    }

    /**
     * Deletes all questions about an account that is linked now: the held messages are for none of the users that it
     * was asked about.
     */
    public void closeAll(String accountKey) {
        entityManager
                .createNativeQuery("delete from typed_question where account_key = ?1")
                .setParameter(1, accountKey)
                .executeUpdate();
    }
}
