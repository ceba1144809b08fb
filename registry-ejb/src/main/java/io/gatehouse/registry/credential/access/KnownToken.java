package io.gatehouse.registry.credential.access;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.OpaqueToken;
import io.gatehouse.kernel.token.TokenPrefix;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A token as its row was when it was read, and the access that it grants while it is usable. */
public final class KnownToken {

    private static final long RECORD_INTERVAL_SECONDS = 60;

    private final UUID id;
    private final TokenPrefix kind;
    private final TokenDetails details;
    private final boolean revoked;
    private volatile long recordedAtSecond;

    private KnownToken(OpaqueToken row, TokenPrefix kind, TokenCheck access, UUID organizationId, String host) {
        this.id = row.id();
        this.kind = kind;
        this.details = new TokenDetails(access, organizationId, host, row.createdAt(), row.expiresAt());
        this.revoked = row.revokedAt() != null;
        Instant lastUsedAt = row.lastUsedAt();
        this.recordedAtSecond = lastUsedAt == null ? 0 : lastUsedAt.getEpochSecond();
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

    /** A token is refused from the instant at which it expires. */
    boolean isUsable(Instant now) {
        Instant expiresAt = details.expiresAt();
        return !revoked && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Returns true if this use is to be recorded: about once a minute. */
    boolean recordUse(Instant now) {
        if (now.getEpochSecond() - recordedAtSecond < RECORD_INTERVAL_SECONDS) {
            return false;
        }
        recordedAtSecond = now.getEpochSecond();
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
