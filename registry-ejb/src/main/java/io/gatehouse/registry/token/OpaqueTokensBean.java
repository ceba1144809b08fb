package io.gatehouse.registry.token;

import io.gatehouse.contract.access.OpaqueTokens;
import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenCheck.Refused;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.domain.token.TokenText;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** One look-up by hash for a token whose checksum is right, none for any other. */
@Stateless
@Local(OpaqueTokens.class)
public class OpaqueTokensBean implements OpaqueTokens {

    private static final Refused MALFORMED = new Refused("this is no token of ours");
    private static final Refused NOT_VALID = new Refused("the token is unknown, expired or revoked");

    @Inject
    TokenStore store;

    @Inject
    BootstrapToken bootstrap;

    @Inject
    InstantSource clock;

    @Override
    public TokenCheck check(String token) {
        Optional<TokenText> text = TokenText.parse(token);
        if (text.isPresent()) {
            return switch (text.get().prefix()) {
                case HOST -> host(text.get().hash());
                case AGENT -> agent(text.get().hash());
            };
        }
        return bootstrap.is(token) ? host(TokenHash.of(token)) : MALFORMED;
    }

    private TokenCheck host(TokenHash hash) {
        Instant now = clock.instant();
        return store.findHostToken(hash)
                .filter(found -> found.token().isUsable(now))
                .<TokenCheck>map(found -> new HostAccess(
                        found.token().id(), found.host().name(), found.token().scopes()))
                .orElse(NOT_VALID);
    }

    private TokenCheck agent(TokenHash hash) {
        Instant now = clock.instant();
        return store.findAgentToken(hash)
                .filter(found -> found.token().isUsable(now))
                .<TokenCheck>map(found -> new AgentAccess(
                        found.token().id(),
                        found.agent().id(),
                        Objects.requireNonNull(found.agent().agentUserId()),
                        found.token().scopes()))
                .orElse(NOT_VALID);
    }
}
