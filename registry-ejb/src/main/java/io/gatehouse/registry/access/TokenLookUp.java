package io.gatehouse.registry.access;

import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.token.TokenPrefix;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads a token from the database in its own transaction, so that it sees everything committed before the call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TokenLookUp {

    private KnownTokenStore store;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public TokenLookUp() {}

    @Inject
    public TokenLookUp(KnownTokenStore store) {
        this.store = store;
    }

    public Optional<KnownToken> byHash(TokenPrefix kind, TokenHash hash) {
        return switch (kind) {
            case HOST -> store.hostToken(hash);
            case AGENT -> store.agentToken(hash);
        };
    }

    public Optional<KnownToken> byId(UUID tokenId) {
        return store.agentToken(tokenId).or(() -> store.hostToken(tokenId));
    }
}
