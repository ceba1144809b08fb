package io.gatehouse.registry.tenant.admin;

import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.signature.HostSigningKey;
import io.gatehouse.domain.token.HostToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads hosts, their tokens and signing keys for administrators. Changes nothing. Tokens are detached: a rotation reads
 * them again.
 */
@Dependent
class ManagedHostStore {

    private final EntityManager entities;

    @Inject
    ManagedHostStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns empty if the scope does not cover the host. */
    Optional<Host> find(AdminScope scope, UUID hostId) {
        return Optional.ofNullable(entities.find(Host.class, hostId))
                .filter(host -> scope.covers(host.organizationId()));
    }

    Listing<Host> hosts() {
        return new Listing<>("Host", jpql -> entities.createQuery(jpql, Host.class));
    }

    Optional<HostToken> token(Host host, UUID tokenId) {
        Optional<HostToken> token = entities.createQuery(
                        "select t from HostToken t where t.id = :token and t.hostId = :host", HostToken.class)
                .setParameter("token", tokenId)
                .setParameter("host", host.id())
                .getResultStream()
                .findFirst();
        token.ifPresent(entities::detach);
        return token;
    }

    Listing<HostToken> tokens(Host host) {
        return new Listing<>("HostToken", jpql -> entities.createQuery(jpql, HostToken.class))
                .equal("hostId", host.id());
    }

    boolean hasKey(Host host, UUID keyId) {
        return !entities.createQuery(
                        "select k.id from HostSigningKey k where k.id = :key and k.hostId = :host", UUID.class)
                .setParameter("key", keyId)
                .setParameter("host", host.id())
                .getResultList()
                .isEmpty();
    }

    Listing<HostSigningKey> keys(Host host) {
        return new Listing<>("HostSigningKey", jpql -> entities.createQuery(jpql, HostSigningKey.class))
                .equal("hostId", host.id());
    }
}
