package io.gatehouse.install.claim;

import io.gatehouse.domain.claim.PendingClaim;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Claims that wait for their sender's YES or were turned down, one per account. */
@Dependent
public class PendingClaimStore {

    private final EntityManager entityManager;

    @Inject
    public PendingClaimStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Takes the place of one that is there already. */
    public void put(String accountKey, PresentedToken token) {
        int rows = entityManager
                .createNativeQuery("""
                        insert into pending_claim (account_key, token_id, last_four, user_id, template_agent_id, token_expires_at, version)
                        values (?1, ?2, ?3, ?4, ?5, ?6, 1)
                        on conflict do nothing""")
                .setParameter(1, accountKey)
                .setParameter(2, token.id())
                .setParameter(3, token.lastFour())
                .setParameter(4, token.user().value())
                .setParameter(5, token.template())
                .setParameter(6, token.expiresAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (rows == 0) {
            find(accountKey)
                    .ifPresent(present -> present.replace(
                            token.id(), token.lastFour(), token.user(), token.template(), token.expiresAt()));
        }
    }

    /** The one that waits and is still good. */
    public Optional<PresentedToken> waiting(String accountKey, Instant now) {
        return waiting(accountKey)
                .filter(pending -> now.isBefore(pending.tokenExpiresAt()))
                .map(PendingClaimStore::token);
    }

    /** Takes the one that waits away, so that it is answered once: of two answers at once, the version lets one in. */
    public Optional<PresentedToken> take(String accountKey) {
        return waiting(accountKey).map(pending -> {
            entityManager.remove(pending);
            return token(pending);
        });
    }

    /** Turns the one down that waits and is still good; as with {@link #take}, one answer of many does. */
    public Optional<PresentedToken> decline(String accountKey, Instant now) {
        return waiting(accountKey)
                .filter(pending -> now.isBefore(pending.tokenExpiresAt()))
                .map(pending -> {
                    pending.decline(now);
                    return token(pending);
                });
    }

    private Optional<PendingClaim> waiting(String accountKey) {
        return find(accountKey).filter(PendingClaim::isWaiting);
    }

    private Optional<PendingClaim> find(String accountKey) {
        return Optional.ofNullable(entityManager.find(PendingClaim.class, accountKey));
    }

    private static PresentedToken token(PendingClaim pending) {
        return new PresentedToken(
                pending.user(),
                pending.templateAgentId(),
                pending.tokenId(),
                pending.lastFour(),
                pending.tokenExpiresAt());
    }
}
