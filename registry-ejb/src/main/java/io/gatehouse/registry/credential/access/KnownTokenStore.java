package io.gatehouse.registry.credential.access;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.token.TokenPrefix;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads tokens by hash and by id, each together with its agent or host. Each call runs in its own transaction, so that
 * it sees everything committed before the call.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KnownTokenStore {

    private static final String HOST_TOKEN = "select t, h from HostToken t, Host h where h.id = t.hostId and ";
    private static final String AGENT_TOKEN = "select t, a from AgentToken t, Agent a where a.id = t.agentId and ";
    private static final String BY_HASH = "t.tokenHash = :value";
    private static final String BY_ID = "t.id = :value";

    private EntityManager entities;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public KnownTokenStore() {}

    @Inject
    public KnownTokenStore(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<KnownToken> find(TokenPrefix kind, TokenHash hash) {
        return switch (kind) {
            case HOST -> hostToken(BY_HASH, hash.bytes());
            case AGENT -> agentToken(BY_HASH, hash.bytes());
        };
    }

    public Optional<KnownToken> find(UUID tokenId) {
        return agentToken(BY_ID, tokenId).or(() -> hostToken(BY_ID, tokenId));
    }

    private Optional<KnownToken> hostToken(String condition, Object value) {
        return findOne(HOST_TOKEN + condition, value).map(row -> KnownToken.of((HostToken) row[0], (Host) row[1]));
    }

    private Optional<KnownToken> agentToken(String condition, Object value) {
        return findOne(AGENT_TOKEN + condition, value).map(row -> KnownToken.of((AgentToken) row[0], (Agent) row[1]));
    }

    private Optional<Object[]> findOne(String query, Object value) {
        return entities.createQuery(query, Object[].class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }
}
