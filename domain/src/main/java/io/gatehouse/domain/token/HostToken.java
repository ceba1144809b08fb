package io.gatehouse.domain.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token that acts as any agent of its host. */
@Entity
@Table(name = "host_token")
public class HostToken extends OpaqueToken {

    @Column(name = "host_id", nullable = false, updatable = false)
    private UUID hostId;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected HostToken() {}

    public HostToken(
            UUID id,
            UUID hostId,
            TokenHash hash,
            String lastFour,
            Set<String> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        super(id, hash, lastFour, scopes, now, expiresAt);
        this.hostId = hostId;
    }

    public UUID hostId() {
        return hostId;
    }
}
