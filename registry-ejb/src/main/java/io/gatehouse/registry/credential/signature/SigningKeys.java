package io.gatehouse.registry.credential.signature;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.signature.HostSigningKey;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.credential.signature.SecretBox.NewSecret;
import io.gatehouse.registry.credential.signature.SigningKeyStore.KeyAndHost;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates and revokes the signing keys of hosts, in the caller's transaction. Each change appends its audit event,
 * which locks the organization's audit chain until the transaction ends: call it late.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SigningKeys {

    private static final int LAST_FOUR = 4;

    private SigningKeyStore store;
    private SecretBox box;
    private AuditTrail audit;
    private Ids ids;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public SigningKeys() {}

    @Inject
    public SigningKeys(SigningKeyStore store, SecretBox box, AuditTrail audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.box = box;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param expiresAt null for a key that is valid until it is revoked */
    public GeneratedKey generate(Host host, Set<String> scopes, @Nullable Instant expiresAt, String actor) {
        UUID id = ids.next();
        NewSecret secret = box.generate(id);
        String lastFour = secret.text().substring(secret.text().length() - LAST_FOUR);
        HostSigningKey key =
                new HostSigningKey(id, host.id(), secret.sealed(), lastFour, scopes, clock.instant(), expiresAt);
        store.add(key);
        append(
                host,
                actor,
                "signing-key.created",
                id,
                Map.of(
                        "host", host.name(),
                        "lastFour", lastFour,
                        "scopes", String.join(" ", new TreeSet<>(scopes))));
        return new GeneratedKey(key, secret.text());
    }

    /** Returns false if there is no such key, or it was revoked before. */
    public boolean revoke(UUID keyId, String actor) {
        Optional<KeyAndHost> found = store.find(keyId);
        if (found.isEmpty() || !store.revoke(keyId, clock.instant())) {
            return false;
        }
        append(
                found.get().host(),
                actor,
                "signing-key.revoked",
                keyId,
                Map.of(
                        "host",
                        found.get().host().name(),
                        "lastFour",
                        found.get().key().lastFour()));
        return true;
    }

    private void append(Host host, String actor, String action, UUID keyId, Map<String, String> details) {
        audit.append(new AuditEntry(host.organizationId(), actor, action, "signing-key:" + keyId, details));
    }
}
