package io.gatehouse.domain.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Base of all credentials that Gatehouse issues. The clear text appeared once, in the answer that created it;
 * afterwards only the last four characters are shown. Each kind stores its secret in its own way.
 */
@MappedSuperclass
public abstract class Credential {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "last_four", nullable = false, updatable = false)
    private String lastFour;

    /** Separated by blanks, as in RFC 6749 section 3.3. */
    @Column(name = "scopes", nullable = false, updatable = false)
    private String scopes;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** Accurate to about a minute: not written by the calls that use the credential. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Credential() {}

    protected Credential(UUID id, String lastFour, Set<String> scopes, Instant now, @Nullable Instant expiresAt) {
        this.id = id;
        this.lastFour = lastFour;
        this.scopes = String.join(" ", new TreeSet<>(scopes));
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Whether it is valid at that time. It is invalid from the instant of its expiry on. */
    public boolean isUsable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    public UUID id() {
        return id;
    }

    public String lastFour() {
        return lastFour;
    }

    public Set<String> scopes() {
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ", -1));
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }
}
