package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenCheck.Refused;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.contract.access.TokenValidator;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of a deployment with a single token, which is valid until it is revoked. */
public final class OneToken implements TokenValidator {

    public static final String TEXT = "magt_one";
    public static final String AGENT = "@agent-echo-web1:example";

    private static final UUID ORGANIZATION = UUID.randomUUID();

    private final UUID id = UUID.randomUUID();
    private final TokenDetails details;
    private volatile boolean ended;

    private OneToken(TokenCheck access, @Nullable Instant expiresAt) {
        this.details = new TokenDetails(access, ORGANIZATION, "web1", Instant.EPOCH, expiresAt);
    }

    public static OneToken ofAgent(@Nullable Instant expiresAt, String... scopes) {
        return new OneToken(new AgentAccess(UUID.randomUUID(), UUID.randomUUID(), AGENT, Set.of(scopes)), expiresAt);
    }

    static OneToken ofHost() {
        return new OneToken(new HostAccess(UUID.randomUUID(), ORGANIZATION, "web1", Set.of("bridge", "send")), null);
    }

    public void end() {
        ended = true;
    }

    public UUID id() {
        return details.access() instanceof AgentAccess agent ? agent.tokenId() : id;
    }

    @Override
    public TokenCheck check(String token) {
        return inspect(token).map(TokenDetails::access).orElse(new Refused("ended"));
    }

    @Override
    public TokenCheck check(UUID tokenId) {
        return inspect(tokenId).map(TokenDetails::access).orElse(new Refused("ended"));
    }

    @Override
    public Optional<TokenDetails> inspect(String token) {
        return token.equals(TEXT) && !ended ? Optional.of(details) : Optional.empty();
    }

    @Override
    public Optional<TokenDetails> inspect(UUID tokenId) {
        return tokenId.equals(id()) && !ended ? Optional.of(details) : Optional.empty();
    }
}
