package io.gatehouse.domain.host;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A machine that runs agents. */
@Entity
@Table(name = "host")
public class Host {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "organization_id", nullable = false, updatable = false)
    private UUID organizationId;

    /** Part of its agents' ids; {@code *} stands for all hosts. */
    @Column(name = "name", nullable = false, updatable = false)
    private String name;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** Number of the last registration on this host; each registration takes the next. */
    @Column(name = "generation", nullable = false)
    private long generation;

    /** Until then its agents count as running; null before the first sign of life. */
    @Column(name = "lease_expires_at")
    private @Nullable Instant leaseExpiresAt;

    @Column(name = "last_seen_at")
    private @Nullable Instant lastSeenAt;

    @Column(name = "snapshot_at")
    private @Nullable Instant snapshotAt;

    /** The last registration that the last snapshot covers; later ones are not affected by it. */
    @Column(name = "snapshot_generation", nullable = false)
    private long snapshotGeneration;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Host() {}

    public Host(UUID id, UUID organizationId, String name, Instant now) {
        this.id = id;
        this.organizationId = organizationId;
        this.name = name;
        this.createdAt = now;
    }

    /** Returns the number for a new registration. */
    public long nextGeneration() {
        generation++;
        return generation;
    }

    /** Extends the lease after a sign of life. */
    public void renewLease(Instant now, Duration lease) {
        lastSeenAt = now;
        leaseExpiresAt = now.plus(lease);
    }

    public boolean isAlive(Instant now) {
        return leaseExpiresAt != null && leaseExpiresAt.isAfter(now);
    }

    /** Whether a registration has had this number. */
    public boolean hasCounted(long number) {
        return number > 0 && number <= generation;
    }

    /** Records a snapshot of the host's agents, as of a registration. */
    public void takeSnapshot(Instant now, long asOf) {
        snapshotAt = now;
        snapshotGeneration = asOf;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long generation() {
        return generation;
    }

    public @Nullable Instant leaseExpiresAt() {
        return leaseExpiresAt;
    }

    public @Nullable Instant lastSeenAt() {
        return lastSeenAt;
    }

    public @Nullable Instant snapshotAt() {
        return snapshotAt;
    }

    public long snapshotGeneration() {
        return snapshotGeneration;
    }
}
