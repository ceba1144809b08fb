package io.gatehouse.domain.host;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that an agent runs on a host. */
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

    /** The number that the host gave to the registration; a higher one is another process. */
    @Column(name = "generation", nullable = false)
    private long generation;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private BindingState state;

    /** While the binding is active, the host's last sign of life is the later one. */
    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeenAt;

    /** Position of its last change among all changes of bindings; null while the transaction is open. */
    @Column(name = "change_number")
    private @Nullable Long changeNumber;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Binding() {}

    public Binding(UUID id, UUID agentId, UUID hostId, long generation, Instant now) {
        this.id = id;
        this.agentId = agentId;
        this.hostId = hostId;
        this.generation = generation;
        this.state = BindingState.ACTIVE;
        this.lastSeenAt = now;
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

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    public @Nullable Long changeNumber() {
        return changeNumber;
    }
}
