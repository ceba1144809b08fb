package io.gatehouse.registry.credential.signature;

import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.signature.HostSigningKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Signing keys. Guarded statements: of two concurrent revocations, one counts. Entities that are read are detached. */
@Dependent
class SigningKeyStore {

    private final EntityManager entities;

    @Inject
    SigningKeyStore(EntityManager entities) {
        this.entities = entities;
    }

    /** A key and its host. */
    record KeyAndHost(HostSigningKey key, Host host) {}

    void add(HostSigningKey key) {
        entities.persist(key);
        entities.flush();
        entities.detach(key);
    }

    Optional<KeyAndHost> find(UUID keyId) {
        Optional<KeyAndHost> found = entities.createQuery(
                        "select k, h from HostSigningKey k, Host h where h.id = k.hostId and k.id = :key",
                        Object[].class)
                .setParameter("key", keyId)
                .getResultStream()
                .findFirst()
                .map(row -> new KeyAndHost((HostSigningKey) row[0], (Host) row[1]));
        found.ifPresent(pair -> {
            entities.detach(pair.key());
            entities.detach(pair.host());
        });
        return found;
    }

    boolean revoke(UUID keyId, Instant now) {
        return entities.createNativeQuery("update signing_key set revoked_at = ?1, version = version + 1"
                                + " where id = ?2 and revoked_at is null")
                        .setParameter(1, now.atOffset(ZoneOffset.UTC))
                        .setParameter(2, keyId)
                        .executeUpdate()
                == 1;
    }

    /** Updates the last use unless it is at or after {@code since}. */
    void recordUse(UUID keyId, Instant now, Instant since) {
        entities.createNativeQuery("update signing_key set last_used_at = ?1"
                        + " where id = ?2 and (last_used_at is null or last_used_at < ?3)")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, keyId)
                .setParameter(3, since.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void reseal(UUID keyId, byte[] sealedSecret) {
        entities.createNativeQuery("update signing_key set sealed_secret = ?1, version = version + 1 where id = ?2")
                .setParameter(1, sealedSecret)
                .setParameter(2, keyId)
                .executeUpdate();
    }
}
