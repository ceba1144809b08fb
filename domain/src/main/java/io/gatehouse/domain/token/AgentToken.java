package io.gatehouse.domain.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token that acts only as its agent. */
@Entity
@Table(name = "agent_token")
public class AgentToken extends OpaqueToken {

    /** All scopes of an agent, which a token of its registration has. */
    public static final Set<String> EVERY_SCOPE = Set.of("send", "type", "receive");

    @Column(name = "agent_id", nullable = false, updatable = false)
    private UUID agentId;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AgentToken() {}

    public AgentToken(
            UUID id,
            UUID agentId,
            TokenHash hash,
            String lastFour,
            Set<String> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        super(id, hash, lastFour, scopes, now, expiresAt);
        this.agentId = agentId;
    }

    public UUID agentId() {
        return agentId;
    }
}
