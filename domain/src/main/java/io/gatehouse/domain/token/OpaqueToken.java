package io.gatehouse.domain.token;

import io.gatehouse.domain.credential.Credential;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Base of opaque tokens: stores a SHA-256 hash instead of the text. */
@MappedSuperclass
public abstract class OpaqueToken extends Credential {

    @Column(name = "token_hash", nullable = false, updatable = false)
    private byte[] tokenHash;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected OpaqueToken() {}

    OpaqueToken(
            UUID id, TokenHash hash, String lastFour, Set<String> scopes, Instant now, @Nullable Instant expiresAt) {
        super(id, lastFour, scopes, now, expiresAt);
        this.tokenHash = hash.bytes();
    }
}
