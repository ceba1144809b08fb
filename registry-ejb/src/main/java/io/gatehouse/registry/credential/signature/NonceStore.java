package io.gatehouse.registry.credential.signature;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Nonces that were used. The unique pair of key and nonce decides which of concurrent requests is the first. */
@Dependent
class NonceStore {

    private final EntityManager entities;

    @Inject
    NonceStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns false if the nonce was used before. Blocks while another transaction is inserting it. */
    boolean spend(UUID keyId, String nonce, Instant forgetAt) {
        return entities.createNativeQuery("insert into signature_nonce (key_id, nonce, forget_at) values (?1, ?2, ?3)"
                                + " on conflict do nothing")
                        .setParameter(1, keyId)
                        .setParameter(2, nonce)
                        .setParameter(3, forgetAt.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
