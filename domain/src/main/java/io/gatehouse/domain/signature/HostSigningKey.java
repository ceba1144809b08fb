package io.gatehouse.domain.signature;

import io.gatehouse.domain.credential.Credential;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that a host signs its requests with. Verifying a MAC needs the secret itself, so the row contains it, sealed.
 */
@Entity
@Table(name = "signing_key")
public class HostSigningKey extends Credential {

    @Column(name = "host_id", nullable = false, updatable = false)
    private UUID hostId;

    /** After a rotation of the encryption key it is sealed again by a statement, not through this entity. */
    @Column(name = "sealed_secret", nullable = false, updatable = false)
    private byte[] sealedSecret;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected HostSigningKey() {}

    public HostSigningKey(
            UUID id,
            UUID hostId,
            byte[] sealedSecret,
            String lastFour,
            Set<String> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        super(id, lastFour, scopes, now, expiresAt);
        this.hostId = hostId;
        this.sealedSecret = sealedSecret.clone();
    }

    public UUID hostId() {
        return hostId;
    }

    public byte[] sealedSecret() {
        return sealedSecret.clone();
    }
}
