package io.gatehouse.registry.credential.access;

import io.gatehouse.kernel.token.TokenPrefix;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the column {@code last_used_at}, each call in its own transaction. The row's version does not cover it, because
 * no decision depends on a last use. Rows are locked with {@code skip locked}, so that concurrent writers never block
 * each other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LastUseStore {

    /** Several nodes may have recorded a use of the same token: only one of them writes it. */
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private EntityManager entities;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public LastUseStore() {}

    @Inject
    public LastUseStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Skips tokens that another transaction is changing, and those whose last use was written less than a minute ago.
     */
    public void write(TokenPrefix kind, Instant at, Collection<UUID> tokenIds) {
        List<UUID> due = lockDue(kind, at.minus(INTERVAL), tokenIds);
        if (!due.isEmpty()) {
            update(kind, at, due);
        }
    }

    private List<UUID> lockDue(TokenPrefix kind, Instant before, Collection<UUID> tokenIds) {
        Query query = entities.createNativeQuery("select cast(id as varchar(36)) from " + table(kind)
                        + " where (last_used_at is null or last_used_at <= ?1) and id in (" + placeholders(tokenIds)
                        + ") for update skip locked")
                .setParameter(1, before.atOffset(ZoneOffset.UTC));
        List<?> ids = bind(query, tokenIds).getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    private void update(TokenPrefix kind, Instant at, Collection<UUID> tokenIds) {
        Query query = entities.createNativeQuery(
                        "update " + table(kind) + " set last_used_at = ?1 where id in (" + placeholders(tokenIds) + ")")
                .setParameter(1, at.atOffset(ZoneOffset.UTC));
        bind(query, tokenIds).executeUpdate();
    }

    private static String table(TokenPrefix kind) {
        return switch (kind) {
            case HOST -> "host_token";
            case AGENT -> "agent_token";
        };
    }

    private static String placeholders(Collection<UUID> ids) {
        return IntStream.range(2, ids.size() + 2).mapToObj(index -> "?" + index).collect(Collectors.joining(", "));
    }

    private static Query bind(Query query, Collection<UUID> ids) {
        int index = 2;
        for (UUID id : ids) {
            query.setParameter(index++, id);
        }
        return query;
    }
}
