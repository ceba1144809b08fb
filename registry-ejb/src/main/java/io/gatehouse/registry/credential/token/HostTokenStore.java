package io.gatehouse.registry.credential.token;

import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.registry.credential.token.TokenStore.TokenAndHost;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tokens of hosts. Guarded statements: of two concurrent rotations or revocations, one counts. */
@Dependent
class HostTokenStore {

    private final EntityManager entities;

    @Inject
    HostTokenStore(EntityManager entities) {
        this.entities = entities;
    }

    void add(HostToken token) {
        entities.persist(token);
    }

    Optional<TokenAndHost> find(UUID tokenId) {
        return entities.createQuery(
                        "select t, h from HostToken t, Host h where h.id = t.hostId and t.id = :token", Object[].class)
                .setParameter("token", tokenId)
                .getResultStream()
                .findFirst()
                .map(row -> new TokenAndHost((HostToken) row[0], (Host) row[1]));
    }

    List<HostToken> list(UUID hostId) {
        return entities.createQuery(
                        "select t from HostToken t where t.hostId = :host order by t.createdAt, t.id", HostToken.class)
                .setParameter("host", hostId)
                .getResultList();
    }

    Optional<Long> version(UUID tokenId) {
        return entities.createQuery("select t.version from HostToken t where t.id = :token", Long.class)
                .setParameter("token", tokenId)
                .getResultStream()
                .findFirst();
    }

    /** Returns false if the token is revoked, or no longer has that version. */
    boolean expire(UUID tokenId, long version, Instant at) {
        return entities.createQuery("update HostToken t set t.expiresAt = :at, t.version = t.version + 1"
                                + " where t.id = :token and t.revokedAt is null and t.version = :version")
                        .setParameter("at", at)
                        .setParameter("token", tokenId)
                        .setParameter("version", version)
                        .executeUpdate()
                == 1;
    }

    boolean revoke(UUID tokenId, Instant now) {
        return entities.createQuery("update HostToken t set t.revokedAt = :now, t.version = t.version + 1"
                                + " where t.id = :token and t.revokedAt is null")
                        .setParameter("now", now)
                        .setParameter("token", tokenId)
                        .executeUpdate()
                == 1;
    }
}
