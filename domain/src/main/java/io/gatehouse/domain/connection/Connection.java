package io.gatehouse.domain.connection;

import io.gatehouse.contract.platform.Platform;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chat channel: a WhatsApp number, a Slack app, a Telegram bot, a set of Matrix rooms. It serves one template agent.
 */
@Entity
@Table(name = "connection")
public class Connection {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "organization_id", nullable = false, updatable = false)
    private UUID organizationId;

    @Column(name = "platform", nullable = false, updatable = false)
    private Platform platform;

    @Column(name = "template_agent_id", nullable = false)
    private UUID templateAgentId;

    @Column(name = "name", nullable = false)
    private String name;

    /** The public address: a number's digits, a bot's name. Null if a deep link needs none. */
    @Column(name = "address")
    private @Nullable String address;

    @Column(name = "api_base_url")
    private @Nullable String apiBaseUrl;

    /** The settings that may be shown: a JSON object of strings. */
    @Column(name = "public_settings", nullable = false)
    private String publicSettings;

    /** All settings, including the platform's secrets, sealed. */
    @Column(name = "sealed_settings")
    private byte @Nullable [] sealedSettings;

    /** Language of replies to people whose platform does not tell theirs: an ISO 639-1 code. */
    @Column(name = "language", nullable = false)
    private String language;

    @Column(name = "enabled", nullable = false)
    private boolean enabled;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Connection() {}

    public Connection(
            UUID id,
            UUID organizationId,
            Platform platform,
            UUID templateAgentId,
            String name,
            @Nullable String address,
            Instant now) {
        this.id = id;
        this.organizationId = organizationId;
        this.platform = platform;
        this.templateAgentId = templateAgentId;
        this.name = name;
        this.address = address;
        this.publicSettings = "{}";
        this.language = "en";
        this.enabled = true;
        this.createdAt = now;
    }

    public void rename(String newName) {
        name = newName;
    }

    /** @param newBaseUrl null for the platform's default */
    public void callAt(@Nullable String newBaseUrl) {
        apiBaseUrl = newBaseUrl;
    }

    /** Replaces all settings. */
    public void configure(@Nullable String newAddress, String newPublicSettings, byte[] newSealedSettings) {
        address = newAddress;
        publicSettings = newPublicSettings;
        sealedSettings = newSealedSettings.clone();
    }

    public void speak(String newLanguage) {
        language = newLanguage;
    }

    public void enable() {
        enabled = true;
    }

    public void disable() {
        enabled = false;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public Platform platform() {
        return platform;
    }

    public UUID templateAgentId() {
        return templateAgentId;
    }

    public String name() {
        return name;
    }

    public @Nullable String address() {
        return address;
    }

    public @Nullable String apiBaseUrl() {
        return apiBaseUrl;
    }

    public String publicSettings() {
        return publicSettings;
    }

    public byte @Nullable [] sealedSettings() {
        return sealedSettings == null ? null : sealedSettings.clone();
    }

    public String language() {
        return language;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
