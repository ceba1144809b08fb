package io.gatehouse.registry.credential.tokenkey;

import io.gatehouse.domain.oauth.TokenKeyPair;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** The key pairs. The unique number decides which of two nodes inserts a pair; the other's is discarded. */
@Dependent
class TokenKeyStore {

    private final EntityManager entities;

    @Inject
    TokenKeyStore(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order of their numbers. */
    List<TokenKeyPair> findAll() {
        return entities.createQuery("select k from TokenKeyPair k order by k.number", TokenKeyPair.class)
                .getResultList();
    }

    /** Returns false if a pair with that number exists. Blocks while another transaction is inserting it. */
    boolean insert(TokenKeyPair pair) {
        return entities.createNativeQuery("insert into token_key_pair"
                                + " (id, number, public_key, sealed_private_key, created_at, signs_from)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
                        .setParameter(1, pair.id())
                        .setParameter(2, pair.number())
                        .setParameter(3, pair.publicKey())
                        .setParameter(4, pair.sealedPrivateKey())
                        .setParameter(5, pair.createdAt().atOffset(ZoneOffset.UTC))
                        .setParameter(6, pair.signsFrom().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    void delete(Collection<TokenKeyPair> pairs) {
        for (TokenKeyPair pair : pairs) {
            entities.createQuery("delete from TokenKeyPair k where k.id = :id")
                    .setParameter("id", pair.id())
                    .executeUpdate();
        }
    }
}
