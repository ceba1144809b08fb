package io.gatehouse.registry.credential.token;

import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.TokenHash;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Host tokens by hash, each with its host, and the host for every host. */
@Dependent
class TokenStore {

    private final EntityManager entities;

    @Inject
    TokenStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<TokenAndHost> findHostToken(TokenHash hash) {
        return entities.createQuery(
                        "select t, h from HostToken t, Host h where h.id = t.hostId and t.tokenHash = :hash",
                        Object[].class)
                .setParameter("hash", hash.bytes())
                .getResultStream()
                .findFirst()
                .map(row -> new TokenAndHost((HostToken) row[0], (Host) row[1]));
    }

    Optional<Host> findHost(String name) {
        return entities.createQuery("select h from Host h where h.name = :name", Host.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    boolean hasToken(UUID hostId) {
        return !entities.createQuery("select t.id from HostToken t where t.hostId = :host", UUID.class)
                .setParameter("host", hostId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Returns false if a host of that name exists. Blocks while another transaction is inserting it. */
    boolean insertHost(UUID id, UUID organizationId, String name, Instant now) {
        return entities.createNativeQuery("insert into host (id, organization_id, name, created_at, version)"
                                + " values (?1, ?2, ?3, ?4, 1) on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, organizationId)
                        .setParameter(3, name)
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /**
     * Locks the host until the transaction ends, so that nodes that start at once check for its tokens one after the
     * other.
     */
    Host lock(Host host) {
        entities.lock(host, LockModeType.PESSIMISTIC_WRITE);
        return host;
    }

    void add(HostToken token) {
        entities.persist(token);
    }

    /** A host token and its host. */
    record TokenAndHost(HostToken token, Host host) {}
}
