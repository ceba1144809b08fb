package io.gatehouse.domain.claim;

import io.gatehouse.contract.account.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim that waits for its sender's YES, or was declined by a NO. An account has at most one in its chat with a
 * template's agent; a newer claim replaces it.
 */
@Entity
@Table(name = "pending_claim")
public class PendingClaim {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "account_key", nullable = false, updatable = false)
    private String accountKey;

    /** The template whose chat the token was sent in. The token may be for another template. */
    @Column(name = "chat_template_agent_id", nullable = false, updatable = false)
    private UUID chatTemplateAgentId;

    /** A hash of the token's jti: the token is still valid, and this row must not reveal it. */
    @Column(name = "token_id", nullable = false)
    private String tokenId;

    @Column(name = "last_four", nullable = false)
    private String lastFour;

    @Column(name = "user_id", nullable = false)
    private UUID userId;

    @Column(name = "template_agent_id", nullable = false)
    private UUID templateAgentId;

    /** When the token, and with it the claim, expires. */
    @Column(name = "token_expires_at", nullable = false)
    private Instant tokenExpiresAt;

    /** Null while it waits. */
    @Column(name = "declined_at")
    private @Nullable Instant declinedAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected PendingClaim() {}

    public PendingClaim(
            UUID id,
            String accountKey,
            UUID chatTemplateAgentId,
            String tokenId,
            String lastFour,
            UserId user,
            UUID templateAgentId,
            Instant tokenExpiresAt) {
        this.id = id;
        this.accountKey = accountKey;
        this.chatTemplateAgentId = chatTemplateAgentId;
        this.tokenId = tokenId;
        this.lastFour = lastFour;
        this.userId = user.value();
        this.templateAgentId = templateAgentId;
        this.tokenExpiresAt = tokenExpiresAt;
    }

    /** Replaces the waiting token by a newer one. */
    public void replace(
            String newTokenId, String newLastFour, UserId newUser, UUID newTemplateAgentId, Instant newTokenExpiresAt) {
        tokenId = newTokenId;
        lastFour = newLastFour;
        userId = newUser.value();
        templateAgentId = newTemplateAgentId;
        tokenExpiresAt = newTokenExpiresAt;
        declinedAt = null;
    }

    /** Records a NO. The landing page shows it for a while. */
    public void decline(Instant now) {
        declinedAt = now;
    }

    public boolean isWaiting() {
        return declinedAt == null;
    }

    public String tokenId() {
        return tokenId;
    }

    public String lastFour() {
        return lastFour;
    }

    public UserId user() {
        return new UserId(userId);
    }

    public UUID templateAgentId() {
        return templateAgentId;
    }

    public Instant tokenExpiresAt() {
        return tokenExpiresAt;
    }
}
