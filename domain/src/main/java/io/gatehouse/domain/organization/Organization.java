package io.gatehouse.domain.organization;

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

/**
 * A tenant. A personal organization belongs to exactly one user: the unique {@code owner_user_id} decides the race of
 * concurrent first sign-ins. It stays when the organization is archived, so that the organization is not created again.
 */
@Entity
@Table(name = "organization")
public class Organization {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "slug", nullable = false)
    private String slug;

    @Column(name = "name", nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "visibility", nullable = false)
    private Visibility visibility;

    @Column(name = "owner_user_id", updatable = false)
    private @Nullable UUID ownerUserId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    private Organization(
            UUID id, String slug, String name, Visibility visibility, @Nullable UUID ownerUserId, Instant createdAt) {
        this.id = id;
        this.slug = slug;
        this.name = name;
        this.visibility = visibility;
        this.ownerUserId = ownerUserId;
        this.createdAt = createdAt;
    }

    public static Organization shared(UUID id, String slug, String name, Visibility visibility, Instant now) {
        return new Organization(id, slug, name, visibility, null, now);
    }

    public static Organization personal(UUID id, String slug, String name, UserId owner, Instant now) {
        return new Organization(id, slug, name, Visibility.PRIVATE, owner.value(), now);
    }

    public void archive(Instant now) {
        archivedAt = now;
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    public boolean isPersonal() {
        return ownerUserId != null;
    }

    public boolean isPersonalOf(UserId user) {
        return user.value().equals(ownerUserId);
    }

    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }
}
