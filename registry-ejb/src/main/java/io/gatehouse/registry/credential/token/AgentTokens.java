package io.gatehouse.registry.credential.token;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.token.TokenPrefix;
import io.gatehouse.registry.credential.revocation.Revocations;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mints, expires and revokes the tokens of agents, in the caller's transaction. Each change appends its audit event,
 * which locks the organization's audit chain until the transaction ends: call it late.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AgentTokens {

    private AgentTokenStore store;
    private AuditTrail audit;
    private InstantSource clock;
    private TokenMint mint;
    private Revocations revocations;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AgentTokens() {}

    @Inject
    public AgentTokens(
            AgentTokenStore store, AuditTrail audit, InstantSource clock, TokenMint mint, Revocations revocations) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.mint = mint;
        this.revocations = revocations;
    }

    /** @param expiresAt null for a token that is valid until it is revoked or superseded */
    public MintedToken mint(Agent agent, Set<String> scopes, @Nullable Instant expiresAt, String actor) {
        MintedToken minted = mint.mint(TokenPrefix.AGENT);
        TokenText text = minted.text();
        store.add(new AgentToken(
                minted.id(), agent.id(), text.hash(), text.lastFour(), scopes, clock.instant(), expiresAt));
        audit.append(new AuditEntry(
                agent.organizationId(),
                actor,
                "agent-token.created",
                "agent-token:" + minted.id(),
                Map.of(
                        "agent", agent.id().toString(),
                        "lastFour", text.lastFour(),
                        "scopes", String.join(" ", new TreeSet<>(scopes)))));
        return minted;
    }

    /**
     * Makes all current tokens of the agent expire at that time at the latest. Call it before minting the token that
     * stays.
     *
     * @return how many tokens now expire sooner
     */
    public int expireBy(UUID agentId, Instant at, String actor) {
        List<UUID> expiring = store.findValidBeyond(agentId, at);
        int changed = expiring.isEmpty() ? 0 : store.expire(expiring, at);
        if (changed > 0) {
            append(
                    store.organizationOf(agentId),
                    actor,
                    "agent-token.run-out",
                    agentId,
                    Map.of("tokens", String.valueOf(changed), "expiresAt", at.toString()));
            revocations.record(expiring);
        }
        return changed;
    }

    /** @return how many tokens were not revoked before */
    public int revokeAll(Agent agent, String actor) {
        List<UUID> unrevoked = store.findUnrevoked(agent.id());
        int revoked = unrevoked.isEmpty() ? 0 : store.revoke(unrevoked, clock.instant());
        if (revoked > 0) {
            append(
                    agent.organizationId(),
                    actor,
                    "agent-token.all-revoked",
                    agent.id(),
                    Map.of("tokens", String.valueOf(revoked)));
            revocations.record(unrevoked);
        }
        return revoked;
    }

    /** Returns false if the agent has no such token, or it was revoked before. */
    public boolean revoke(Agent agent, UUID tokenId, String actor) {
        if (!store.revoke(agent.id(), tokenId, clock.instant())) {
            return false;
        }
        audit.append(new AuditEntry(
                agent.organizationId(),
                actor,
                "agent-token.revoked",
                "agent-token:" + tokenId,
                Map.of("agent", agent.id().toString())));
        revocations.record(List.of(tokenId));
        return true;
    }

    /** The same, if only the token is known. */
    public boolean revoke(UUID tokenId, String actor) {
        return store.agentOf(tokenId)
                .filter(agent -> revoke(agent, tokenId, actor))
                .isPresent();
    }

    /** Returns the number of usable tokens of each agent; agents without any are missing. */
    public Map<UUID, Integer> active(Collection<UUID> agentIds) {
        return store.countUsable(agentIds, clock.instant());
    }

    private void append(UUID organizationId, String actor, String action, UUID agentId, Map<String, String> details) {
        audit.append(new AuditEntry(organizationId, actor, action, "agent:" + agentId, details));
    }
}
