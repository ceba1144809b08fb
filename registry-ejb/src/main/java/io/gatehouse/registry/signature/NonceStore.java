package io.gatehouse.registry.signature;

import io.gatehouse.kernel.persistence.ExpiredRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Nonces that were used. The unique pair of key and nonce decides which of several requests is the first. */
@Dependent
class NonceStore {

    private static final ExpiredRows OLD = new ExpiredRows("signature_nonce", "key_id, nonce", "forget_at");

    private final EntityManager entities;

    @Inject
    NonceStore(EntityManager entities) {
        this.entities = entities;
    }

    /** False if the nonce was used before; waits for a transaction that is about to use it. */
    boolean spend(UUID keyId, String nonce, Instant forgetAt) {
        return entities.createNativeQuery("insert into signature_nonce (key_id, nonce, forget_at) values (?1, ?2, ?3)"
                                + " on conflict do nothing")
                        .setParameter(1, keyId)
                        .setParameter(2, nonce)
                        .setParameter(3, forgetAt.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** How many went that were to be forgotten before that time; at most the limit. */
    int forget(Instant time, int limit) {
        return OLD.delete(entities, time, limit);
    }
}
