package io.gatehouse.domain.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.platform.Platform;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The redemption of an install token. The unique {@code token_id}, a hash of the token's jti, decides which of several
 * claims wins.
 */
@Entity
@Table(name = "claim")
public class Claim {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "token_id", nullable = false, updatable = false)
    private String tokenId;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "template_agent_id", nullable = false, updatable = false)
    private UUID templateAgentId;

    @Column(name = "organization_id", nullable = false, updatable = false)
    private UUID organizationId;

    @Column(name = "platform", nullable = false, updatable = false)
    private Platform platform;

    /** The claiming account, as the active key of its identity. */
    @Column(name = "account_key", nullable = false, updatable = false)
    private String accountKey;

    @Column(name = "claimed_at", nullable = false, updatable = false)
    private Instant claimedAt;

    /** Expiry of the token; the row can be deleted some time after. */
    @Column(name = "token_expires_at", nullable = false, updatable = false)
    private Instant tokenExpiresAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    public UUID id() {
        return id;
    }

    public String tokenId() {
        return tokenId;
    }

    public UserId user() {
        return new UserId(userId);
    }

    public UUID templateAgentId() {
        return templateAgentId;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public Platform platform() {
        return platform;
    }

    public String accountKey() {
        return accountKey;
    }

    public Instant claimedAt() {
        return claimedAt;
    }

    public Instant tokenExpiresAt() {
        return tokenExpiresAt;
    }
}
