package io.gatehouse.install.claim.typed;

import io.gatehouse.contract.account.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;

/** The last greeting that was sent to each number, with its user and time. */
@Dependent
public class GreetingStore {

    private final EntityManager entityManager;

    @Inject
    public GreetingStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    long countFor(UserId user, Instant since) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from greeting where user_id = ?1 and sent_at > ?2")
                        .setParameter(1, user.value())
                        .setParameter(2, since.atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .longValue();
    }

    /** Records a greeting. False if the number got one after {@code since}; of concurrent calls one succeeds. */
    boolean add(String accountKey, UserId user, Instant now, Instant since) {
        int added = entityManager
                .createNativeQuery("insert into greeting (account_key, user_id, sent_at) values (?1, ?2, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, accountKey)
                .setParameter(2, user.value())
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return added == 1
                || entityManager
                                .createNativeQuery("update greeting set user_id = ?2, sent_at = ?3"
                                        + " where account_key = ?1 and sent_at <= ?4")
                                .setParameter(1, accountKey)
                                .setParameter(2, user.value())
                                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                                .setParameter(4, since.atOffset(ZoneOffset.UTC))
                                .executeUpdate()
                        == 1;
    }
}
