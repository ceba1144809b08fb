package io.gatehouse.domain.organization;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
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

/** A user in an organization. */
@Entity
@Table(name = "member")
public class Member {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "organization_id", nullable = false, updatable = false)
    private UUID organizationId;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "issuer", nullable = false, updatable = false)
    private String issuer;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "email")
    private @Nullable String email;

    /** Whether the identity provider has verified the address. */
    @Column(name = "email_verified", nullable = false)
    private boolean emailVerified;

    @Column(name = "display_name")
    private @Nullable String displayName;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false)
    private Role role;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    public Member(UUID id, UUID organizationId, SignedInUser user, Role role, Instant now) {
        this.id = id;
        this.organizationId = organizationId;
        this.userId = user.id().value();
        this.issuer = user.issuer();
        this.subject = user.subject();
        this.email = user.email();
        this.emailVerified = user.email() != null && user.emailVerified();
        this.displayName = user.name();
        this.role = role;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public UserId user() {
        return new UserId(userId);
    }

    /** Returns the address as stated by the identity provider; must be shown to the user only. */
    public @Nullable String email() {
        return email;
    }

    /** Returns the verified address, which may be shown masked to others; null if there is none. */
    public @Nullable String verifiedEmail() {
        return emailVerified ? email : null;
    }

    public @Nullable String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }
}
