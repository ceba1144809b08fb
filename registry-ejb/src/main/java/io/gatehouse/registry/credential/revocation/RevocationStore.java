package io.gatehouse.registry.credential.revocation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The numbered revocations. A transaction that advances the clock's row locks it until the commit, so numbers become
 * visible in order and without gaps: a reader that sees the last number sees all earlier ones.
 */
@Dependent
class RevocationStore {

    private final EntityManager entities;

    @Inject
    RevocationStore(EntityManager entities) {
        this.entities = entities;
    }

    void append(Set<UUID> tokenIds, Instant now) {
        entities.createNativeQuery("update revocation_clock set last_number = last_number + ?1 where id = 1")
                .setParameter(1, tokenIds.size())
                .executeUpdate();
        long number = lastNumber() - tokenIds.size();
        for (UUID tokenId : tokenIds) {
            number++;
            entities.createNativeQuery("insert into revocation (number, token_id, recorded_at) values (?1, ?2, ?3)")
                    .setParameter(1, number)
                    .setParameter(2, tokenId)
                    .setParameter(3, now.atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        }
    }

    long lastNumber() {
        Object last = entities.createNativeQuery("select last_number from revocation_clock where id = 1")
                .getSingleResult();
        return ((Number) last).longValue();
    }

    /**
     * Returns the tokens of the numbers above {@code after}, up to and including {@code last}. Deleted numbers have
     * none.
     */
    List<UUID> tokens(long after, long last) {
        List<?> ids = entities.createNativeQuery(
                        "select cast(token_id as varchar(36)) from revocation where number > ?1 and number <= ?2")
                .setParameter(1, after)
                .setParameter(2, last)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }
}
