package io.gatehouse.domain.host;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The fact that an agent really runs on a host. */
@Entity
@Table(name = "binding")
public class Binding {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "agent_id", nullable = false, updatable = false)
    private UUID agentId;

    @Column(name = "host_id", nullable = false, updatable = false)
    private UUID hostId;

    /** Raised by every registration, so that an old process cannot remove its successor. */
    @Column(name = "generation", nullable = false)
    private long generation;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private BindingState state;

    @Column(name = "lease_expires_at", nullable = false)
    private Instant leaseExpiresAt;

    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeenAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Binding() {}

    public Binding(UUID id, UUID agentId, UUID hostId, Instant now, Duration lease) {
        this.id = id;
        this.agentId = agentId;
        this.hostId = hostId;
        this.generation = 1;
        this.state = BindingState.ACTIVE;
        this.lastSeenAt = now;
        this.leaseExpiresAt = now.plus(lease);
    }

    public UUID id() {
        return id;
    }

    public UUID agentId() {
        return agentId;
    }

    public UUID hostId() {
        return hostId;
    }

    public long generation() {
        return generation;
    }

    public BindingState state() {
        return state;
    }

    public Instant leaseExpiresAt() {
        return leaseExpiresAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }
}
