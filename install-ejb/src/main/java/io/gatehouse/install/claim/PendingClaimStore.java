package io.gatehouse.install.claim;

import io.gatehouse.domain.claim.PendingClaim;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Claims that wait for their sender's YES or were declined; at most one for each chat of an account. */
@Dependent
public class PendingClaimStore {

    private final EntityManager entityManager;
    private final Ids ids;

    @Inject
    public PendingClaimStore(EntityManager entityManager, Ids ids) {
        this.entityManager = entityManager;
        this.ids = ids;
    }

    /** @param template whose agent the account chats with */
    public record Chat(String accountKey, UUID template) {}

    /** Stores the claim; replaces an earlier one of the same chat. */
    public void put(Chat chat, PresentedToken token) {
        int rows = entityManager
                .createNativeQuery("""
                        insert into pending_claim (account_key, token_id, last_four, user_id, template_agent_id, token_expires_at,
                                                   id, chat_template_agent_id, version)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)
                        on conflict do nothing""")
                .setParameter(1, chat.accountKey())
                .setParameter(2, token.id())
                .setParameter(3, token.lastFour())
                .setParameter(4, token.user().value())
                .setParameter(5, token.template())
                .setParameter(6, token.expiresAt().atOffset(ZoneOffset.UTC))
                .setParameter(7, ids.next())
                .setParameter(8, chat.template())
                .executeUpdate();
        if (rows == 0) {
            find(chat)
                    .ifPresent(present -> present.replace(
                            token.id(), token.lastFour(), token.user(), token.template(), token.expiresAt()));
        }
    }

    /** Returns the waiting token if it has not expired. */
    public Optional<PresentedToken> waiting(Chat chat, Instant now) {
        return waiting(chat)
                .filter(pending -> now.isBefore(pending.tokenExpiresAt()))
                .map(PendingClaimStore::token);
    }

    /** Removes and returns the waiting token. Of two concurrent answers the version column lets one succeed. */
    public Optional<PresentedToken> take(Chat chat) {
        return waiting(chat).map(pending -> {
            entityManager.remove(pending);
            return token(pending);
        });
    }

    /**
     * Declines the waiting token if it has not expired. As with {@link #take}, one of several concurrent answers
     * succeeds.
     */
    public Optional<PresentedToken> decline(Chat chat, Instant now) {
        return waiting(chat)
                .filter(pending -> now.isBefore(pending.tokenExpiresAt()))
                .map(pending -> {
                    pending.decline(now);
                    return token(pending);
                });
    }

    private Optional<PendingClaim> waiting(Chat chat) {
        return find(chat).filter(PendingClaim::isWaiting);
    }

    private Optional<PendingClaim> find(Chat chat) {
        return entityManager
                .createQuery(
                        "select p from PendingClaim p where p.accountKey = :account and p.chatTemplateAgentId = :template",
                        PendingClaim.class)
                .setParameter("account", chat.accountKey())
                .setParameter("template", chat.template())
                .getResultStream()
                .findFirst();
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
