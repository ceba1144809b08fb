package io.gatehouse.install.claim;

import io.gatehouse.domain.claim.Claim;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Spent tokens. */
@Dependent
public class ClaimStore {

    private final EntityManager entityManager;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public ClaimStore(EntityManager entityManager, Ids ids, InstantSource clock) {
        this.entityManager = entityManager;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Claim> byTokenId(String tokenId) {
        return entityManager
                .createQuery("select c from Claim c where c.tokenId = :tokenId", Claim.class)
                .setParameter("tokenId", tokenId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Spends a token. Of any number of concurrent calls for one token exactly one gets an id: the unique token id
     * decides. The others block until it commits or rolls back.
     */
    Optional<UUID> spend(PresentedToken token, UUID organizationId, Sender sender) {
        UUID id = ids.next();
        int rows = entityManager
                .createNativeQuery("""
                        insert into claim (id, token_id, user_id, template_agent_id, organization_id, platform, account_key,
                                           claimed_at, token_expires_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        on conflict do nothing""")
                .setParameter(1, id)
                .setParameter(2, token.id())
                .setParameter(3, token.user().value())
                .setParameter(4, token.template())
                .setParameter(5, organizationId)
                .setParameter(6, sender.platform().wireName())
                .setParameter(7, sender.key())
                .setParameter(8, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(9, token.expiresAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return rows == 1 ? Optional.of(id) : Optional.empty();
    }
}
