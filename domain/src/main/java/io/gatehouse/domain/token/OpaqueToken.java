package io.gatehouse.domain.token;

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
 * What the rows of all opaque tokens hold. The raw text stood once in the answer that minted it; the row holds a SHA-256
 * hash and the last four characters.
 */
@MappedSuperclass
public abstract class OpaqueToken {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "token_hash", nullable = false, updatable = false)
    private byte[] tokenHash;

    @Column(name = "last_four", nullable = false, updatable = false)
    private String lastFour;

    /** Blank-separated, as in RFC 6749 section 3.3. */
    @Column(name = "scopes", nullable = false, updatable = false)
    private String scopes;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** To about a minute: it is written off the path of the calls that use the token. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected OpaqueToken() {}

    OpaqueToken(
            UUID id, TokenHash hash, String lastFour, Set<String> scopes, Instant now, @Nullable Instant expiresAt) {
        this.id = id;
        this.tokenHash = hash.bytes();
        this.lastFour = lastFour;
        this.scopes = String.join(" ", new TreeSet<>(scopes));
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Whether the token may be used at that time; it is refused from the very instant that it expires. */
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
