package io.gatehouse.registry.access;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.OpaqueToken;
import io.gatehouse.domain.token.TokenPrefix;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A token as its row stood when it was read, and what it allows while it may be used. */
public final class KnownToken {

    private static final long NOTED_EVERY_SECONDS = 60;

    private final UUID id;
    private final TokenPrefix kind;
    private final TokenDetails details;
    private final boolean revoked;
    private volatile long notedAtSecond;

    private KnownToken(OpaqueToken row, TokenPrefix kind, TokenCheck access, UUID organizationId, String host) {
        this.id = row.id();
        this.kind = kind;
        this.details = new TokenDetails(access, organizationId, host, row.createdAt(), row.expiresAt());
        this.revoked = row.revokedAt() != null;
        Instant lastUsedAt = row.lastUsedAt();
        this.notedAtSecond = lastUsedAt == null ? 0 : lastUsedAt.getEpochSecond();
    }

    static KnownToken of(HostToken token, Host host) {
        HostAccess access = new HostAccess(token.id(), host.organizationId(), host.name(), token.scopes());
        return new KnownToken(token, TokenPrefix.HOST, access, host.organizationId(), host.name());
    }

    static KnownToken of(AgentToken token, Agent agent) {
        AgentAccess access =
                new AgentAccess(token.id(), agent.id(), Objects.requireNonNull(agent.agentUserId()), token.scopes());
        return new KnownToken(
                token, TokenPrefix.AGENT, access, agent.organizationId(), Objects.requireNonNull(agent.host()));
    }

    /** It is refused from the very instant that it expires. */
    boolean isUsable(Instant now) {
        Instant expiresAt = details.expiresAt();
        return !revoked && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** True where this use is to be written down: about once a minute. */
    boolean noteUse(Instant now) {
        if (now.getEpochSecond() - notedAtSecond < NOTED_EVERY_SECONDS) {
            return false;
        }
        notedAtSecond = now.getEpochSecond();
        return true;
    }

    UUID id() {
        return id;
    }

    TokenPrefix kind() {
        return kind;
    }

    TokenCheck access() {
        return details.access();
    }

    TokenDetails details() {
        return details;
    }
}
