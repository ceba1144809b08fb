package io.gatehouse.registry.credential.access;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.Refused;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.contract.access.TokenValidator;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.token.TokenPrefix;
import io.gatehouse.registry.credential.token.BootstrapToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Validates presented tokens. Every request comes here, so a cached token is checked without an EJB call and without a
 * transaction. While this node is not up to date with revocations, no cached token is trusted, and a check fails if the
 * database does not answer.
 */
@ApplicationScoped
public class TokenValidatorBean implements TokenValidator {

    private static final Refused MALFORMED = new Refused("this is no token of ours");
    private static final Refused NOT_VALID = new Refused("the token is unknown, expired or revoked");

    private TokenCache cache;
    private KnownTokenStore store;
    private BootstrapToken bootstrap;
    private LastUses uses;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public TokenValidatorBean() {}

    @Inject
    public TokenValidatorBean(
            TokenCache cache, KnownTokenStore store, BootstrapToken bootstrap, LastUses uses, InstantSource clock) {
        this.cache = cache;
        this.store = store;
        this.bootstrap = bootstrap;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public TokenCheck check(String token) {
        Optional<TokenText> text = TokenText.parse(token);
        if (text.isPresent() || bootstrap.is(token)) {
            return validate(find(token, text));
        }
        return MALFORMED;
    }

    @Override
    public TokenCheck check(UUID tokenId) {
        return validate(find(tokenId));
    }

    @Override
    public Optional<TokenDetails> inspect(String token) {
        Optional<TokenText> text = TokenText.parse(token);
        return text.isPresent() || bootstrap.is(token) ? details(find(token, text)) : Optional.empty();
    }

    @Override
    public Optional<TokenDetails> inspect(UUID tokenId) {
        return details(find(tokenId));
    }

    private @Nullable KnownToken find(String token, Optional<TokenText> text) {
        return text.isPresent()
                ? find(text.get().prefix(), text.get().hash())
                : find(TokenPrefix.HOST, TokenHash.of(token));
    }

    /** Returns null if no token has this hash. */
    private @Nullable KnownToken find(TokenPrefix kind, TokenHash hash) {
        if (cache.isCurrent()) {
            KnownToken cached = cache.find(hash);
            if (cached != null || cache.isUnknown(hash)) {
                return cached;
            }
        }
        TokenCache.Mark mark = cache.mark();
        Optional<KnownToken> found = store.find(kind, hash);
        if (found.isEmpty()) {
            cache.putUnknown(hash);
            return null;
        }
        cache.put(hash, found.get(), mark);
        return found.get();
    }

    /** Returns null if no token has this id. */
    private @Nullable KnownToken find(UUID tokenId) {
        KnownToken cached = cache.isCurrent() ? cache.find(tokenId) : null;
        if (cached != null) {
            return cached;
        }
        TokenCache.Mark mark = cache.mark();
        Optional<KnownToken> found = store.find(tokenId);
        found.ifPresent(token -> cache.put(token, mark));
        return found.orElse(null);
    }

    private TokenCheck validate(@Nullable KnownToken token) {
        Instant now = clock.instant();
        if (token == null || !token.isUsable(now)) {
            return NOT_VALID;
        }
        uses.record(token, now);
        return token.access();
    }

    private Optional<TokenDetails> details(@Nullable KnownToken token) {
        return token == null || !token.isUsable(clock.instant()) ? Optional.empty() : Optional.of(token.details());
    }
}
