package io.gatehouse.domain.agent;

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
 * A definition in an organization: written by it, or mirrored from a template that manages it. Kind and slug are unique
 * in an organization.
 */
@Entity
@Table(name = "blueprint_item")
public class BlueprintItem {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "organization_id", nullable = false, updatable = false)
    private UUID organizationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private ItemKind kind;

    @Column(name = "slug", nullable = false, updatable = false)
    private String slug;

    @Column(name = "name", nullable = false)
    private String name;

    /** JSON. */
    @Column(name = "definition", nullable = false)
    private String definition;

    /** The template agent that manages the item; null for an item that the organization wrote. */
    @Column(name = "managed_by_template_id", updatable = false)
    private @Nullable UUID managedByTemplateId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected BlueprintItem() {}

    private BlueprintItem(
            UUID id,
            UUID organizationId,
            ItemKind kind,
            String slug,
            String name,
            String definition,
            @Nullable UUID managedByTemplateId,
            Instant now) {
        this.id = id;
        this.organizationId = organizationId;
        this.kind = kind;
        this.slug = slug;
        this.name = name;
        this.definition = definition;
        this.managedByTemplateId = managedByTemplateId;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Creates an item that the organization wrote. */
    public static BlueprintItem own(
            UUID id, UUID organizationId, ItemKind kind, String slug, String name, String definition, Instant now) {
        return new BlueprintItem(id, organizationId, kind, slug, name, definition, null, now);
    }

    /** Returns a copy of this item for another organization, managed by a template. */
    public BlueprintItem mirror(UUID mirrorId, UUID intoOrganizationId, UUID templateAgentId, Instant now) {
        return new BlueprintItem(mirrorId, intoOrganizationId, kind, slug, name, definition, templateAgentId, now);
    }

    /** Copies the source's name and definition; returns whether that changed anything. */
    public boolean follow(BlueprintItem source, Instant now) {
        if (name.equals(source.name) && definition.equals(source.definition)) {
            return false;
        }
        name = source.name;
        definition = source.definition;
        updatedAt = now;
        return true;
    }

    public boolean isManagedBy(UUID templateAgentId) {
        return templateAgentId.equals(managedByTemplateId);
    }

    public UUID id() {
        return id;
    }

    public ItemKind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public String definition() {
        return definition;
    }
}
