package io.gatehouse.registry.credential.token;

import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.token.TokenPrefix;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * Ensures that there is a first host token: the one that the operator set, or in development one that is created once.
 * Runs in its own transaction at each start.
 */
@Stateless
public class FirstHostToken {

    private static final int LAST_FOUR = 4;

    private OperatorSeed operator;
    private TokenStore tokens;
    private BootstrapToken bootstrap;
    private Settings settings;
    private SecureRandom random;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public FirstHostToken() {}

    @Inject
    public FirstHostToken(
            OperatorSeed operator,
            TokenStore tokens,
            BootstrapToken bootstrap,
            Settings settings,
            SecureRandom random) {
        this.operator = operator;
        this.tokens = tokens;
        this.bootstrap = bootstrap;
        this.settings = settings;
        this.random = random;
    }

    /** A token created now, whose text is to be shown once. */
    public record CreatedToken(UUID id, TokenText text) {}

    /** Returns empty if no token was created. */
    public Optional<CreatedToken> ensure() {
        Host host = operator.everyHost();
        Optional<String> configured = bootstrap.text();
        if (configured.isPresent()) {
            addIfNew(host, configured.get());
            return Optional.empty();
        }
        if (settings.isProduction() || tokens.hasToken(host.id())) {
            return Optional.empty();
        }
        TokenText created = TokenText.mint(TokenPrefix.HOST, random);
        return Optional.of(new CreatedToken(operator.addToken(host, created.hash(), created.lastFour()), created));
    }

    /**
     * Adds the configured token if it is new. A token that was revoked stays revoked, whatever the configuration says.
     */
    private void addIfNew(Host host, String text) {
        TokenHash hash = TokenHash.of(text);
        if (tokens.findHostToken(hash).isEmpty()) {
            operator.addToken(host, hash, text.substring(Math.max(0, text.length() - LAST_FOUR)));
        }
    }
}
