package io.gatehouse.registry.credential.token;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.token.TokenPrefix;
import io.gatehouse.registry.credential.revocation.Revocations;
import io.gatehouse.registry.credential.token.TokenStore.TokenAndHost;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mints, rotates and revokes the tokens of hosts, in the caller's transaction. Each change appends its audit event,
 * which locks the organization's audit chain until the transaction ends: call it late.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostTokens {

    private HostTokenStore store;
    private AuditTrail audit;
    private InstantSource clock;
    private TokenMint mint;
    private Revocations revocations;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HostTokens() {}

    @Inject
    public HostTokens(
            HostTokenStore store, AuditTrail audit, InstantSource clock, TokenMint mint, Revocations revocations) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.mint = mint;
        this.revocations = revocations;
    }

    /** @param expiresAt null for a token that is valid until it is revoked or rotated */
    public MintedToken mint(Host host, Set<String> scopes, @Nullable Instant expiresAt, String actor) {
        MintedToken minted = add(host, scopes, expiresAt);
        append(
                host,
                actor,
                "host-token.created",
                minted.id(),
                Map.of(
                        "host", host.name(),
                        "lastFour", minted.text().lastFour(),
                        "scopes", String.join(" ", new TreeSet<>(scopes))));
        return minted;
    }

    /**
     * Mints a token of the same host and scopes to replace a usable one, which expires after the overlap at the latest.
     * The new token is valid until it is revoked or rotated. Of two concurrent rotations, one succeeds.
     *
     * @return empty if there is no such token, it is revoked or expired, or it changed meanwhile
     */
    public Optional<MintedToken> rotate(UUID tokenId, Duration overlap, String actor) {
        Instant now = clock.instant();
        Optional<Long> version = store.version(tokenId);
        Optional<TokenAndHost> old =
                store.find(tokenId).filter(found -> found.token().isUsable(now));
        if (version.isEmpty() || old.isEmpty()) {
            return Optional.empty();
        }
        Instant end = earlier(now.plus(overlap), old.get().token().expiresAt());
        if (!store.expire(tokenId, version.get(), end)) {
            return Optional.empty();
        }
        Host host = old.get().host();
        MintedToken minted = add(host, old.get().token().scopes(), null);
        append(
                host,
                actor,
                "host-token.rotated",
                tokenId,
                Map.of(
                        "host", host.name(),
                        "successor", minted.id().toString(),
                        "lastFour", minted.text().lastFour(),
                        "expiresAt", end.toString()));
        revocations.record(List.of(tokenId));
        return Optional.of(minted);
    }

    /** Returns false if there is no such token, or it was revoked before. */
    public boolean revoke(UUID tokenId, String actor) {
        Optional<TokenAndHost> found = store.find(tokenId);
        if (found.isEmpty() || !store.revoke(tokenId, clock.instant())) {
            return false;
        }
        append(
                found.get().host(),
                actor,
                "host-token.revoked",
                tokenId,
                Map.of(
                        "host",
                        found.get().host().name(),
                        "lastFour",
                        found.get().token().lastFour()));
        revocations.record(List.of(tokenId));
        return true;
    }

    /** Returns all tokens of the host, including revoked and expired ones, oldest first. */
    public List<HostToken> list(Host host) {
        return store.list(host.id());
    }

    private static Instant earlier(Instant end, @Nullable Instant other) {
        return other != null && other.isBefore(end) ? other : end;
    }

    private MintedToken add(Host host, Set<String> scopes, @Nullable Instant expiresAt) {
        MintedToken minted = mint.mint(TokenPrefix.HOST);
        TokenText text = minted.text();
        store.add(new HostToken(
                minted.id(), host.id(), text.hash(), text.lastFour(), scopes, clock.instant(), expiresAt));
        return minted;
    }

    private void append(Host host, String actor, String action, UUID tokenId, Map<String, String> details) {
        audit.append(new AuditEntry(host.organizationId(), actor, action, "host-token:" + tokenId, details));
    }
}
