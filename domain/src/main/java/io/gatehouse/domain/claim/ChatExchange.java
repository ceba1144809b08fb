package io.gatehouse.domain.claim;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.Platform;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chat message that was answered, so that a redelivery gets the same answer. The unique triple of platform, account
 * and message id makes concurrent redeliveries queue up behind the first. It holds the answer and not the message.
 */
@Entity
@Table(name = "chat_exchange")
public class ChatExchange {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "platform", nullable = false, updatable = false)
    private Platform platform;

    @Column(name = "account_key", nullable = false, updatable = false)
    private String accountKey;

    @Column(name = "message_id", nullable = false, updatable = false)
    private String messageId;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    /** Null only inside the transaction that works the message off. */
    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private @Nullable ChatOutcome outcome;

    @Column(name = "agent_id")
    private @Nullable UUID agentId;

    @Column(name = "organization_id")
    private @Nullable UUID organizationId;

    @Column(name = "reply")
    private @Nullable String reply;

    @Column(name = "install_url")
    private @Nullable String installUrl;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ChatExchange() {}

    public void answer(ChatAnswer answer) {
        outcome = answer.outcome();
        agentId = answer.agentId();
        organizationId = answer.organizationId();
        reply = answer.reply();
        installUrl = answer.installUrl();
    }

    /** The answer that was given; null while the message is being worked off. */
    public @Nullable ChatAnswer answer() {
        return outcome == null ? null : new ChatAnswer(outcome, agentId, organizationId, reply, installUrl);
    }

    public UUID id() {
        return id;
    }
}
