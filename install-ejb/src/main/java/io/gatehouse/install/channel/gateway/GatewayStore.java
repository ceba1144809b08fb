package io.gatehouse.install.channel.gateway;

import io.gatehouse.contract.chat.GatewayReply;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Chats of gateways and the replies in them. The unique pair of template and account identifies a chat. */
@Dependent
public class GatewayStore {

    private final EntityManager entityManager;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public GatewayStore(EntityManager entityManager, Ids ids, InstantSource clock) {
        this.entityManager = entityManager;
        this.ids = ids;
        this.clock = clock;
    }

    /** A chat: the template that it is with, and the account. */
    record Chat(UUID templateAgentId, String accountKey) {}

    /**
     * Returns the id of the chat of the account with the template, and creates it if necessary. The platform user id is
     * updated to the one that the gateway sent last.
     */
    UUID open(UUID templateAgentId, String accountKey, String platform, String platformUserId) {
        entityManager
                .createNativeQuery("""
                        insert into gateway_chat
                            (id, template_agent_id, account_key, platform, platform_user_id, created_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict do nothing""")
                .setParameter(1, ids.next())
                .setParameter(2, templateAgentId)
                .setParameter(3, accountKey)
                .setParameter(4, platform)
                .setParameter(5, platformUserId)
                .setParameter(6, now())
                .executeUpdate();
        entityManager
                .createNativeQuery("update gateway_chat set platform_user_id = ?1"
                        + " where template_agent_id = ?2 and account_key = ?3 and platform_user_id <> ?4")
                .setParameter(1, platformUserId)
                .setParameter(2, templateAgentId)
                .setParameter(3, accountKey)
                .setParameter(4, platformUserId)
                .executeUpdate();
        return UUID.fromString((String) entityManager
                .createNativeQuery("select cast(id as varchar(36)) from gateway_chat"
                        + " where template_agent_id = ?1 and account_key = ?2")
                .setParameter(1, templateAgentId)
                .setParameter(2, accountKey)
                .getSingleResult());
    }

    Optional<Chat> find(UUID id) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select cast(template_agent_id as varchar(36)), account_key from gateway_chat where id = ?1")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return new Chat(UUID.fromString((String) columns[0]), (String) columns[1]);
        });
    }

    /**
     * Stores a reply; does nothing if the same {@code sayingId} was stored before. Positions are assigned under the
     * lock of one row, so that no reply becomes visible before one with a lower position.
     */
    void addReply(UUID chatId, UUID sayingId, String text) {
        entityManager
                .createNativeQuery("update gateway_reply_clock set last_position = last_position + 1 where id = 1")
                .executeUpdate();
        entityManager
                .createNativeQuery("""
                        insert into gateway_reply (position, chat_id, saying_id, text, said_at)
                        select last_position, cast(?1 as uuid), cast(?2 as uuid), cast(?3 as varchar(65536)),
                               cast(?4 as timestamp(6) with time zone)
                        from gateway_reply_clock where id = 1
                        on conflict do nothing""")
                .setParameter(1, chatId)
                .setParameter(2, sayingId)
                .setParameter(3, text)
                .setParameter(4, now())
                .executeUpdate();
    }

    List<GatewayReply> after(long position, int limit) {
        List<?> rows = entityManager
                .createNativeQuery("""
                        select r.position, c.platform, c.platform_user_id, cast(c.template_agent_id as varchar(36)),
                               r.text, r.said_at
                        from gateway_reply r
                        join gateway_chat c on c.id = r.chat_id
                        where r.position > ?1
                        order by r.position""")
                .setParameter(1, position)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> reply((Object[]) row)).toList();
    }

    private static GatewayReply reply(Object[] row) {
        return new GatewayReply(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                UUID.fromString((String) row[3]),
                (String) row[4],
                instant(row[5]));
    }

    /** JPA providers return different types for a timestamp. */
    private static Instant instant(Object time) {
        if (time instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return time instanceof java.sql.Timestamp timestamp ? timestamp.toInstant() : (Instant) time;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
