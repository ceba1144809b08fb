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
 * An answered chat message, so that a redelivery gets the same answer. The unique constraint on platform, account and
 * message id makes concurrent redeliveries wait for the first. Contains the answer, not the message.
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

    /** Null only inside the transaction that processes the message. */
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

    /** Returns the answer; null while the message is being processed. */
    public @Nullable ChatAnswer answer() {
        return outcome == null ? null : new ChatAnswer(outcome, agentId, organizationId, reply, installUrl);
    }

    public UUID id() {
        return id;
    }
}
