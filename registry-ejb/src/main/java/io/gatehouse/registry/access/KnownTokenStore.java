package io.gatehouse.registry.access;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.TokenHash;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Reads tokens by hash and by id, each together with its agent or host. */
@Dependent
class KnownTokenStore {

    private static final String HOST_TOKEN = "select t, h from HostToken t, Host h where h.id = t.hostId and ";
    private static final String AGENT_TOKEN = "select t, a from AgentToken t, Agent a where a.id = t.agentId and ";

    private final EntityManager entities;

    @Inject
    KnownTokenStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<KnownToken> hostToken(TokenHash hash) {
        return findOne(HOST_TOKEN + "t.tokenHash = :value", hash.bytes())
                .map(row -> KnownToken.of((HostToken) row[0], (Host) row[1]));
    }

    Optional<KnownToken> hostToken(UUID id) {
        return findOne(HOST_TOKEN + "t.id = :value", id).map(row -> KnownToken.of((HostToken) row[0], (Host) row[1]));
    }

    Optional<KnownToken> agentToken(TokenHash hash) {
        return findOne(AGENT_TOKEN + "t.tokenHash = :value", hash.bytes())
                .map(row -> KnownToken.of((AgentToken) row[0], (Agent) row[1]));
    }

    Optional<KnownToken> agentToken(UUID id) {
        return findOne(AGENT_TOKEN + "t.id = :value", id)
                .map(row -> KnownToken.of((AgentToken) row[0], (Agent) row[1]));
    }

    private Optional<Object[]> findOne(String query, Object value) {
        return entities.createQuery(query, Object[].class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }
}
