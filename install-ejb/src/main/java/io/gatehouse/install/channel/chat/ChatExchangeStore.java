package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.domain.claim.ChatExchange;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answered messages and their answers, by platform, account and message id. */
@Dependent
public class ChatExchangeStore {

    private final EntityManager entityManager;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public ChatExchangeStore(EntityManager entityManager, Ids ids, InstantSource clock) {
        this.entityManager = entityManager;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens the exchange of a message that was not answered before; empty if it was. Concurrent deliveries of one
     * message block here until the first one commits or rolls back: the unique constraint on platform, account and
     * message id makes them wait for its row.
     */
    Optional<UUID> open(Sender sender, String messageId) {
        UUID id = ids.next();
        int rows = entityManager
                .createNativeQuery("""
                        insert into chat_exchange (id, platform, account_key, message_id, received_at)
                        values (?1, ?2, ?3, ?4, ?5)
                        on conflict do nothing""")
                .setParameter(1, id)
                .setParameter(2, sender.platform().wireName())
                .setParameter(3, sender.key())
                .setParameter(4, messageId)
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return rows == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Returns the answer that was given to the message. */
    Optional<ChatAnswer> answer(Sender sender, String messageId) {
        return entityManager
                .createQuery("""
                        select e from ChatExchange e
                        where e.platform = :platform and e.accountKey = :account and e.messageId = :message""", ChatExchange.class)
                .setParameter("platform", sender.platform())
                .setParameter("account", sender.key())
                .setParameter("message", messageId)
                .getResultStream()
                .map(ChatExchange::answer)
                .filter(Objects::nonNull)
                .findFirst();
    }

    void close(UUID id, ChatAnswer answer) {
        entityManager
                .createNativeQuery("""
                        update chat_exchange
                        set outcome = ?2, agent_id = cast(nullif(?3, '') as uuid),
                            organization_id = cast(nullif(?4, '') as uuid),
                            reply = nullif(?5, ''), install_url = nullif(?6, '')
                        where id = ?1""")
                .setParameter(1, id)
                .setParameter(2, answer.outcome().name())
                .setParameter(3, text(answer.agentId()))
                .setParameter(4, text(answer.organizationId()))
                .setParameter(5, text(answer.reply()))
                .setParameter(6, text(answer.installUrl()))
                .executeUpdate();
    }

    /** Null becomes an empty string: JPA providers differ in how they bind a null of unknown type. */
    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
