package io.gatehouse.registry.access;

import io.gatehouse.domain.token.TokenPrefix;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The column of last uses. It stands outside of the rows' versions: a use changes nothing that anybody decides on. Rows
 * are locked without waiting, so many of them at once are in nobody's way.
 */
@Dependent
class LastUseStore {

    private final EntityManager entities;

    @Inject
    LastUseStore(EntityManager entities) {
        this.entities = entities;
    }

    List<UUID> lockDue(TokenPrefix kind, Instant before, Collection<UUID> tokenIds) {
        Query query = entities.createNativeQuery("select cast(id as varchar(36)) from " + table(kind)
                        + " where (last_used_at is null or last_used_at <= ?1) and id in (" + places(tokenIds)
                        + ") for update skip locked")
                .setParameter(1, before.atOffset(ZoneOffset.UTC));
        List<?> ids = bind(query, tokenIds).getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    void write(TokenPrefix kind, Instant at, Collection<UUID> tokenIds) {
        Query query = entities.createNativeQuery(
                        "update " + table(kind) + " set last_used_at = ?1 where id in (" + places(tokenIds) + ")")
                .setParameter(1, at.atOffset(ZoneOffset.UTC));
        bind(query, tokenIds).executeUpdate();
    }

    private static String table(TokenPrefix kind) {
        return switch (kind) {
            case HOST -> "host_token";
            case AGENT -> "agent_token";
        };
    }

    private static String places(Collection<UUID> ids) {
        return IntStream.range(2, ids.size() + 2).mapToObj(place -> "?" + place).collect(Collectors.joining(", "));
    }

    private static Query bind(Query query, Collection<UUID> ids) {
        int place = 2;
        for (UUID id : ids) {
            query.setParameter(place++, id);
        }
        return query;
    }
}
